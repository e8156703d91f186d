import type { Library } from '../catalogue/shape.js';
import type { Knowledge } from './knowledge.js';
import { mayLive } from './life.js';
import { isHanded, type Use } from './mentions.js';
import { isAnalysed } from './scope.js';
import { Telling } from './telling.js';
import { unitsOf, wordsReached, type ModuleUnits, type Unit } from './units.js';
import type { Workspace } from './workspace.js';

/**
 * The files that a question can reach. A file is read when its text tells something of the life cycle; when it uses a function
 * that does (then its callers matter); and when what tells something uses it. The rest is never parsed.
 */
export function relevantFiles(workspace: Workspace, knowledge: Knowledge): readonly string[] {
  const inScope = workspace.files.filter((file) => isAnalysed(file, workspace));
  if (!mayLive(workspace, knowledge, inScope)) return [];
  const search = new Search(workspace, Telling.of(workspace, knowledge));
  for (const file of inScope) search.consider(file);
  search.finish();
  return inScope.filter((file) => search.found.has(file) || search.unreadable.has(file));
}

/** What a file is found to tell; all of it only grows. */
interface Told {
  readonly units: ModuleUnits;
  /** Names in the module whose use tells something (`call`), or that hold a resource (`hold`). */
  readonly names: Map<string, Use>;
  /** Exported names that somebody asks for. */
  readonly asked: Set<string>;
  /** How many exports tell something, its own or those that it passes on. */
  exported: number;
}

class Search {
  readonly found = new Map<string, Told>();
  /** Asked for, but with errors. */
  readonly unreadable = new Set<string>();
  readonly #waiting = new Set<string>();

  constructor(
    readonly workspace: Workspace,
    readonly telling: Telling,
  ) {}

  consider(file: string): void {
    if (this.telling.tells(file)) this.#add(file);
  }

  finish(): void {
    for (const file of this.#waiting) {
      this.#waiting.delete(file);
      const told = this.found.get(file);
      if (told) this.#trace(file, told);
    }
  }

  #add(file: string): Told | undefined {
    const known = this.found.get(file);
    if (known) return known;
    if (!isAnalysed(file, this.workspace)) return undefined;
    const facts = this.workspace.facts(file);
    if (!facts) this.unreadable.add(file);
    if (!facts) return undefined;
    const told: Told = { units: unitsOf(facts, this.workspace.text(file) ?? ''), names: new Map(), asked: new Set(), exported: 0 };
    this.found.set(file, told);
    this.#waiting.add(file);
    return told;
  }

  /** Finds what tells in the file, then who uses that and what that uses. */
  #trace(file: string, told: Told): void {
    const imported = this.#importedNames(file, told.units);
    const telling = new Set<Unit>();
    const visit = (unit: Unit): void => {
      if (!telling.has(unit) && this.#isTelling(file, unit, told, imported)) note(unit, told, telling, imported);
    };
    for (let size = -1; size !== telling.size;) {
      size = telling.size;
      told.units.units.forEach(visit);
    }
    this.#ask(file, told, telling);
    const exported = this.#toldExports(file);
    if (exported.size !== told.exported) this.#tellImporters(file, exported);
    told.exported = exported.size;
  }

  #isTelling(file: string, unit: Unit, { units, names }: Told, imported: ReadonlyMap<string, Use>): boolean {
    return (
      uses(unit, imported) || uses(unit, names) || this.telling.tellsUnit(file, unit, (library) => this.#usesMain(unit, units, library))
    );
  }

  #usesMain(unit: Unit, { imports }: ModuleUnits, library: Library): boolean {
    return [...imports].some(
      ([local, { specifier, name }]) =>
        (name === 'default' || name === '*') && unit.words.has(local) && this.telling.knowledge.libraryAll(specifier).includes(library),
    );
  }

  /** The names of the file's imports that tell something where they come from. */
  #importedNames(file: string, { imports }: ModuleUnits): ReadonlyMap<string, Use> {
    const names = new Map<string, Use>();
    for (const [local, { specifier, name }] of imports) {
      const how = this.#told(this.#target(file, specifier), name);
      if (how) names.set(local, how);
    }
    return names;
  }

  #target(file: string, specifier: string): string | undefined {
    const target = this.workspace.resolve(file, specifier);
    return target.kind === 'project' ? target.path : undefined;
  }

  /** What an export tells; a whole module tells what any of its exports does. */
  #told(file: string | undefined, name: string, depth = 0): Use | undefined {
    const told = file === undefined ? undefined : this.found.get(file);
    if (!file || !told || depth > DEEPEST) return undefined;
    const { exports, reexports } = told.units;
    const isWhole = name === '*' || (name === 'default' && !exports.has('default')) || (exports.has('=') && !exports.has(name));
    const own = isWhole ? [...exports.values()] : [exports.get(name)];
    const passed = reexports.filter((one) => isWhole || one.name === name || one.name === '*');
    const answers = [
      ...own.map((local) => (local === undefined ? undefined : told.names.get(local))),
      ...passed.map((one) => this.#told(this.#target(file, one.specifier), one.from === '*' ? name : one.from, depth + 1)),
    ];
    return answers.find((answer) => answer === 'call') ?? answers.find((answer) => answer !== undefined);
  }

  /** Follows what telling units, and those asked for, use: in the file, and in others. */
  #ask(file: string, { units, asked }: Told, telling: ReadonlySet<Unit>): void {
    const wanted = [...asked].map((name) => units.exports.get(name) ?? name);
    const words = wordsReached(units.units, telling, wanted);
    for (const [local, { specifier, name }] of units.imports) if (words.has(local)) this.#askFor(this.#target(file, specifier), name);
    for (const reexport of units.reexports) this.#askBehind(file, reexport, asked);
  }

  #askBehind(file: string, { name, specifier, from }: ModuleUnits['reexports'][number], asked: ReadonlySet<string>): void {
    if (name !== '*' && !asked.has(name) && !asked.has('*')) return;
    for (const one of from === '*' ? asked : [from]) this.#askFor(this.#target(file, specifier), one);
  }

  #askFor(file: string | undefined, name: string): void {
    const told = file === undefined ? undefined : this.#add(file);
    if (!file || !told || told.asked.has(name)) return;
    told.asked.add(name);
    if (name === '*' || name === 'default') for (const exported of told.units.exports.keys()) told.asked.add(exported);
    this.#waiting.add(file);
  }

  /** The exports that tell something, by name. */
  #toldExports(file: string | undefined, depth = 0): ReadonlyMap<string, Use> {
    const told = file === undefined ? undefined : this.found.get(file);
    const all = new Map<string, Use>();
    if (!file || !told || depth > DEEPEST) return all;
    const passed = told.units.reexports.flatMap(({ name, specifier, from }): readonly (readonly [string, Use | undefined])[] => {
      const target = this.#target(file, specifier);
      return name === '*' ? [...this.#toldExports(target, depth + 1)] : [[name, this.#told(target, from)]];
    });
    for (const [name, how] of passed) if (how) all.set(name, how);
    for (const [name, local] of told.units.exports) {
      const how = told.names.get(local);
      if (how) all.set(name, how);
    }
    return all;
  }

  #tellImporters(file: string, exported: ReadonlyMap<string, Use>): void {
    for (const importer of this.workspace.importersOf(file)) {
      if (this.found.has(importer)) this.#waiting.add(importer);
      else if ([...exported].some(([name, how]) => this.telling.mayUse(importer, name, how))) this.#add(importer);
    }
  }
}

const DEEPEST = 8;

function note(unit: Unit, { names }: Told, telling: Set<Unit>, imported: ReadonlyMap<string, Use>): void {
  telling.add(unit);
  const calls = unit.callable || mentions(unit, imported) || mentions(unit, names);
  for (const name of unit.names) names.set(name, calls ? 'call' : 'hold');
}

/** Uses a function that tells something, or hands on a resource. */
function uses(unit: Unit, names: ReadonlyMap<string, Use>): boolean {
  for (const [name, how] of names)
    if (unit.words.has(name) && !unit.names.includes(name) && (how === 'call' || isHanded(unit.text, name))) return true;
  return false;
}

function mentions(unit: Unit, names: ReadonlyMap<string, Use>): boolean {
  for (const [name, how] of names) if (how === 'call' && unit.words.has(name) && !unit.names.includes(name)) return true;
  return false;
}
