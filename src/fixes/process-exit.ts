/** What a handler does instead of ending the process under everybody's feet. */
import { contains } from '../facts/spans.js';
import type { CallValue, FunctionFact, Span, Value } from '../facts/module-facts.js';
import { codeOf } from './code.js';
import { dialectOf, quoted } from './dialect.js';
import { bareSpecifier } from './names.js';
import { callSite, isExpressionBody, isOwnStatement, type Site } from './site.js';
import { type Edits, insert, replace, type Source, textOf } from './source.js';
import { isLastInFunction, replaceStatement } from './statements.js';

/** Asks for the shutdown that SIGTERM starts: the exit code is kept, work in flight ends. */
export function raiseSigterm(source: Source, exit: Span): Edits {
  const site = callSite(source, exit);
  if (!site || !isOwnStatement(source, site)) return undefined;
  const name = processName(source, site.value);
  if (name === undefined) return undefined;
  const { semicolon } = dialectOf(source);
  const [code, ...more] = site.value.args;
  const [signal] = more;
  if (signal && code && isMethod(site.value, 'kill')) return [replace(signal.span, quoted('SIGTERM', dialectOf(source)))];
  if (more.length > 0 || code?.kind === 'spread') return undefined;
  const kept = code && !isZero(code) ? [`${name}.exitCode = ${textOf(source, code.span)}${semicolon}`] : [];
  const raised = `${name}.kill(${name}.pid, ${quoted('SIGTERM', dialectOf(source))})${semicolon}`;
  const edit = replaceStatement(source, site, [...kept, raised, ...leaving(source, site)]);
  return edit && [edit];
}

function isMethod({ callee }: CallValue, name: string): boolean {
  return callee.kind === 'member' && callee.name === name;
}

function isZero(value: Value): boolean {
  return value.kind === 'literal' && value.value === 0;
}

/** What stood behind the exit never ran, and still must not. */
function leaving(source: Source, site: Site): readonly string[] {
  if (isExpressionBody(site.function) || (site.step.kind === 'evaluate' && isLastInFunction(site))) return [];
  return site.function.id === 0 ? [] : [`return${dialectOf(source).semicolon}`];
}

/** The default import of node:process, or the global unless the file calls something else so. */
function processName({ facts }: Source, { callee }: CallValue): string | undefined {
  const isProcessImport = (specifier = ''): boolean => bareSpecifier(specifier) === 'process';
  const own = facts.bindings.find(({ imported, sources }) => {
    const isDefault = imported?.name === 'default' && isProcessImport(imported.specifier);
    return (
      isDefault || sources.some(({ value, path }) => value?.kind === 'import' && path.length === 0 && isProcessImport(value.specifier))
    );
  });
  if (own) return own.name;
  const isShadowed = facts.bindings.some(({ name, imported }) => name === 'process' && !isProcessImport(imported?.specifier));
  return isShadowed || callee.kind === 'function' ? undefined : 'process';
}

export interface PassedError {
  readonly exit: Span;
  /** `next`: Express and its like pass errors on by a function; `throw`: the framework catches what its async handlers throw. */
  readonly style: 'next' | 'throw';
}

/** `next(error)` or `throw error`, with the error that is in scope at the exit. */
export function passError(source: Source, { exit, style }: PassedError): Edits {
  const site = callSite(source, exit);
  const error = site && isOwnStatement(source, site) ? errorInScope(source, site) : undefined;
  if (!site || error === undefined) return undefined;
  if (style === 'throw') return throwError(source, site, error);
  const next = nextInScope(source, exit);
  if (!next) return undefined;
  const { semicolon } = dialectOf(source);
  const passed = `${next.name}(${error})${semicolon}`;
  const edit = replaceStatement(source, site, passedLines(source, site, passed));
  return edit && [edit, ...next.edits];
}

function passedLines(source: Source, site: Site, passed: string): readonly string[] {
  if (site.step.kind === 'return' && !isExpressionBody(site.function)) return [`return ${passed}`];
  return [passed, ...leaving(source, site)];
}

/** Only what the handler itself throws, or awaits, reaches the framework. */
function throwError(source: Source, site: Site, error: string): Edits {
  const { function: owner } = site;
  const isHandler = owner.async && ownersOf(source, owner).length === 0;
  const isCaught = site.around.some(
    (step) => step.kind === 'attempt' && step.handler !== undefined && step.body.some(({ span }) => contains(span, site.step.span)),
  );
  if (!isHandler || isCaught) return undefined;
  const edit = replaceStatement(source, site, [`throw ${error}${dialectOf(source).semicolon}`]);
  return edit && [edit];
}

/** The functions around a function that stand in a call of the same handler: those that take no part in registering it are left out. */
function ownersOf({ facts }: Source, { owner }: FunctionFact): readonly FunctionFact[] {
  const outer = facts.functions[owner];
  return outer && outer.id !== 0 && outer.parameters.some(({ name }) => /^(?:req|request|ctx|context)$/u.test(name ?? '')) ? [outer] : [];
}

const ERROR_NAME = /^(?:e|err|error|ex|exception|reason|cause)$|(?:Error|Err)$/u;

function errorInScope(source: Source, site: Site): string | undefined {
  const { bindings } = source.facts;
  const attempt = site.around.find((step) => step.kind === 'attempt' && step.handler?.some(({ span }) => contains(span, site.step.span)));
  const caught = attempt?.kind === 'attempt' && attempt.parameter !== undefined ? bindings[attempt.parameter]?.name : undefined;
  if (caught !== undefined) return caught;
  const [first] = site.function.parameters;
  return first?.name !== undefined && ERROR_NAME.test(first.name) ? first.name : undefined;
}

/** The parameter called `next`, which a handler of two parameters gets. */
function nextInScope(source: Source, exit: Span): { readonly name: string; readonly edits: NonNullable<Edits> } | undefined {
  const around = source.facts.functions.filter(({ id, span }) => id !== 0 && contains(span, exit));
  const inner = around.toSorted((one, other) => other.span[0] - one.span[0]);
  if (inner.some(({ parameters }) => parameters.some(({ name }) => name === 'next'))) return { name: 'next', edits: [] };
  const handler = inner.find(
    ({ parameters: [request, response, ...more] }) => isRequest(request?.name) && isResponse(response?.name) && more.length === 0,
  );
  if (!handler || handler.parameters.some(({ type }) => type)) return undefined;
  const head = codeOf(source).slice(handler.span[0], handler.bodySpan[0]);
  const end = head.lastIndexOf(')');
  return end === -1 ? undefined : { name: 'next', edits: [insert(handler.span[0] + end, ', next')] };
}

function isRequest(name = ''): boolean {
  return /^_?(?:req|request)$/u.test(name);
}

function isResponse(name = ''): boolean {
  return /^_?(?:res|response)$/u.test(name);
}

/** `process.exitCode = 1` in place of the exit: the process ends by itself, once nothing is open any more. */
export function setExitCode(source: Source, exit: Span): Edits {
  const site = callSite(source, exit);
  if (!site || !isOwnStatement(source, site)) return undefined;
  const name = processName(source, site.value);
  const [code, ...more] = site.value.args;
  if (name === undefined || more.length > 0 || code?.kind === 'spread') return undefined;
  const kept = `${name}.exitCode = ${code ? textOf(source, code.span) : '0'}${dialectOf(source).semicolon}`;
  const edit = replaceStatement(source, site, [kept, ...leaving(source, site)]);
  return edit && [edit];
}
