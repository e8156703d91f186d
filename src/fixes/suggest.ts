/** From what the rules know to edits: the repairs of each finding, best first. */
import type { Suggestion } from '../project/finding.js';
import type { Module } from '../project/module.js';
import type { HandlerExit } from '../project/questions/handler-exits.js';
import type { UnawaitedClose } from '../project/questions/waits.js';
import type { Service } from '../project/service.js';
import { type AwaitableStyle, awaitClose, returnClose } from './await-close.js';
import { awaitEach } from './await-each.js';
import { eventIn } from './closing.js';
import { dropCallback } from './drop-callback.js';
import { exitAfter } from './exit-after.js';
import { passError, raiseSigterm, setExitCode } from './process-exit.js';
import { type Edit, type Edits, isSame, type Source } from './source.js';
import { styleOf } from './suggest-exit.js';

type Data = Readonly<Record<string, string>>;

const sources = new WeakMap<Module, Source>();

export function sourceIn(service: Service, module: Module): Source {
  const known = sources.get(module);
  if (known) return known;
  const source = { path: module.path, text: service.workspace.text(module.path) ?? '', facts: module.facts };
  sources.set(module, source);
  return source;
}

export function offer(messageId: string, edits: Edits, data?: Data): readonly Suggestion[] {
  const separate = edits && apart(edits);
  return separate && separate.length > 0 ? [{ messageId, edits: separate, ...(data && { data }) }] : [];
}

/** Several repairs in one: what two of them insert alike stands there once, and where they change the same text there is none. */
function apart(edits: readonly Edit[]): Edits {
  const sorted = edits.toSorted((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
  const once = sorted.filter((edit, index) => !isRepeated(edit, sorted[index - 1]));
  return once.every(({ span: [start] }, index) => start >= (once[index - 1]?.span[1] ?? 0)) ? once : undefined;
}

function isRepeated({ span, text }: Edit, before: Edit | undefined): boolean {
  return text === 'async ' && before?.text === text && isSame(before.span, span);
}

export function waitSuggestions(service: Service, { operation, because, root }: UnawaitedClose, data: Data): readonly Suggestion[] {
  const { module, call } = operation.site;
  const source = sourceIn(service, module);
  const style = styleOf(operation);
  const close = { call: call.span, style, inAwait: because === 'false-await' };
  if (because === 'never-called') return offer('drop', dropCallback(source, call.span), data);
  if (because === 'alive') return offer('thenExit', exitAfter(source, close), data);
  const returned = root.awaited && because === 'end' ? offer('return', returnClose(source, close), data) : [];
  return [...returned, ...offer(waitIn(style), awaitEach(source, close) ?? awaitClose(source, close), data)];
}

function waitIn(style: AwaitableStyle): string {
  if (eventIn(style) !== undefined) return 'event';
  return style === 'callback' ? 'promise' : 'await';
}

export function handlerExitSuggestions(service: Service, { exit, role }: HandlerExit, data: Data): readonly Suggestion[] {
  const source = sourceIn(service, exit.site.module);
  const { span } = exit.site.call;
  const isWork = role === 'request' || role === 'error-request';
  return [
    ...(isWork ? offer('pass', passError(source, { exit: span, style: 'next' }), data) : []),
    ...offer('raise', raiseSigterm(source, span), data),
    ...(role === 'message' ? offer('throw', passError(source, { exit: span, style: 'throw' }), data) : []),
    ...offer('setExitCode', setExitCode(source, span), data),
  ].slice(0, 3);
}
