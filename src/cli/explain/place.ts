import path from 'node:path';
import { isFile } from '../../project/disk.js';
import type { Module } from '../../project/module.js';
import { named } from '../../project/naming.js';
import type { CallSite } from '../../project/module.js';
import type { Service } from '../../project/service.js';
import { functionThing, type FunctionThing } from '../../project/thing.js';

/** A line of a file, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** `src/server.ts:14`, with or without a column. Throws one sentence when that is no place. */
export function placeOf(text: string | undefined, cwd: string): Place {
  const [, name, line] = /^(.+?):(\d+)(?::\d+)?$/u.exec(text ?? '') ?? [];
  if (name === undefined) throw new Error('explain takes a place, such as src/server.ts:14.');
  const file = path.resolve(cwd, name);
  if (!isFile(file)) throw new Error(`There is no file "${name}".`);
  return { file, line: Number(line) };
}

/** A line of a module that was read, and what stands on it. */
export interface Line {
  readonly module: Module;
  /** The function that the line is part of; the body of the module where it is part of none. */
  readonly fn: FunctionThing;
  /** The calls that begin on the line. */
  readonly calls: readonly CallSite[];
}

export function lineAt(service: Service, { file, line }: Place): Line | undefined {
  const module = service.link.module(file);
  const text = service.workspace.text(file);
  if (!module || text === undefined) return undefined;
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const calls = module.calls.filter((site) => {
    const [begin] = named.span(service, site);
    return begin >= start && begin < end;
  });
  const indent = /^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return { module, fn: functionThing(module, calls[0]?.owner ?? functionAt(module, start + indent)), calls };
}

/** The innermost function around an offset. */
function functionAt(module: Module, offset: number): number {
  const around = module.facts.functions.filter(({ id, bodySpan }) => id > 0 && bodySpan[0] <= offset && offset < bodySpan[1]);
  const [innermost] = around.toSorted((one, other) => one.bodySpan[1] - one.bodySpan[0] - (other.bodySpan[1] - other.bodySpan[0]));
  return innermost?.id ?? 0;
}

/** `src/server.ts:14` for the beginning of a function. */
export function placeOfFunction(service: Service, { module, function: id }: FunctionThing): string {
  const before = service.workspace.text(module.path)?.slice(0, module.function(id)?.span[0] ?? 0) ?? '';
  return `${path.relative(service.workspace.root, module.path)}${id === 0 ? '' : `:${String(before.split('\n').length)}`}`;
}
