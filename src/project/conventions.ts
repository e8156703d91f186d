import path from 'node:path';
import type { Convention, Library, Role } from '../catalogue/shape.js';
import { functionsIn } from './callbacks.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import type { FunctionThing } from './thing.js';

/** A module that a framework runs because of where it stands. */
export interface ConventionalModule {
  readonly module: Module;
  readonly library: Library;
  readonly convention: Convention;
  /** The part of the path that the last wildcard matched, with the extension. */
  readonly match: string;
}

const known = new WeakMap<Link, readonly ConventionalModule[]>();

export function conventionalModules(link: Link): readonly ConventionalModule[] {
  const found = known.get(link) ?? findConventional(link);
  known.set(link, found);
  return found;
}

function findConventional(link: Link): readonly ConventionalModule[] {
  return link.modules.flatMap((module) => {
    const owner = link.workspace.packageOf(module.path);
    if (!owner) return [];
    const relative = path.relative(owner.dir, module.path).replaceAll(path.sep, '/');
    const used = link.knowledge.libraries.filter(
      (library) => library.conventions && Object.hasOwn(owner.manifest.dependencies ?? {}, library.name),
    );
    return used.flatMap((library) =>
      (library.conventions ?? []).flatMap((convention) => {
        const match = matched(convention.files, relative);
        return match === undefined ? [] : [{ module, library, convention, match }];
      }),
    );
  });
}

/** The functions that the framework calls; those of a role alone where one is named. */
export function exportedFunctions(
  link: Link,
  { module, convention }: ConventionalModule,
  has: (name: string, role: Role) => boolean = () => true,
): readonly FunctionThing[] {
  const named = Object.entries(convention.exports).flatMap(([name, role]) => (has(name, role) ? [name] : []));
  const exported = module.facts.exports.filter((fact) => named.includes(fact.name));
  return exported.flatMap(({ value }) => (value ? functionsIn(link, link.of(module, value)) : []));
}

const patterns = new Map<string, RegExp>();

/** What the last wildcard of the pattern matches in the path. */
function matched(pattern: string, file: string): string | undefined {
  const known = patterns.get(pattern) ?? compile(pattern);
  patterns.set(pattern, known);
  const match = known.exec(file);
  return match ? (match.at(-1) ?? '') : undefined;
}

function compile(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replace(/\*\*\/?|\*/gu, (wildcard) => (wildcard.startsWith('**') ? '((?:[^/]+/)*[^/]*)' : '([^/]*)'));
  return new RegExp(`^(?:src/)?${source}$`, 'u');
}
