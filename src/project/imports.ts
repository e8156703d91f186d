import type { ExportFact, ImportValue, Value } from '../facts/module-facts.js';
import { walkValue } from '../facts/walk.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { property } from './property.js';
import { externalThing, memberThing, namespaceThing, plainThing, promiseThing, union, UNKNOWN, type Things } from './thing.js';

/** What a whole module is: `require('x')`, `import * as x`. */
export function importedModule(link: Link, from: Module, specifier: string): Things {
  const found = link.workspace.resolve(from.path, specifier);
  if (found.kind === 'project') {
    const module = link.module(found.path);
    if (module) return [namespaceThing(module)];
    return link.isPlain(found.path) ? [plainThing(found.path)] : UNKNOWN;
  }
  if (found.kind === 'unresolved') return generatedModule(link, specifier);
  const library = link.knowledge.library(found.specifier, rangeOf(link, from, found.specifier));
  if (!library) return [externalThing(found.specifier, '')];
  const main = library.exports['default'] ?? {};
  return [memberThing(library, 'default', { ...main, members: { ...library.exports, ...main.members } })];
}

/** By what names a module is loaded where they are computed, as for `['./routes', './shutdown'].map((name) => require(name))`; undefined where one is not seen. */
export function namesLoaded(link: Link, module: Module, { argument }: ImportValue): readonly (string | undefined)[] {
  if (!argument || isLookedUp(argument)) return [undefined];
  return link
    .of(module, argument)
    .map((name) => (name.kind === 'constant' && typeof name.value === 'string' && !name.value.includes('*') ? name.value : undefined));
}

/** The files that a module loads by names that are told elsewhere: `for (const name of PLUGINS) await import(name)`. */
export function filesNamed(link: Link, module: Module): readonly string[] {
  const names = module.unseenImports.flatMap((one) => namesLoaded(link, module, one));
  return names.flatMap((name) => {
    const target = name === undefined ? undefined : link.workspace.resolve(module.path, name);
    return target?.kind === 'project' ? [target.path] : [];
  });
}

/** `require(plugins[config.plugin])`: one of them is loaded, and a configuration says which. */
function isLookedUp(argument: Value): boolean {
  let found = false;
  walkValue(argument, (value) => {
    found ||= value.kind === 'member' && value.key !== undefined;
  });
  return found;
}

/** `require('mongoose').connect(…)`: the module is the thing itself. */
export function wholeModule(link: Link, from: Module, specifier: string): Things {
  return union(
    ...importedModule(link, from, specifier).map((thing) =>
      thing.kind === 'member' && thing.member.is !== undefined ? property.typed(link, thing.library, thing.member.is) : [thing],
    ),
  );
}

/** A client that is generated into the project, and so is not there before a build. */
function generatedModule(link: Link, specifier: string): Things {
  const library = link.knowledge.libraries.find(({ generated }) => generated !== undefined && specifier.includes(generated));
  return library ? [memberThing(library, 'default', { members: library.exports })] : UNKNOWN;
}

function rangeOf(link: Link, from: Module, specifier: string): string | undefined {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return link.workspace.rangeOf(from.path, name);
}

/** What `import { name } from` gives; `default` and `*` too. */
export function imported(link: Link, from: Module, specifier: string, name: string): Things {
  if (name === '*') return wholeModule(link, from, specifier);
  const whole = importedModule(link, from, specifier);
  return union(
    ...whole.map((thing) => {
      if (thing.kind === 'namespace') return exported(link, thing.module, name);
      if (thing.kind === 'external') return [externalThing(thing.specifier, name)];
      if (thing.kind !== 'member') return UNKNOWN;
      if (name === 'default') return property.read(link, thing.library, name, thing.library.exports['default'] ?? thing.member);
      const member = link.knowledge.exported(thing.library, name);
      if (!member) return [externalThing(specifier, name)];
      // Its methods, under their own names: `import { connect } from 'mongoose'`.
      const isMethod = thing.member.is !== undefined && !Object.hasOwn(thing.library.exports, name);
      return isMethod ? property.of(link, thing, name) : property.read(link, thing.library, name, member);
    }),
  );
}

/** What a module of the project exports under a name. CommonJS exports answer to ESM names as bundlers and Node.js have it. */
export function exported(link: Link, module: Module, name: string, seen: ReadonlySet<Module> = new Set()): Things {
  if (seen.has(module)) return [];
  const direct = module.facts.exports.filter((fact) => fact.name === name);
  if (direct.length > 0) return union(...direct.map((fact) => exportThings(link, module, fact)));
  const whole = module.facts.exports.filter((fact) => fact.name === '=');
  const visited = new Set([...seen, module]);
  const stars = module.facts.exports.filter((fact) => fact.name === '*');
  const found = union(
    ...whole.map((fact) => (fact.value ? wholeProperty(link, module, fact.value, name) : [])),
    ...stars.map((fact) => starThings(link, module, fact, name, visited)),
  );
  if (found.length > 0) return found;
  if (name !== 'default') return fromPackages(link, module, stars, name);
  if (stars.length > 0) return found;
  return whole.length === 0 ? [namespaceThing(module)] : [];
}

/** What a module exports by its own names: `handlers[type]` of `import * as handlers`. */
export function exportedNames({ facts }: Module): readonly string[] {
  return facts.exports.flatMap(({ name }) => (name === '=' || name === '*' || name === 'default' ? [] : [name]));
}

function wholeProperty(link: Link, module: Module, value: NonNullable<ExportFact['value']>, name: string): Things {
  const things = link.of(module, value);
  if (name === 'default') return things;
  return union(...things.map((thing) => property.of(link, thing, name)));
}

function starThings(link: Link, module: Module, fact: ExportFact, name: string, seen: ReadonlySet<Module>): Things {
  if (!fact.from || name === 'default') return [];
  const target = link.workspace.resolve(module.path, fact.from.specifier);
  const next = target.kind === 'project' ? link.module(target.path) : undefined;
  return next ? exported(link, next, name, seen) : [];
}

/** `export * from '@prisma/client'`: a package that is known to have the name, else any of them. */
function fromPackages(link: Link, module: Module, stars: readonly ExportFact[], name: string): Things {
  const things = union(
    ...stars.map(({ from }) =>
      from && link.workspace.resolve(module.path, from.specifier).kind !== 'project' ? imported(link, module, from.specifier, name) : [],
    ),
  );
  const known = things.filter((thing) => thing.kind !== 'external' && thing.kind !== 'unknown');
  return known.length > 0 ? known : things;
}

function exportThings(link: Link, module: Module, fact: ExportFact): Things {
  if (fact.value) return link.of(module, fact.value);
  return fact.from ? imported(link, module, fact.from.specifier, fact.from.name) : [];
}

/** What `require()` of a module gives when its properties are read: `module.exports` itself, else the namespace. */
export function wholeExport(link: Link, module: Module): Things {
  const whole = module.facts.exports.filter((fact) => fact.name === '=');
  return union(...whole.map((fact) => (fact.value ? link.of(module, fact.value) : [])));
}

/** What `require(…)` and `import(…)` give. */
export function importThings(link: Link, module: Module, value: ImportValue): Things {
  if (value.specifier !== undefined) return importedThings(link, module, value.specifier, value.dynamic);
  return union(
    ...namesLoaded(link, module, value).map((name) => (name === undefined ? UNKNOWN : importedThings(link, module, name, value.dynamic))),
  );
}

function importedThings(link: Link, module: Module, specifier: string, dynamic: boolean): Things {
  if (dynamic) return [promiseThing(importedModule(link, module, specifier))];
  const things = wholeModule(link, module, specifier);
  const whole = union(...things.map((thing) => (thing.kind === 'namespace' ? wholeExport(link, thing.module) : [])));
  return whole.length > 0 ? whole : things;
}
