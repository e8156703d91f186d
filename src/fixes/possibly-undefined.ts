/** Whether TypeScript takes an expression for one that may be undefined: what it narrows, it forgets in functions that run later. */
import type { Span } from '../facts/module-facts.js';
import { codeOf } from './code.js';
import { dialectOf } from './dialect.js';
import { siteOf } from './site.js';
import { type Source, textOf } from './source.js';

/** `receiver`: a chain of names, `this.server`; `at`: where it is used. */
export function mayBeUndefined(source: Source, receiver: string, at: Span): boolean {
  return isMaybeDeclared(source, receiver, at) || isTestedAround(source, receiver, at);
}

/** By its declaration: `let server: Server | undefined`. */
export function isMaybeDeclared(source: Source, receiver: string, at: Span): boolean {
  return isJudged(source, receiver) && isDeclaredSo(source, receiver, at);
}

/** `if (listener.server) { … }` stands around it, so that it is there just now. */
export function isTestedAround(source: Source, receiver: string, at: Span): boolean {
  return isJudged(source, receiver) && isTested(source, receiver, at);
}

function isJudged(source: Source, receiver: string): boolean {
  return dialectOf(source).typescript && /^[\w$.#]+$/u.test(receiver);
}

const UNDEFINED = /\b(?:undefined|null)\b/u;

function isDeclaredSo(source: Source, receiver: string, at: Span): boolean {
  const [root = '', name, ...more] = receiver.split('.');
  if (more.length > 0) return false;
  const heads =
    root === 'this' && name !== undefined ? fieldHeads(source, name, at) : name === undefined ? variableHeads(source, root) : [];
  return heads.some((head) => /^\?/u.test(head) || UNDEFINED.test(head));
}

/** What stands between the name and the value of a field. */
function fieldHeads(source: Source, name: string, at: Span): readonly string[] {
  const owner = source.facts.classes.filter(({ span }) => span[0] <= at[0] && at[1] <= span[1]).at(-1);
  const member = owner?.members.find((one) => one.kind === 'field' && one.name === name.replace(/^#/u, ''));
  return member ? [headOf(source, textOf(source, member.span).indexOf(name) + name.length + member.span[0])] : [];
}

/** A constant stays narrowed. */
function variableHeads(source: Source, name: string): readonly string[] {
  return source.facts.bindings
    .filter((binding) => binding.name === name && (binding.kind === 'let' || binding.kind === 'var'))
    .map(({ span }) => headOf(source, span[1]));
}

function headOf(source: Source, end: number): string {
  return /^\s*!?\??\s*(?::[^=;\n]*)?/u.exec(codeOf(source).slice(end, end + LONGEST))?.[0].trim() ?? '';
}

/** Types are read no further. Characters. */
const LONGEST = 300;

function isTested(source: Source, receiver: string, at: Span): boolean {
  const tests = (siteOf(source, at)?.around ?? []).flatMap((step) => (step.kind === 'branch' ? [textOf(source, step.test.span)] : []));
  const whole = new RegExp(`(?<![\\w$.])${receiver.replaceAll(/[$.]/gu, String.raw`\$&`)}(?![\\w$.]*\\()(?![\\w$])`, 'u');
  return receiver.includes('.') && tests.some((test) => whole.test(test));
}
