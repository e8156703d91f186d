import type { ArgumentPath } from '../catalogue/shape.js';
import { isNewPromise } from '../facts/promises.js';
import { argumentThings } from './arguments.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { CallSite, Module } from './module.js';
import { awaited, union, UNKNOWN, type FunctionThing, type Things } from './thing.js';

/** What the function in an argument passes to its first parameter: `new Promise((resolve) => resolve(server))`. */
export function settledWith(link: Link, site: CallSite, at: ArgumentPath): Things {
  const executors = argumentThings(link, site, at).filter((thing) => thing.kind === 'function');
  const settled = executors.flatMap((executor) => settlingCalls(executor));
  const values = settled.flatMap(({ module, call }) => call.args.slice(0, 1).map((value) => link.of(module, value)));
  return values.length === 0 ? UNKNOWN : awaited(union(...values));
}

/** Whether it is given to `new Promise(…)`. */
export function isExecutor({ module, function: id }: FunctionThing): boolean {
  return module.calls.some(({ call }) => isNewPromise(call) && call.args[0]?.kind === 'function' && call.args[0].function === id);
}

/** Wherever it is called: most wait for an event or a callback first. */
function settlingCalls({ module, function: id }: FunctionThing): readonly CallSite[] {
  const binding = module.function(id)?.parameters[0]?.binding;
  return binding === undefined ? [] : (callsByBinding(module).get(binding) ?? []);
}

const indexed = new WeakMap<Module, ReadonlyMap<number, readonly CallSite[]>>();

function callsByBinding(module: Module): ReadonlyMap<number, readonly CallSite[]> {
  const known = indexed.get(module);
  if (known) return known;
  const found = new Map<number, CallSite[]>();
  for (const site of module.calls) if (site.call.callee.kind === 'reference') append(found, site.call.callee.binding, site);
  indexed.set(module, found);
  return found;
}
