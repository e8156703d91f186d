/** Gives a service that ignores SIGTERM a shutdown. */
import type { CallValue, Span } from '../facts/module-facts.js';
import { allValues } from '../facts/walk.js';
import { alternativeCalls } from './alternatives.js';
import { hasComment } from './code.js';
import type { Closer } from './closing.js';
import { dialectOf } from './dialect.js';
import { earlyShutdown, type StartUpWait } from './early-shutdown.js';
import { liveCall } from './live-call.js';
import { freeName } from './names.js';
import { mayBeUndefined } from './possibly-undefined.js';
import { type Pattern, TEMPLATES } from './shutdown-libraries.js';
import { callSite, isWholeStatement, type Site, siteOf } from './site.js';
import { type Edits, replace, type Source, textOf } from './source.js';
import { insertAfter } from './statements.js';

export interface SigtermListener {
  /** The call that makes the service live. */
  readonly start: Span;
  /** The calls that make it live on the ways that this one is not on. */
  readonly alternatives?: readonly Span[];
  /** SIGINT has a listener in another file already. */
  readonly isInterrupted?: boolean;
  /** What it makes live when that has a name in scope already (`server`, `this.app`); absent: the call's result, or what it resolves to. */
  readonly receiver?: string;
  /** Names for the result when it is dropped so far, best first; `server` if absent. */
  readonly names?: readonly [string, ...string[]];
  /** What is closed, in order, in terms of names in scope at the live call; what is live, which is called `handle`, comes first. */
  readonly closers: (handle: string) => readonly [Closer, ...Closer[]];
  readonly deadlineSeconds: number;
  /** What the start waits for before this. */
  readonly wait?: StartUpWait;
  readonly pattern: Pattern;
}

/** A SIGINT listener that is there already shuts down on SIGTERM as well; else the pattern is put after the live call. */
export function addSigtermListener(
  source: Source,
  { start, receiver, alternatives = [], names = ['server', 'httpServer'], ...service }: SigtermListener,
): Edits {
  if (interruptListener(source)) return shareInterrupt(source);
  const live =
    alternatives.length > 0
      ? alternativeCalls(source, [start, ...alternatives], receiver, names)
      : liveCall(source, start, receiver, names);
  if (!live || isRepeated(source, start)) return undefined;
  const { isAtTop } = live;
  const isKept = mayBeUndefined(source, live.handle, start);
  const handle = isKept ? freeName(source, names) : live.handle;
  const kept = isKept ? [`const ${handle} = ${live.handle}${dialectOf(source).semicolon}`] : [];
  const [close, ...closers] = service.closers(handle);
  const common = { ...service, handle, close, closers, isAtTop };
  const written = TEMPLATES[service.pattern](source, common);
  if (!written) return undefined;
  const edits = live.place([...kept, ...written.lines]);
  const { isInterrupted = false } = service;
  const wait = service.wait ?? ownWait(source, start);
  const early =
    wait &&
    service.pattern === 'inline' &&
    earlyShutdown(source, wait, { span: start, isAtTop: isInModule(source, start), isInterrupted }, edits);
  const later = early && TEMPLATES.inline(source, { ...common, held: early.name });
  return later ? [early.edit, ...live.place([...kept, ...later.lines]), ...later.edits] : [...edits, ...written.edits];
}

/** `const server = await app.listen()`. */
function ownWait(source: Source, start: Span): StartUpWait | undefined {
  return callSite(source, start)?.parents.some(({ kind }) => kind === 'await') ? { span: start } : undefined;
}

function isInModule(source: Source, span: Span): boolean {
  return siteOf(source, span)?.function.id === 0;
}

/** In a loop, or in a function that is called for each of several: there would be as many shutdowns, and the first one ends them all. */
function isRepeated(source: Source, start: Span): boolean {
  const site = siteOf(source, start);
  if (!site) return false;
  if (site.around.some(({ kind }) => kind === 'loop')) return true;
  const { id, span } = site.function;
  const written = id === 0 ? undefined : siteOf(source, span);
  const given = written?.value.kind === 'function' ? written.parents[0] : undefined;
  const isForEach = given?.kind === 'call' && given.callee.kind === 'member' && /^(?:forEach|map|flatMap)$/u.test(given.callee.name ?? '');
  return isForEach || (given !== undefined && isRepeated(source, span));
}

/** The listener for SIGINT that the file has runs on SIGTERM as well. */
export function shareInterrupt(source: Source): Edits {
  const interrupt = interruptListener(source);
  return interrupt && listenToBoth(source, interrupt);
}

const REGISTERS = new Set(['on', 'once', 'addListener']);

/** `process.on('SIGINT', …)` as a statement of its own. */
function interruptListener(source: Source): Site<CallValue> | undefined {
  const calls = source.facts.functions.flatMap(({ body }) => allValues(body)).filter((value) => value.kind === 'call');
  const sites = calls.filter((call) => isInterruptListener(source, call)).map((call) => callSite(source, call.span));
  return sites.find((site) => site !== undefined && isWholeStatement(source, site) && site.parents.length === 0);
}

function isInterruptListener(source: Source, { callee, args: [event, listener] }: CallValue): boolean {
  if (callee.kind !== 'member' || !REGISTERS.has(callee.name ?? '') || !listener) return false;
  const isProcess = /^(?:globalThis\.|global\.)?process$/u.test(textOf(source, callee.object.span));
  return isProcess && event?.kind === 'literal' && event.value === 'SIGINT';
}

/** A listener that stands in the call gets a name, so that both calls can share it. */
function listenToBoth(source: Source, site: Site<CallValue>): Edits {
  const dialect = dialectOf(source);
  const {
    callee,
    args: [event, listener],
  } = site.value;
  if (!event || !listener) return undefined;
  const interrupt = textOf(source, event.span);
  const both = (name: string): string[] =>
    [interrupt, interrupt.replace('INT', 'TERM')].map((signal) => `${textOf(source, callee.span)}(${signal}, ${name})${dialect.semicolon}`);
  if (listener.kind !== 'function') return [insertAfter(source, site, both(textOf(source, listener.span)).slice(1))];
  if (dialect.typescript && source.facts.functions[listener.function]?.parameters.some(({ type }) => !type)) return undefined;
  const [start, end] = site.step.span;
  const tail: Span = [listener.span[1], end];
  const isPlain = [textOf(source, [start, listener.span[0]]), textOf(source, tail)].every((text) => !hasComment(text));
  if (!isPlain) return undefined;
  const name = freeName(source, ['shutdown', 'shutdownGracefully']);
  const indentation = /(?<![\t ])[\t ]*$/u.exec(source.text.slice(0, start))?.[0] ?? '';
  const calls = both(name).map((line) => dialect.eol + indentation + line);
  return [replace([start, listener.span[0]], `const ${name} = `), replace(tail, [dialect.semicolon, ...calls].join(''))];
}
