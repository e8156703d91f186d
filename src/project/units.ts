import type { ModuleFacts, Source, Span, Value } from '../facts/module-facts.js';
import { specifiersInPlace } from './edges.js';

/** A part of a module that is read or left as a whole: a variable, function or class of the module, or another statement. */
export interface Unit {
  /** What it declares. */
  readonly names: readonly string[];
  readonly text: string;
  /** Every name in it. */
  readonly words: ReadonlySet<string>;
  /** Holds functions: what they do is done by whoever uses it. */
  readonly callable: boolean;
}

export interface ModuleUnits {
  readonly units: readonly Unit[];
  /** By the name in this module: what it imports, and from where. */
  readonly imports: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>;
  /** By the exported name: the name in this module; the export's own where it has none. */
  readonly exports: ReadonlyMap<string, string>;
  /** What it passes on of other modules. */
  readonly reexports: readonly { readonly name: string; readonly specifier: string; readonly from: string }[];
}

const known = new WeakMap<ModuleFacts, ModuleUnits>();

export function unitsOf(facts: ModuleFacts, text: string): ModuleUnits {
  const units = known.get(facts) ?? findUnits(facts, text);
  known.set(facts, units);
  return units;
}

function findUnits(facts: ModuleFacts, text: string): ModuleUnits {
  const imports = new Map<string, { specifier: string; name: string }>();
  const units: Unit[] = [];
  const add = (names: readonly string[], spans: readonly Span[], callable: boolean): void => {
    const written = spans.map((span) => text.slice(...span)).join('\n');
    const words = new Set<string>(written.match(/[\w$]+/gu) ?? []);
    for (const specifier of unnamed(written)) {
      words.add(placeOf(specifier));
      imports.set(placeOf(specifier), { specifier, name: '*' });
    }
    units.push({ names, text: written, words, callable });
  };
  for (const { name, owner, imported, sources } of facts.bindings) {
    if (imported) imports.set(name, imported);
    if (imported || owner !== 0) continue;
    const values = sources.flatMap(({ value, fallback }) => [value, fallback].filter((one) => one !== undefined));
    for (const source of sources) noteRequired(imports, name, source);
    add(
      [name],
      values.map((value) => spanOf(facts, value)),
      values.some((value) => holdsFunction(facts, value)),
    );
  }
  for (const step of facts.functions[0]?.body ?? []) if (step.kind !== 'declare') add([], [step.span], false);
  const exports = new Map<string, string>();
  for (const [name, value] of facts.exports.flatMap((exported) => (exported.value ? namedValues(exported.name, exported.value) : []))) {
    const local = value.kind === 'reference' ? facts.bindings[value.binding]?.name : undefined;
    exports.set(name, local ?? `export ${name}`);
    if (local === undefined) add([`export ${name}`], [spanOf(facts, value)], holdsFunction(facts, value));
  }
  const behind = facts.exports.flatMap(({ name, from }) => (from ? [{ name, specifier: from.specifier, from: from.name }] : []));
  // `import { a } from './b'; export { a }`
  const passed = [...exports].flatMap(([name, local]) => {
    const imported = imports.get(local);
    return imported ? [{ name, specifier: imported.specifier, from: imported.name }] : [];
  });
  const reexports = [...behind, ...passed];
  return { units, imports, exports, reexports };
}

const IN_PLACE = /\b(?:require|import)\s*\(/u;
const NAMED = /^\s*(?:await\s+)?(?:require|import)\s*\([^()]*\)\s*$/u;

/** What a part imports where it uses it: `require('./app')().listen()`. What is a variable's whole value goes by that one's name. */
function unnamed(text: string): readonly string[] {
  return IN_PLACE.test(text) && !NAMED.test(text) ? specifiersInPlace(text) : [];
}

/** No name that a program could have. */
function placeOf(specifier: string): string {
  return `import ${specifier}`;
}

/** `const { a } = require('./b')` imports as well. */
function noteRequired(imports: Map<string, { specifier: string; name: string }>, name: string, { value, path }: Source): void {
  if (value?.kind !== 'import' || value.specifier === undefined) return;
  imports.set(name, { specifier: value.specifier, name: path[0] ?? '*' });
}

function spanOf(facts: ModuleFacts, value: Value): Span {
  if (value.kind === 'function') return facts.functions[value.function]?.span ?? value.span;
  return value.kind === 'class' ? (facts.classes[value.class]?.span ?? value.span) : value.span;
}

function holdsFunction(facts: ModuleFacts, value: Value): boolean {
  const [start, end] = spanOf(facts, value);
  return value.kind === 'class' || facts.functions.some(({ id, span }) => id !== 0 && start <= span[0] && span[1] <= end);
}

/** `module.exports = { a, b }` gives its properties as well. */
function namedValues(name: string, value: Value): readonly (readonly [string, Value])[] {
  if (value.kind !== 'object') return [[name, value]];
  return [
    [name, value],
    ...value.properties.flatMap((property): readonly (readonly [string, Value])[] =>
      property.name === undefined ? [] : [[property.name, property.value]],
    ),
  ];
}

/** Every word in these units and in the units that they, or the wanted names, lead to. */
export function wordsReached(units: readonly Unit[], from: ReadonlySet<Unit>, wanted: readonly string[]): ReadonlySet<string> {
  const reached = new Set<Unit>(from);
  const words = new Set<string>(wanted);
  for (const unit of reached) for (const word of unit.words) words.add(word);
  const reach = (unit: Unit): void => {
    if (reached.has(unit) || !unit.names.some((name) => words.has(name))) return;
    reached.add(unit);
    for (const word of unit.words) words.add(word);
  };
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    units.forEach(reach);
  }
  return words;
}
