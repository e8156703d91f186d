/** The file's own way of writing, so that what is inserted looks as if it had always been there. */
import type { Step } from '../facts/module-facts.js';
import { allSteps, allValues } from '../facts/walk.js';
import { codeOf } from './code.js';
import { type Source, textOf } from './source.js';

export interface Dialect {
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  /** One level: a tab or some spaces. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly trailingComma: ',' | '';
  readonly topLevelAwait: boolean;
}

export function dialectOf(source: Source): Dialect {
  const { text, path } = source;
  return {
    module: moduleOf(source),
    typescript: /\.[cm]?tsx?$/iu.test(path),
    quote: count(text, /"(?:\\.|[^"\\\n]){0,200}"/gu) > count(text, /'(?:\\.|[^'\\\n]){0,200}'/gu) ? '"' : "'",
    semicolon: usesSemicolons(source) ? ';' : '',
    indent: indentOf(source),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    trailingComma: usesTrailingCommas(text) ? ',' : '',
    topLevelAwait: source.topLevelAwait ?? allowsTopLevelAwait(source),
  };
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function moduleOf({ path, facts }: Source): 'esm' | 'cjs' {
  if (/\.m[jt]sx?$/iu.test(path)) return 'esm';
  if (/\.c[jt]sx?$/iu.test(path)) return 'cjs';
  return facts.format === 'esm' ? 'esm' : 'cjs';
}

function usesSemicolons(source: Source): boolean {
  const ends = source.facts.functions.flatMap((fact) => allSteps(fact.body)).filter(isEndedBySemicolon);
  const withOne = ends.filter(({ span }) => textOf(source, [span[1] - 1, span[1] + 1]).includes(';')).length;
  return ends.length > 0 ? withOne * 2 >= ends.length : source.text.trim() === '' || codeOf(source).includes(';');
}

function isEndedBySemicolon({ kind, span, ...step }: Step): boolean {
  const isExpressionBody = kind === 'return' && 'value' in step && step.value?.span[0] === span[0];
  return (kind === 'evaluate' || kind === 'return' || kind === 'throw') && !isExpressionBody;
}

/** The smallest indentation in the code; continuation lines and comments are deeper or blank. */
function indentOf(source: Source): string {
  const starts = [...codeOf(source).matchAll(/^([\t ]+)\S/gmu)].map(([, white = '']) => white);
  if (starts.some((white) => white.startsWith('\t'))) return '\t';
  const widths = starts.map((white) => white.length).filter((width) => width > 1);
  return ' '.repeat(widths.length > 0 ? Math.min(...widths, 8) : 2);
}

/** Prettier's default since 3.0, where the file has no list over several lines. */
function usesTrailingCommas(text: string): boolean {
  const trailing = count(text, /,[\t ]*\r?\n\s*[\])}]/gu);
  const bare = count(text, /[\w'")\]}][\t ]*\r?\n\s*(?:\]|\}\))/gu);
  return trailing >= bare;
}

/** TypeScript may compile a module to CommonJS, where `await` cannot stand at the top. */
function allowsTopLevelAwait({ path, facts }: Source): boolean {
  if (/\.mjs$|\.mts$/iu.test(path)) return true;
  if (facts.functions.some((fact) => fact.id === 0 && allValues(fact.body).some(({ kind }) => kind === 'await'))) return true;
  return facts.format === 'esm' && /\.jsx?$/iu.test(path);
}

/** Joins lines of a template: each tab at their start is one level of the file's own indentation. */
export function layOut(lines: readonly string[], { indent, eol }: Dialect, base: string): string {
  const laid = lines.map((line) => (line === '' ? '' : base + line.replace(/^\t+/u, (tabs) => indent.repeat(tabs.length))));
  return laid.join(eol);
}

export function quoted(text: string, { quote }: Dialect): string {
  return quote + text + quote;
}

/** `10_000` for ten seconds. */
export function milliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000)).replace(/\B(?=(?:\d{3}){1,7}$)/gu, '_');
}
