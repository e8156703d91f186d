/** Names that are free, and names that libraries have or get in this file. */
import type { BindingFact, Step } from '../facts/module-facts.js';
import { codeOf } from './code.js';
import { dialectOf, quoted } from './dialect.js';
import { statementSpan } from './site.js';
import { type Edit, insert, type Source } from './source.js';

/** The first candidate that names nothing in this file in any scope; the last one with a number if all do. */
export function freeName(source: Source, candidates: readonly [string, ...string[]]): string {
  const code = codeOf(source);
  const isFree = (name: string): boolean => !new RegExp(`(?<![.\\w$#])${name}(?![\\w$])(?!\\s*:(?!:))`, 'u').test(code);
  const free = candidates.find(isFree);
  if (free !== undefined) return free;
  const last = candidates.at(-1) ?? candidates[0];
  let number = 2;
  while (!isFree(`${last}${String(number)}`)) number += 1;
  return `${last}${String(number)}`;
}

export interface Imported {
  /** How the file calls it. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** The name under which the file has the export, which is imported if need be. */
export function imported(source: Source, specifier: string, exported: string, local = exported): Imported {
  const existing = source.facts.bindings.find((binding) => isImportOf(binding, specifier, exported));
  if (existing) return { name: existing.name, edits: [] };
  const name = freeName(source, [local, `${local}Library`]);
  const dialect = dialectOf(source);
  const from = quoted(specifier, dialect);
  const statement = `${dialect.module === 'esm' ? importText(exported, name, from) : requireText(exported, name, from)}${dialect.semicolon}`;
  return { name, edits: [placed(source, statement)] };
}

function isImportOf({ imported: origin, sources }: BindingFact, specifier: string, exported: string): boolean {
  if (origin) return bareSpecifier(origin.specifier) === bareSpecifier(specifier) && origin.name === exported;
  return sources.some(({ value, path }) => {
    const isRequire = value?.kind === 'import' && bareSpecifier(value.specifier ?? '') === bareSpecifier(specifier);
    return isRequire && (path.join('.') === exported || (exported === 'default' && path.length === 0));
  });
}

/** `node:fs` and `fs` are one. */
export function bareSpecifier(specifier: string): string {
  return specifier.replace(/^node:/u, '');
}

function importText(exported: string, name: string, from: string): string {
  if (exported === 'default') return `import ${name} from ${from}`;
  return `import { ${exported === name ? name : `${exported} as ${name}`} } from ${from}`;
}

function requireText(exported: string, name: string, from: string): string {
  if (exported === 'default') return `const ${name} = require(${from})`;
  return `const { ${exported === name ? name : `${exported}: ${name}`} } = require(${from})`;
}

/** After the last import at the top of the file, else before its first statement. */
function placed(source: Source, statement: string): Edit {
  const { text } = source;
  const { eol } = dialectOf(source);
  const last = lastImportEnd(source);
  if (last !== undefined) return insert(last, eol + statement);
  const head = /^(?:#![^\n]*\r?\n)?(?:\s*(?:'use strict'|"use strict");?[^\S\n]*\r?\n)?/u.exec(text)?.[0].length ?? 0;
  return insert(head, statement + eol + eol);
}

function lastImportEnd(source: Source): number | undefined {
  const { facts, text } = source;
  const siblings = facts.functions.find(({ id }) => id === 0)?.body ?? [];
  const requires = siblings.filter(isRequireStatement).map((step) => statementSpan(source, { step, siblings })[1]);
  const imports = facts.imports.filter(({ kind }) => kind === 'import').map(({ span }) => span[1]);
  const ends = [...requires, ...imports];
  return ends.length === 0 ? undefined : Math.max(...ends) + (text.slice(Math.max(...ends)).startsWith(';') ? 1 : 0);
}

function isRequireStatement(step: Step): boolean {
  return step.kind === 'declare' && step.value?.kind === 'import' && !step.value.dynamic;
}
