import type { BranchStep, Span, Step, Value } from '../facts/module-facts.js';
import type { Link } from './link.js';
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
  readonly module: Module;
  readonly side: 0 | 1;
}

const known = new WeakMap<Module, readonly Fork[]>();

/** What goes live in the same process as the code at the site. */
export function startsBeside(service: Service, process: Process, site: CallSite): readonly Start[] {
  return process.starts.filter((start) => !areApart(service, start.site, site));
}

/** Whether the call runs in worker threads alone, which no signal reaches: `if (isMainThread) { … } else { work(); }`. */
export function isInThread(link: Link, site: CallSite): boolean {
  return sidesOf(link, site).some(({ step, side, module }) => side === threadSideOf(module, step.test));
}

/** Only of the plain question, or its opposite. */
function threadSideOf(module: Module, test: Value): 0 | 1 | undefined {
  if (test.kind === 'operation' && test.operator === '!' && test.operands[0])
    return threadSideOf(module, test.operands[0]) === 1 ? 0 : undefined;
  return roleIn(module, test) === 'isMainThread' ? 1 : undefined;
}

/** Whether the calls stand on different sides of a fork. */
function areApart({ link }: Service, one: CallSite, other: CallSite): boolean {
  const sides = sidesOf(link, one);
  return sides.length > 0 && sidesOf(link, other).some(({ step, side }) => sides.some((own) => own.step === step && own.side !== side));
}

/** Where a call stands in the text, and where the functions around it are called. */
function sidesOf(link: Link, { module, call, owner }: CallSite, depth = 0): readonly Side[] {
  const own = forksOf(module).flatMap(({ step, sides }) =>
    sides.flatMap((spans, side): readonly Side[] =>
      spans.some((span) => holds(span, call.span)) ? [{ step, module, side: side === 0 ? 0 : 1 }] : [],
    ),
  );
  if (depth > 4 || owner === 0) return own;
  const callers = link.callers(functionThing(module, owner)).filter(({ things }) => !things);
  const [first, ...others] = callers.map((caller) => sidesOf(link, caller.site, depth + 1));
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
    found ||= ROLES.has(roleIn(module, value) ?? '');
  });
  return found;
}

function roleIn(module: Module, value: Value): string | undefined {
  if (value.kind === 'member') return value.name;
  return value.kind === 'reference' ? module.facts.bindings[value.binding]?.name : undefined;
}
