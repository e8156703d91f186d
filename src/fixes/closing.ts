/** Closes as statements that wait for the end of the close. */
import type { Close } from '../catalogue/shape.js';
import type { Dialect } from './dialect.js';

/** What keeps a close of the thing open, and from where it is ended. */
export interface Drain {
  /** `told`: a library closes them, once they are told. */
  readonly connections: 'keep-alive' | 'told' | 'sessions' | 'sockets';
  /** From the thing to the server of Node.js that has its connections: empty, or `server.` for the instance of a framework. */
  readonly path: string;
  /** After this the connections that are left are cut, so that the rest of the shutdown still has some time. */
  readonly limitSeconds: number;
  /** The server of Node.js, with its dot, when it is not reached from what is closed. */
  readonly server?: string;
  /** WebSocket servers on it: their connections are not its own any more, and still hold its close. */
  readonly sockets?: readonly Sockets[];
  /** A set with all sessions of an HTTP/2 server. */
  readonly sessions?: string;
  /** TypeScript does not know that the server has the methods by which its connections end. */
  readonly isUnion?: true;
}

export interface Sockets {
  readonly name: string;
  readonly library: 'ws' | 'socket.io';
}

/** How the end of a close is told: as the catalogue says, or by an event alone (`event:stopped`). */
export type Telling = Close['style'] | `event:${string}`;

export function tellingOf({ style }: Pick<Close, 'style'>, event: string | undefined): Telling {
  return event === undefined ? style : `event:${event}`;
}

export function eventIn(telling: Telling): string | undefined {
  return /^event:(.*)$/su.exec(telling)?.[1];
}

/** The call gives no promise: one has to be made. */
export function givesNoPromise(telling: Telling): boolean {
  return telling === 'callback' || eventIn(telling) !== undefined;
}

export interface Closer {
  /** The whole call, without completion callback, in terms of names in scope: `server.close()`, `this.pool.end()`. */
  readonly expression: string;
  readonly style: Telling;
  /** Of a server whose connections can hold the close open. */
  readonly drain?: Drain | undefined;
}

/** The same call, whether or not there may be nothing to close: `pool?.end()` and `pool.end()`. */
export function unchained(expression: string): string {
  return expression.replace('?.', '.');
}

/** Lines for `layOut`. */
export function closeLines(closer: Closer, dialect: Dialect): readonly string[] {
  const { semicolon } = dialect;
  const { expression, style } = closer;
  const [absent = '', ...called] = expression.split('?.');
  // What a test outside tells of a variable, TypeScript forgets in the function that closes.
  if (givesNoPromise(style) && called.length > 0 && !dialect.typescript) {
    return onlyIf(absent, closeLines({ expression: `${absent}.${called.join('?.')}`, style }, dialect));
  }
  if (givesNoPromise(style)) return prefixed('await ', completionPromise(expression, dialect, style), semicolon);
  return [`${style === 'promise' || style === 'either' ? 'await ' : ''}${expression}${semicolon}`];
}

/** A callback that is never called, since there is nothing to close, would be waited for without end. */
function onlyIf(test: string, lines: readonly string[]): readonly string[] {
  return [`if (${test}) {`, ...lines.map((line) => `\t${line}`), '}'];
}

export function needsAwait({ style }: Closer): boolean {
  return givesNoPromise(style) || style === 'promise' || style === 'either';
}

function prefixed(prefix: string, [first = '', ...more]: readonly string[], semicolon: string): string[] {
  return [prefix + first, ...more.slice(0, -1), (more.at(-1) ?? '') + semicolon];
}

/**
 * `new Promise(…)` around a call whose callback or event alone tells the end: to await what such a call returns waits for nothing. Where
 * there may be nothing to close (`server?.close()`), nothing is waited for either.
 */
export function completionPromise(call: string, dialect: Dialect, telling: Telling = 'callback'): readonly string[] {
  const { typescript, semicolon } = dialect;
  const [, receiver, method] = /^([\w$.#]+)\?(\.[\w$]+\(.*)$/su.exec(call) ?? [];
  const event = eventIn(telling);
  if (event !== undefined) return eventPromise(call, event, dialect);
  const closing = withCallback(receiver === undefined ? call : receiver + (method ?? ''), '(error) => (error ? reject(error) : resolve())');
  return [
    `new Promise${typescript ? '<void>' : ''}((resolve, reject) => {`,
    ...(receiver === undefined
      ? [`\t${closing}${semicolon}`]
      : [`\tif (${receiver}) ${closing}${semicolon}`, `\telse resolve()${semicolon}`]),
    '})',
  ];
}

/** The listener stands before the call: the end may come at once. */
function eventPromise(call: string, event: string, { typescript, semicolon, quote }: Dialect): readonly string[] {
  const [, receiver = '', optional] = /^(.+?)(\?)?\.[\w$]+\([^()]*\)$/su.exec(call) ?? /^(.+?)(\?)?\.[\w$]+\(/su.exec(call) ?? [];
  const listening = `${receiver}.once(${quote}${event}${quote}, () => resolve())${semicolon}`;
  const heard = optional === undefined ? [listening] : [`if (${receiver}) ${listening}`, `else resolve()${semicolon}`];
  const lines = [...heard, `${call}${semicolon}`];
  return [`new Promise${typescript ? '<void>' : ''}((resolve) => {`, ...lines.map((line) => `\t${line}`), '})'];
}

/** Adds the last argument to a call. */
export function withCallback(call: string, callback: string): string {
  const head = call.replace(/\)$/u, '').trimEnd().replace(/,$/u, '').trimEnd();
  return `${head}${head.endsWith('(') ? '' : ', '}${callback})`;
}
