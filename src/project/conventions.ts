import path from 'node:path';
import type { Convention, Library } from '../catalogue/shape.js';
import type { Link } from './link.js';
import type { Module } from './module.js';

/** A module that a framework runs because of where it stands. */
export interface ConventionalModule {
  readonly module: Module;
  readonly library: Library;
  readonly convention: Convention;
  /** The part of the path that the last wildcard matched, with the extension. */
  readonly match: string;
}

export function conventionalModules(link: Link): readonly ConventionalModule[] {
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
