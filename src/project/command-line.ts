/** What a program is told when it is started: the words of its command line, and its environment. */
import type { Value } from '../facts/module-facts.js';
import { walkValue } from '../facts/walk.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { functionThing } from './thing.js';

/** `process.argv`, `yargs(…).argv`, `parseArgs()`, also imported by these names. */
const WORDS: ReadonlySet<string> = new Set(['argv', 'parseArgs']);
/** Variables that hold variables that hold one of them. */
const DEEPEST = 5;

/** Whether the value is made of the words of the command line. */
export function isOfCommandLine(link: Link, module: Module, value: Value): boolean {
  return comesFrom(link, module, value, WORDS, 0);
}

const TOLD: ReadonlySet<string> = new Set([...WORDS, 'env']);

/** … or of the environment: either stays the same as long as the process lives. */
export function isToldAtStart(link: Link, module: Module, value: Value): boolean {
  return comesFrom(link, module, value, TOLD, 0);
}

function comesFrom(link: Link, module: Module, value: Value, names: ReadonlySet<string>, depth: number): boolean {
  let found = false;
  walkValue(value, (inner) => {
    if (inner.kind === 'member') found ||= names.has(inner.name ?? '');
    if (inner.kind === 'reference') found ||= bindingComesFrom(link, module, inner.binding, names, depth + 1);
  });
  return found;
}

function bindingComesFrom(link: Link, module: Module, id: number, names: ReadonlySet<string>, depth: number): boolean {
  const binding = module.facts.bindings[id];
  if (!binding || depth > DEEPEST) return false;
  if (binding.imported) return names.has(binding.imported.name);
  return binding.sources.some(({ value, parameter, path }) => {
    if (value) return path.some((step) => names.has(step)) || comesFrom(link, module, value, names, depth);
    return parameter !== undefined && isPassed(link, module, binding.owner, parameter, names, depth);
  });
}

/** By the only one who calls the function. */
function isPassed(link: Link, module: Module, owner: number, parameter: number, names: ReadonlySet<string>, depth: number): boolean {
  const [caller, ...others] = link.callers(functionThing(module, owner));
  const given = caller && others.length === 0 ? caller.site.call.args[parameter] : undefined;
  return given !== undefined && comesFrom(link, caller?.site.module ?? module, given, names, depth);
}
