/** Listens for a signal from the beginning, when what the shutdown closes is only made later. */
import { contains } from '../facts/spans.js';
import type { CallValue, Span, Value } from '../facts/module-facts.js';
import { placesAround } from './around.js';
import { blockAround } from './code.js';
import { type Dialect, dialectOf, layOut } from './dialect.js';
import { freeName } from './names.js';
import { callSite, isExpressionBody, type Site, statementSpan } from './site.js';
import { type Edit, type Edits, indentationAt, insert, lineStart, replace, type Source, textOf } from './source.js';
import { reindented } from './statements.js';
import { topPosition } from './top-position.js';
import { usesOf } from './uses.js';

export interface LateRegistration {
  /** `process.on('SIGTERM', …)` */
  readonly call: Span;
  /** What is waited for before, when it stands in this file. */
  readonly after?: Span;
  /** Imports that wait: they become dynamic ones, after the listener. */
  readonly imports?: readonly Span[];
}

/**
 * A variable holds what to do on the signal: at first to exit at once, since a process that has not started has nothing to drain,
 * and from then on what the late listener did. One listener is registered for both, so that they never run beside each other.
 */
export function listenEarly(source: Source, { call, after, imports = [] }: LateRegistration): Edits {
  const site = callSite(source, call);
  const registration = site && registrationOf(source, site);
  const place = registration && (importPlace(source, imports) ?? earlyPlace(source, registration, after));
  const loads = imports.map((span) => loadedLater(source, span));
  const held = registration && place && heldListener(source, registration);
  if (!registration || !place || held === undefined || loads.includes(undefined)) return undefined;
  const dialect = dialectOf(source);
  const name = freeName(source, ['shutdown', 'stop', 'shutdownGracefully']);
  const indentation = indentationAt(source, place.position);
  const early = earlyRegistration(source, registration, name, indentation);
  const lines = layOut([declaration(registration, name, dialect)], dialect, indentation).trimStart();
  const gap = place.isTop ? dialect.eol : '';
  const text = [lines, indentation + early].join(dialect.eol) + dialect.eol + gap + indentation;
  const later = loads.filter((edit) => edit !== undefined);
  return [insert(place.position, text), ...later, replace(registration.span, `${name} = ${held}${dialect.semicolon}`)];
}

interface Registration {
  /** The statement, or the loop over the names of signals that is only this statement. */
  readonly span: Span;
  readonly isAtTop: boolean;
  readonly listener: Value;
  /** The variable of that loop, when the listener uses it. */
  readonly signal?: string;
  /** The listener is called with the signal. */
  readonly takesSignal: boolean;
}

function registrationOf(source: Source, site: Site<CallValue>): Registration | undefined {
  const {
    step,
    value: {
      args: [, listener, ...more],
    },
    parents,
  } = site;
  if (!listener || more.length > 0 || parents.length > 0) return undefined;
  const loop = loopAround(source, site);
  if (!loop && step.kind !== 'evaluate') return undefined;
  const { bindings } = usesOf(source, [listener.span]);
  const signal = loop && bindings.has(loop.binding) ? source.facts.bindings[loop.binding]?.name : undefined;
  return {
    span: loop?.span ?? step.span,
    isAtTop: site.function.id === 0,
    listener,
    takesSignal: signal !== undefined || hasParameters(source, listener),
    ...(signal !== undefined && { signal }),
  };
}

/** `for (const signal of signals) { … }` or `signals.forEach((signal) => { … })` around nothing but the registration. */
function loopAround(
  source: Source,
  { step, siblings, around: [parent], function: owner, value }: Site,
): { readonly span: Span; readonly binding: number } | undefined {
  if (siblings.length !== 1) return undefined;
  if (parent?.kind === 'loop')
    return parent.variant === 'of' && parent.target?.kind === 'binding' ? { span: parent.span, binding: parent.target.binding } : undefined;
  const [parameter, ...more] = owner.parameters;
  const outer = placesAround(source, value.span)[1];
  if (parent || more.length > 0 || parameter?.binding === undefined || outer?.step.kind !== 'evaluate' || owner.body[0] !== step)
    return undefined;
  const { value: each } = outer.step;
  const isForEach = each.kind === 'call' && each.callee.kind === 'member' && each.callee.name === 'forEach';
  return isForEach ? { span: outer.step.span, binding: parameter.binding } : undefined;
}

function hasParameters({ facts }: Source, listener: Value): boolean {
  const declared =
    listener.kind === 'reference'
      ? facts.bindings[listener.binding]?.sources.find(({ value }) => value?.kind === 'function')?.value
      : listener;
  const fact = declared?.kind === 'function' ? facts.functions[declared.function] : undefined;
  return fact === undefined || fact.parameters.length > 0;
}

interface EarlyPlace {
  readonly position: number;
  /** Before a statement of the module that holds the registration. */
  readonly isTop: boolean;
}

/** Before the first import that waits. */
function importPlace(source: Source, imports: readonly Span[]): EarlyPlace | undefined {
  const [first] = imports;
  return first && isStartOfLine(source, first[0]) ? { position: first[0], isTop: false } : undefined;
}

/** `import { pool } from './db.js'` as `const { pool } = await import('./db.js')`. */
function loadedLater(source: Source, span: Span): Edit | undefined {
  const [, clause = '', from = ''] =
    /^import\s*(?:(?!\s)([^'"]*[^'"\s])\s*from\s*)?(['"][^'"]+['"])\s*;?$/u.exec(textOf(source, span)) ?? [];
  if (from === '' || /\btype\b/u.test(clause)) return undefined;
  const load = `await import(${from})${dialectOf(source).semicolon}`;
  const [whole, main, names] = /^(?:([\w$]+)\s*(?:,\s*)?)?(\{[^}]*\})?$/u.exec(clause) ?? [];
  const [, namespace] = /^\*\s*as\s+([\w$]+)$/u.exec(clause) ?? [];
  if (clause === '') return replace(span, load);
  if (namespace !== undefined) return replace(span, `const ${namespace} = ${load}`);
  if (whole === undefined) return undefined;
  const named = names
    ?.slice(1, -1)
    .replaceAll(/(?<!\s)\s+as\s+/gu, ': ')
    .trim();
  const parts = [...(main === undefined ? [] : [`default: ${main}`]), ...(named ? [named] : [])];
  return replace(span, `const { ${parts.join(', ')} } = ${load}`);
}

/** Before the wait, where the registration sees what is declared there; else before the statement of the module that holds the registration. */
export function earlyPlace(
  source: Source,
  { span, isAtTop }: Pick<Registration, 'span' | 'isAtTop'>,
  after: Span | undefined,
): EarlyPlace | undefined {
  const places = after
    ? placesAround(source, after).filter(({ step, function: owner }) => step.span[0] <= span[0] && !isExpressionBody(owner))
    : [];
  const starts = places.map((place) => statementSpan(source, place)[0]);
  const seen = starts.find((start) => isStartOfLine(source, start) && isSeenFrom(source, start, span));
  if (seen !== undefined) return { position: seen, isTop: false };
  const top = isAtTop ? undefined : topPosition(source, span);
  return top === undefined ? undefined : { position: top, isTop: true };
}

function isStartOfLine(source: Source, position: number): boolean {
  return source.text.slice(lineStart(source, position), position).trim() === '';
}

function isSeenFrom(source: Source, position: number, span: Span): boolean {
  const block = blockAround(source, position);
  return block === undefined || contains(block, span);
}

function declaration({ takesSignal, signal }: Registration, name: string, { typescript, semicolon }: Dialect): string {
  const parameter = takesSignal ? `signal: ${signal === undefined ? 'NodeJS.Signals' : 'string'}` : '';
  return `let ${name}${typescript ? `: (${parameter}) => unknown` : ''} = () => process.exit(0)${semicolon}`;
}

function earlyRegistration(
  source: Source,
  { span, listener, signal, takesSignal }: Registration,
  name: string,
  indentation: string,
): string {
  const { typescript } = dialectOf(source);
  const given = signal ?? (takesSignal ? 'signal' : '');
  const call = `(${signal === undefined ? given : ''}) => ${typescript ? 'void ' : ''}${name}(${given})`;
  const own = indentationAt(source, span[0]);
  const text = textOf(source, [span[0], listener.span[0]]) + call + textOf(source, [listener.span[1], span[1]]);
  return reindented(text, own, indentation);
}

/** What stood in the registration. A listener that used the variable of the loop gets the signal as its argument. */
function heldListener(source: Source, { span, listener, signal }: Registration): string | undefined {
  const text = reindented(textOf(source, listener.span), indentationAt(source, listener.span[0]), indentationAt(source, span[0]));
  if (signal === undefined) return text;
  const bare = /^((?:async )?(?:function ?)?)\(\s*\)/u.exec(text);
  const parameter = dialectOf(source).typescript ? `${signal}: string` : signal;
  return listener.kind === 'function' && bare ? `${bare[1] ?? ''}(${parameter})${text.slice(bare[0].length)}` : undefined;
}
