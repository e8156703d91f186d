import type { CallValue, Step, Value } from '../../facts/module-facts.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { walkSteps, walkValue } from '../../facts/walk.js';
import { hookRoots, signalRoots } from './shutdown-roots.js';

/** What a call leaves behind that others can read. */
const LEAVES: Readonly<Record<string, readonly string[]>> = { abort: ['aborted', 'throwIfAborted'], close: ['listening'] };

/** Names of variables and properties by which others can tell that a shutdown has begun; undefined without any shutdown. */
export function marksOf(service: Service): ReadonlySet<string> | undefined {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  if (roots.length === 0) return undefined;
  const names = new Set<string>();
  for (const fn of service.reach.from(roots.map((root) => root.fn)).values()) {
    walkSteps(fn.module.function(fn.function)?.body ?? [], (value) => {
      for (const name of writtenBy(fn, value)) names.add(name);
    });
  }
  return names;
}

function writtenBy({ module }: FunctionThing, value: Value): readonly string[] {
  if (value.kind === 'assign' && value.target.kind === 'binding') return [module.facts.bindings[value.target.binding]?.name ?? ''];
  if (value.kind === 'assign' && value.target.kind === 'member') return [value.target.name ?? ''];
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.name === undefined) return [];
  const key = value.callee.name === 'set' ? keyOf(value) : undefined;
  if (key !== undefined) return [`get(${key})`];
  return [`${value.callee.name}()`, ...(Object.hasOwn(LEAVES, value.callee.name) ? (LEAVES[value.callee.name] ?? []) : [])];
}

/** `app.set('ready', false)`, which `app.get('ready')` reads. */
function keyOf({ args: [first] }: CallValue): string | undefined {
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}

/** Whether the value reads one of the names. */
export function readsMark({ module }: FunctionThing, value: Value, marks: ReadonlySet<string>): boolean {
  if (value.kind === 'call')
    return value.callee.kind === 'member' && value.callee.name === 'get' && marks.has(`get(${keyOf(value) ?? ''})`);
  if (value.kind === 'reference') return marks.has(module.facts.bindings[value.binding]?.name ?? '');
  return value.kind === 'member' && marks.has(value.name ?? '');
}

/** Whether the place is reached only when a test lets it that reads one of the names: `if (isDraining) …`, `if (!isDraining) return; …`, `isDraining && …`. */
export function isBehindMark(fn: FunctionThing, place: Value, marks: ReadonlySet<string>): boolean {
  const reads = (test: Value): boolean => {
    let found = false;
    walkValue(test, (value) => {
      found ||= readsMark(fn, value, marks);
    });
    return found;
  };
  let isBehind = false;
  const visit = (value: Value): void => {
    isBehind ||= value.kind === 'choice' && holds(value, place) && reads(value.test ?? value.options[0] ?? value);
  };
  const visitStep = (step: Step): void => {
    isBehind ||= step.kind === 'branch' && decides(step, place) && reads(step.test);
  };
  walkSteps(fn.module.function(fn.function)?.body ?? [], visit, visitStep);
  return isBehind;
}

function holds({ span: outer }: Value | Step, { span: inner }: Value): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function decides(step: Extract<Step, { kind: 'branch' }>, place: Value): boolean {
  if (step.span[1] > place.span[0]) return holds(step, place);
  return [...step.then, ...step.otherwise].some(({ kind }) => kind === 'return');
}
