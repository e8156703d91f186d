import type { BranchStep, Span, Step, Value } from '../facts/module-facts.js';
import type { CallSite, Module } from './module.js';
import type { Process } from './processes.js';
import type { Service } from './service.js';
import type { Start } from './starts.js';
import { functionThing } from './thing.js';
import { stepParts, walkValue } from '../facts/walk.js';

/** What tells whether a process is the primary of a cluster, or a thread the main one: one program, but two processes. */
const ROLES = new Set(['isPrimary', 'isMaster', 'isWorker', 'isMainThread']);

/** Two parts of a program of which a process runs only one. */
interface Fork {
  readonly step: BranchStep;
  readonly sides: readonly [readonly Span[], readonly Span[]];
}

interface Side {
  readonly step: BranchStep;
  readonly side: 0 | 1;
}

const known = new WeakMap<Module, readonly Fork[]>();

/** What goes live in the same process as the code at the site. */
export function startsBeside(service: Service, process: Process, site: CallSite): readonly Start[] {
  return process.starts.filter((start) => !areApart(service, start.site, site));
}

/** Whether the calls stand on different sides of a fork. */
function areApart(service: Service, one: CallSite, other: CallSite): boolean {
  const sides = sidesOf(service, one);
  return sides.length > 0 && sidesOf(service, other).some(({ step, side }) => sides.some((own) => own.step === step && own.side !== side));
}

/** Where a call stands in the text, and where the functions around it are called. */
function sidesOf(service: Service, { module, call, owner }: CallSite, depth = 0): readonly Side[] {
  const own = forksOf(module).flatMap(({ step, sides }) =>
    sides.flatMap((spans, side): readonly Side[] =>
      spans.some((span) => holds(span, call.span)) ? [{ step, side: side === 0 ? 0 : 1 }] : [],
    ),
  );
  if (depth > 4 || owner === 0) return own;
  const callers = service.link.callers(functionThing(module, owner)).filter(({ things }) => !things);
  const [first, ...others] = callers.map((caller) => sidesOf(service, caller.site, depth + 1));
  const shared = (first ?? []).filter((side) =>
    others.every((list) => list.some((one) => one.step === side.step && one.side === side.side)),
  );
  return [...own, ...shared];
}

function holds(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function forksOf(module: Module): readonly Fork[] {
  const before = known.get(module);
  if (before) return before;
  const forks = module.facts.functions.flatMap(({ body }) => forksIn(module, body));
  known.set(module, forks);
  return forks;
}

function forksIn(module: Module, steps: readonly Step[]): readonly Fork[] {
  return steps.flatMap((step, index) => {
    const inner = stepParts(step).bodies.flatMap((body) => forksIn(module, body));
    if (step.kind !== 'branch' || !tellsRole(module, step.test)) return inner;
    // After `if (isPrimary) { …; return; }` comes the other side.
    const rest = step.then.at(-1)?.kind === 'return' ? steps.slice(index + 1) : [];
    return [...inner, { step, sides: [step.then.map(({ span }) => span), [...step.otherwise, ...rest].map(({ span }) => span)] }];
  });
}

function tellsRole(module: Module, test: Value): boolean {
  let found = false;
  walkValue(test, (value) => {
    const name = value.kind === 'member' ? value.name : value.kind === 'reference' ? module.facts.bindings[value.binding]?.name : undefined;
    found ||= name !== undefined && ROLES.has(name);
  });
  return found;
}
