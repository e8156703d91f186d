/** The statement that makes a service live, with a handle on what it makes. */
import { codeOf } from './code.js';
import type { CallValue, Span, Step, Value } from '../facts/module-facts.js';
import { allValues } from '../facts/walk.js';
import { dialectOf, layOut } from './dialect.js';
import { liveField } from './live-field.js';
import { freeName } from './names.js';
import { callSite, isExported, isExpressionBody, type Site, statementSpan } from './site.js';
import { type Edit, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { insertAfter, insertBefore, isBraceless } from './statements.js';

export interface LiveCall {
  /** What to close, in terms of names in scope where `place` puts its lines. */
  readonly handle: string;
  /** Puts statements where the live call has just run, or just before it where nothing of it is needed. */
  readonly place: (lines: readonly string[]) => readonly Edit[];
  /** Whether the lines stand among the statements of the module itself. */
  readonly isAtTop: boolean;
}

/** The methods that give back what they are called on, so that a handle on the chain is a handle on its start. */
const CHAINABLE = new Set(['on', 'once', 'addListener', 'prependListener', 'setTimeout', 'ref', 'unref', 'setMaxListeners', 'listen']);

/** `receiver`: what the call makes live has this name already; else the result is kept, under the first free name. */
export function liveCall(
  source: Source,
  start: Span,
  receiver: string | undefined,
  names: readonly [string, ...string[]],
): LiveCall | undefined {
  const site = callSite(source, start);
  if (!site) return liveField(source, start);
  if (isInLoopHead(site)) return undefined;
  if (isExported(source, site)) return exported(source, site, names);
  const chain = chainOf(site);
  const rest = site.parents.slice(chain.length);
  const whole = chain.at(-1) ?? site.value;
  if (receiver !== undefined) return around(source, site, receiver, rest);
  return kept(source, site, { whole, rest }, names);
}

/** `export default app.listen()`: the result gets a name, and that is exported. */
function exported(source: Source, site: Site<CallValue>, names: readonly [string, ...string[]]): LiveCall | undefined {
  const outer = site.parents.at(-1) ?? site.value;
  const head = /export\s+default\s*$/u.exec(source.text.slice(0, outer.span[0]));
  if (!head || chainOf(site).length < site.parents.length || site.step.kind !== 'evaluate') return undefined;
  const handle = freeName(source, names);
  const declaration = replace([head.index, outer.span[0]], `const ${handle} = `);
  const dialect = dialectOf(source);
  const end = site.step.span[1] + (source.text[site.step.span[1]] === ';' ? 1 : 0);
  const last = `export default ${handle}${dialect.semicolon}`;
  const place = (lines: readonly string[]): readonly Edit[] => [
    declaration,
    insert(end, dialect.eol + layOut(['', ...lines, '', last], dialect, '')),
  ];
  return { handle, isAtTop: true, place };
}

function isInLoopHead({ step, around: [parent] }: Site): boolean {
  return parent?.kind === 'loop' && parent.init.includes(step);
}

/** The calls on the result that give it back: `.on('error', …)`. */
export function chainOf({ parents }: Site): Value[] {
  const end = parents.findIndex((parent, index) => (index % 2 === 0 ? !isChainable(parent) : parent.kind !== 'call'));
  const length = end === -1 ? parents.length : end;
  return parents.slice(0, length - (length % 2));
}

function isChainable(value: Value): boolean {
  return value.kind === 'member' && CHAINABLE.has(value.name ?? '');
}

function around(source: Source, site: Site<CallValue>, receiver: string, rest: readonly Value[]): LiveCall | undefined {
  const isAtTop = site.siblings === source.facts.functions[0]?.body;
  const isAwaited = rest.some(({ kind }) => kind === 'await');
  if (isExpressionBody(site.function)) return beforeReturn(source, site, receiver);
  if (isBraceless(source, site)) return inBlock(source, site, { handle: receiver, head: '', tail: [] });
  const isBefore = isAwaited || site.step.kind === 'return';
  const place = (lines: readonly string[]): readonly Edit[] => [
    isBefore ? insertBefore(source, firstWait(source, site, lines), [...lines, '']) : insertAfter(source, site, ['', ...lines]),
  ];
  return { handle: receiver, place, isAtTop };
}

/** The first statement of the list that waits, if all that the lines name is there already: a signal may come during the start. */
function firstWait(source: Source, { step: live, siblings }: Site, lines: readonly string[]): Pick<Site, 'step' | 'siblings'> {
  const text = lines.join('\n');
  const isNamed = (name: string): boolean => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'u').test(text);
  const declared = source.facts.bindings.filter(({ span, name }) => span[0] < live.span[0] && isNamed(name)).map(({ span }) => span[0]);
  const before = siblings.slice(0, siblings.indexOf(live));
  const waiting = before.find(
    (step) => allValues([step]).some(({ kind }) => kind === 'await') && declared.every((position) => position < step.span[0]),
  );
  return { step: waiting ?? live, siblings };
}

/** `() => app.listen()` as a block that still returns what it returned. */
function beforeReturn(source: Source, { step: { span }, function: owner }: Site, handle: string): LiveCall | undefined {
  if (span[1] !== owner.span[1]) return undefined;
  const dialect = dialectOf(source);
  const base = indentationAt(source, span[0]);
  const place = (lines: readonly string[]): readonly Edit[] => {
    const added = layOut(['{', ...lines.map((line) => (line === '' ? '' : `\t${line}`)), '', '\treturn '], dialect, base);
    return [insert(span[0], added.trimStart()), insert(span[1], `${dialect.semicolon}${dialect.eol}${base}}`)];
  };
  return { handle, place, isAtTop: false };
}

interface Result {
  /** The expression that gives the handle. */
  readonly whole: Value;
  readonly rest: readonly Value[];
}

function kept(source: Source, site: Site<CallValue>, { whole, rest }: Result, names: readonly [string, ...string[]]): LiveCall | undefined {
  const existing = existingHandle(source, site.step, rest);
  if (existing !== undefined) return around(source, site, existing, []);
  if (rest.some(({ kind }) => kind !== 'await')) return undefined;
  const { step } = site;
  if (step.kind !== 'evaluate' && step.kind !== 'return') return undefined;
  const handle = freeName(source, names);
  if (isExpressionBody(site.function)) {
    return inBlock(source, site, { handle, head: `const ${handle} = `, tail: [`return ${handle}`] });
  }
  if (isBraceless(source, site)) {
    return step.kind === 'return' ? undefined : inBlock(source, site, { handle, head: `const ${handle} = `, tail: [] });
  }
  const isAtTop = site.siblings === source.facts.functions[0]?.body;
  const outer = rest.at(-1) ?? whole;
  if (source.text.startsWith('(', step.span[0])) return undefined;
  const declaration = replace([step.span[0], outer.span[0]], `const ${handle} = `);
  const { semicolon } = dialectOf(source);
  const tail = step.kind === 'return' ? ['', `return ${handle}${semicolon}`] : [];
  return { handle, isAtTop, place: (lines) => [declaration, insertAfter(source, site, ['', ...lines, ...tail])] };
}

/** `const server = app.listen()`, `this.server = await start()`. */
function existingHandle(source: Source, step: Step, rest: readonly Value[]): string | undefined {
  const unawaited = rest.filter(({ kind }) => kind !== 'await');
  const [assigned] = unawaited;
  if (step.kind === 'declare' && unawaited.length === 0) {
    return step.target.kind === 'binding' ? source.facts.bindings[step.target.binding]?.name : undefined;
  }
  if (assigned?.kind !== 'assign' || assigned.operator !== '=' || unawaited.length > 1) return undefined;
  const { target } = assigned;
  if (target.kind === 'member') return textOf(source, target.span);
  return target.kind === 'binding' ? source.facts.bindings[target.binding]?.name : undefined;
}

interface BlockBody {
  readonly handle: string;
  readonly head: string;
  readonly tail: readonly string[];
}

/** Gives the branch or arrow function that is only this statement its braces. */
function inBlock(source: Source, site: Site, { handle, head, tail }: BlockBody): LiveCall | undefined {
  const dialect = dialectOf(source);
  const isExpression = isExpressionBody(site.function);
  const span = isExpression ? site.step.span : statementSpan(source, site);
  if (isExpression && span[1] !== site.function.span[1]) return undefined;
  const base = indentationAt(source, span[0]);
  const inner = base + dialect.indent;
  const opening = `{${dialect.eol}${inner}${head}`;
  const ending =
    isExpression ||
    !codeOf(source)
      .slice(...span)
      .endsWith(';')
      ? dialect.semicolon
      : '';
  const place = (lines: readonly string[]): readonly Edit[] => {
    const added = layOut(['', ...lines, ...tail.flatMap((line) => ['', line + dialect.semicolon])], dialect, inner);
    return [insert(span[0], opening), insert(span[1], `${ending}${dialect.eol}${added}${dialect.eol}${base}}`)];
  };
  return { handle, place, isAtTop: false };
}
