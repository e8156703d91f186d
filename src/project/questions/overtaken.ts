/** Shutdowns that a second start overtakes: it finds them begun, waits for nothing, and goes on to the exit. */
import type { Step, Value } from '../../facts/module-facts.js';
import { allSteps, allValues } from '../../facts/walk.js';
import { isNothing, mentions, written } from '../guards.js';
import type { Operation } from '../run/flow.js';
import { Run } from '../run/run.js';
import type { Exit, Guard } from '../run/traces.js';
import type { Service } from '../service.js';
import { isExecutor } from '../settling.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { bodyOf } from './remembering.js';
import { secondStarts, type SecondStart } from './repeats.js';
import { signalRoots } from './shutdown-roots.js';

export interface OvertakenShutdown extends SecondStart {
  readonly exit: Exit;
  /** The function that is found begun. */
  readonly begun: FunctionThing;
  /** What the first start waits for before it comes to the exit. */
  readonly operations: readonly Operation[];
}

/** What other signals run of the shutdown on SIGTERM is told there alone. */
export function overtakenShutdowns(service: Service): readonly OvertakenShutdown[] {
  const onSigterm = signalRoots(service).filter(({ listener }) => listener?.signals.includes('SIGTERM'));
  const isToldThere = ({ begun, signals }: OvertakenShutdown): boolean =>
    !signals.includes('SIGTERM') && onSigterm.some(({ fn }) => service.run(fn).reached.functions.has(begun.id));
  return secondStarts(service)
    .filter(({ crash }) => !crash)
    .flatMap((start) => overtaken(service, start))
    .filter((one) => !isToldThere(one));
}

function overtaken(service: Service, start: SecondStart): readonly OvertakenShutdown[] {
  const first = service.run(start.fn);
  if (!first.exits.some(isPlain)) return [];
  const second = new Run(service.link, service.reach, start.fn, { second: true });
  const guard = second.guards.find(({ fn }) => fn.id !== start.fn.id);
  if (second.cut || !guard || !second.guards.every((one) => isBare(one))) return [];
  return second.exits
    .filter((exit) => isPlain(exit) && exit.flow.operations.size === 0 && !exit.flow.unseen)
    .flatMap((exit) => {
      const operations = waitedFor(first, exit);
      return operations.length > 0 ? [{ ...start, exit, begun: named(guard.fn), operations }] : [];
    })
    .slice(0, 1);
}

/** At the end of the shutdown, and not by its deadline. */
function isPlain({ flow, how }: Exit): boolean {
  return how === 'now' && !flow.late && !flow.failed && !flow.again;
}

/** What is over when the first start comes to the same exit. */
function waitedFor({ exits }: Run, { site }: Exit): readonly Operation[] {
  const same = exits.filter((exit) => exit.site.call === site.call && isPlain(exit));
  return same.flatMap(({ flow }) =>
    [...flow.operations].flatMap(([operation, progress]) =>
      progress === 'done' && !operation.forced && operation.close.style !== 'sync' && operation.things.length > 0 ? [operation] : [],
    ),
  );
}

/** Set before anything is waited for; and whoever finds it set is given nothing to wait for. */
function isBare({ fn, branch, way }: Guard): boolean {
  const body = bodyOf(fn);
  const waits = allValues(body).filter(({ kind }) => kind === 'await');
  const first = Math.min(...waits.map(({ span }) => span[0]));
  const isSetFirst = allValues(body).some(
    (value) =>
      value.kind === 'assign' && value.span[0] < first && mentions(branch.test, written([{ kind: 'evaluate', value, span: value.span }])),
  );
  return isSetFirst && givesNothing(fn, branch[way]);
}

function givesNothing(fn: FunctionThing, steps: readonly Step[]): boolean {
  if (allValues(steps).some(({ kind }) => kind === 'await')) return false;
  const returned = allSteps(steps).flatMap((step) => (step.kind === 'return' && step.value ? [step.value] : []));
  // What is returned to `new Promise(…)` is given to nobody.
  return isExecutor(fn) || returned.every((value) => isNothing(value) || callsBack(fn, value));
}

/** `return done();`: whoever is called back has nothing to wait for. */
function callsBack({ module, function: id }: FunctionThing, value: Value): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'reference') return false;
  const { binding } = value.callee;
  return module.function(id)?.parameters.some((parameter) => parameter.binding === binding) === true;
}

/** The function around one without a name. */
function named(fn: FunctionThing): FunctionThing {
  const fact = fn.module.function(fn.function);
  return fact?.name === undefined && fact && fact.owner > 0 ? named(functionThing(fn.module, fact.owner)) : fn;
}
