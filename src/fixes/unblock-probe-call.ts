/** Synchronous calls as calls that let the event loop run. */
import type { CallValue, Span } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { promisedTwin, type Twin } from './promised-twins.js';
import { callSite, type Site } from './site.js';
import { type Edit, type Edits, insert, replace, type Source } from './source.js';

export interface BlockingCall {
  readonly call: Span;
  /** The name of the function that blocks (`readFileSync`), as its library exports it. */
  readonly member: string;
  /** Whoever calls the function waits for a promise as well: a framework, or the only caller, which is changed. */
  readonly isAwaited?: boolean;
}

/** `await fs.promises.readFile(p)` for `fs.readFileSync(p)`, in the way the file imports it. Makes the function async if need be. */
export function unblockProbeCall(source: Source, { call, member, isAwaited = false }: BlockingCall): Edits {
  const site = callSite(source, call);
  const twin = site && !site.value.construct ? promisedTwin(source, site.value, member) : undefined;
  const asynchronous = site && twin && makeAsync(source, site.function, isAwaited);
  return asynchronous && [...asynchronous, ...awaitedTwin(site, twin), ...twin.edits];
}

function awaitedTwin(site: Site<CallValue>, { callee, more = '', tail = '' }: Twin): readonly Edit[] {
  const {
    span,
    callee: {
      span: [, end],
    },
  } = site.value;
  const isMember = tail.startsWith('.stdout');
  const isGrouped = isMember || needsParentheses(site);
  const before = isMember ? '(await ' : isGrouped ? '(await ' : 'await ';
  const after = isMember ? `)${tail}` : `${tail}${isGrouped ? ')' : ''}`;
  return [
    replace([span[0], end], before + callee),
    ...(more === '' ? [] : [insert(span[1] - 1, more)]),
    ...(after === '' ? [] : [insert(span[1], after)]),
  ];
}

/** `(await f()).length`, and what an operator would take away from the `await`. */
function needsParentheses({ parents: [parent], value }: Site): boolean {
  if (parent?.kind === 'member') return parent.object === value;
  return parent?.kind === 'call' && parent.callee === value;
}

/** The call of a function that has become async. */
export function awaitCall(source: Source, call: Span, isAwaited: boolean): Edits {
  const site = callSite(source, call);
  const asynchronous = site && makeAsync(source, site.function, isAwaited);
  if (!asynchronous) return undefined;
  if (site.parents[0]?.kind === 'await') return asynchronous;
  const isGrouped = needsParentheses(site);
  return [...asynchronous, insert(call[0], isGrouped ? '(await ' : 'await '), ...(isGrouped ? [insert(call[1], ')')] : [])];
}
