/** Bounds or removes what a probe waits for. */
import type { CallValue, Span } from '../facts/module-facts.js';
import { hasCallback } from './await-close.js';
import { codeOf } from './code.js';
import { type Dialect, dialectOf, layOut } from './dialect.js';
import { freeName } from './names.js';
import { callSite, isExpressionBody, isWholeStatement, queriedSite, type Site } from './site.js';
import { type Edit, type Edits, insert, lineStart, replace, type Source, textOf } from './source.js';
import { isBraceless } from './statements.js';

export interface UnboundedCall {
  readonly call: Span;
  readonly milliseconds: number;
}

/** `fetch` gets a signal; any other awaited promise is raced with one that rejects. */
export function boundProbeCall(source: Source, { call, milliseconds }: UnboundedCall): Edits {
  const site = queriedSite(source, call);
  if (!site) return undefined;
  const { callee } = site.value;
  if (callee.kind === 'global' && callee.name === 'fetch') return withSignal(source, site.value, milliseconds);
  if (hasCallback(source, site.value) || !isPromise(site) || isRaced(site)) return undefined;
  const helper = rejectAfter(source);
  const race = [insert(call[0], 'Promise.race(['), insert(call[1], `, ${helper.name}(${String(milliseconds)})])`)];
  return [...race, ...helper.edits];
}

/** https://nodejs.org/api/globals.html#class-abortsignal */
function withSignal(source: Source, { args: [url, options, ...more], span }: CallValue, milliseconds: number): Edits {
  const signal = `signal: AbortSignal.timeout(${String(milliseconds)})`;
  if (!url || more.length > 0 || url.kind === 'spread') return undefined;
  if (!options) return [insert(url.span[1], `, { ${signal} }`)];
  if (options.kind !== 'object')
    return options.kind === 'reference' ? [replace(options.span, `{ ...${textOf(source, options.span)}, ${signal} }`)] : undefined;
  if (options.properties.some(({ name, kind }) => name === 'signal' || kind === 'spread')) return undefined;
  const last = options.properties.at(-1);
  if (!last) return [replace(options.span, `{ ${signal} }`)];
  const isMethod = last.kind !== 'property' || last.value.kind === 'function';
  return isMethod || last.value.span[1] > span[1] ? undefined : [insert(last.value.span[1], `, ${signal}`)];
}

/** It is used as a promise: awaited, chained, returned, or joined with others. */
function isPromise({ parents: [parent], step, function: owner }: Site): boolean {
  if (!parent) return step.kind === 'return' && (owner.async || isExpressionBody(owner) || step.value?.kind === 'call');
  return (
    parent.kind === 'await' || parent.kind === 'array' || (parent.kind === 'member' && /^(?:then|catch|finally)$/u.test(parent.name ?? ''))
  );
}

function isRaced({ parents }: Site): boolean {
  return parents.some((parent) => parent.kind === 'call' && parent.callee.kind === 'member' && parent.callee.name === 'race');
}

/** The helper, once for each file: at its end, where a declaration may stand since it is hoisted. */
function rejectAfter(source: Source): { readonly name: string; readonly edits: readonly Edit[] } {
  const { facts, text } = source;
  const existing = facts.bindings.find(({ name, kind, owner }) => name === 'rejectAfter' && kind === 'function' && owner === 0);
  if (existing) return { name: existing.name, edits: [] };
  const dialect = dialectOf(source);
  const name = freeName(source, ['rejectAfter', 'rejectAfterMilliseconds']);
  const end = text.trimEnd().length;
  const lines = ['', '', ...rejectAfterLines(name, dialect)];
  return { name, edits: [insert(end, layOut(lines, dialect, ''))] };
}

function rejectAfterLines(name: string, { typescript, semicolon }: Dialect): string[] {
  const signature = typescript ? '(milliseconds: number): Promise<never>' : '(milliseconds)';
  return [
    `function ${name}${signature} {`,
    '\treturn new Promise((_resolve, reject) => {',
    `\t\tconst fail = () => reject(new Error(\`No answer within \${milliseconds} ms\`))${semicolon}`,
    `\t\tsetTimeout(fail, milliseconds).unref()${semicolon}`,
    `\t})${semicolon}`,
    '}',
  ];
}

/** Removes the statement that waits for a dependency when nothing uses what it gives. */
export function removeProbeCall(source: Source, call: Span): Edits {
  const site = callSite(source, call);
  if (!site || !isWholeStatement(source, site) || isBraceless(source, site) || isExpressionBody(site.function)) return undefined;
  return [replace(wholeLines(source, site.step.span), '')];
}

/** With the line that it leaves empty; a comment behind it stays. */
function wholeLines(source: Source, [start, end]: Span): Span {
  const from = lineStart(source, start);
  const rest = /^[\t ]*(?:\r?\n|$)/u.exec(source.text.slice(end));
  const isAlone = rest !== null && codeOf(source).slice(from, start).trim() === '' && source.text.slice(from, start).trim() === '';
  return isAlone ? [from, end + rest[0].length] : [start, end];
}
