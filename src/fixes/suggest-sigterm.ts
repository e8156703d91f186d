/** The shutdown that a process without one gets, in the words of the library that the project uses. */
import type { Suggestion } from '../project/finding.js';
import type { DeafProcess } from '../project/questions/signals.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import type { ResourceThing } from '../project/thing.js';
import { arrivals, waitingImports } from '../project/questions/arrivals.js';
import { isInterrupt } from '../project/questions/interrupts.js';
import { addSigtermListener, type SigtermListener } from './add-sigterm-listener.js';
import { choiceBetween } from './alternatives.js';
import { closeOf, closerOn } from './closers.js';
import { type Closer, unchained } from './closing.js';
import { closersElsewhere } from './elsewhere.js';
import { closeTogether, heldAt } from './in-scope.js';
import type { Pattern } from './shutdown-libraries.js';
import type { Source } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { type LiveClosers, liveClosers } from './suggest-exit.js';
import { insertedDeadline } from '../project/questions/inserted-deadline.js';

type Data = Readonly<Record<string, string>>;

const NOTHING: LiveClosers = { closers: [], edits: [] };

/** Package that a project has, and the pattern that uses it. */
const IN_USE: readonly (readonly [name: string, pattern: Pattern])[] = [
  ['close-with-grace', 'close-with-grace'],
  ['@godaddy/terminus', 'terminus'],
  ['lightship', 'lightship'],
  ['http-graceful-shutdown', 'http-graceful-shutdown'],
  ['http-terminator', 'http-terminator'],
  ['stoppable', 'stoppable'],
];

/** `also`: what is closed besides, after what is live. */
export function sigtermSuggestions(
  service: Service,
  { start, process }: DeafProcess,
  data: Data,
  also: LiveClosers = NOTHING,
): readonly Suggestion[] {
  const { site, thing } = start;
  const close = closeOf(service, thing);
  if (!close) return [];
  const { module, call } = site;
  const receiver = receiverText(service, start);
  const beside = heldAt(service, module, site.owner, call.span).filter((held) => held.thing.id !== thing.id && held.name !== receiver);
  const fact = module.function(site.owner);
  const source = sourceIn(service, module);
  const alternatives = process.starts.filter((other) => isAlternative(service, source, start, other));
  const others = othersOf({ start, process }, alternatives);
  const live = fact ? liveClosers(service, source, fact, module, others, 1) : NOTHING;
  const taken = new Set([thing, ...others, ...beside.map((held) => held.thing)].map(({ id }) => id));
  const elsewhere = closersElsewhere(service, process, source, taken);
  const common = {
    start: call.span,
    ...(receiver !== undefined && { receiver }),
    closers: (handle: string): readonly [Closer, ...Closer[]] => {
      const own = closerOn(`${handle}.`, close);
      const [first = own, ...rest] = closeTogether(service, [{ thing, name: handle, closer: own }, ...beside]);
      const known = new Set(rest.map(({ expression }) => unchained(expression)));
      const others = also.closers.filter(({ expression }) => !known.has(unchained(expression)));
      return [first, ...live.closers, ...others, ...rest, ...elsewhere.closers];
    },
    deadlineSeconds: insertedDeadline(service),
    alternatives: alternatives.map((other) => other.site.call.span),
    isInterrupted: process.listeners.some(isInterrupt),
    ...waitBefore(service, { start, process }),
  };
  const written = patternsFor(service, start).flatMap((one) => {
    const edits = addSigtermListener(source, { ...common, pattern: one });
    return offer(one === 'inline' ? 'listen' : 'library', edits, { ...data, library: LABELS[one] ?? one });
  });
  return written.map((suggestion) => ({ ...suggestion, edits: [...suggestion.edits, ...live.edits, ...also.edits, ...elsewhere.edits] }));
}

/** What the program waits for before it goes live. Behind an import that waits, nothing of the file is early. */
function waitBefore(service: Service, { start: { site }, process }: Pick<DeafProcess, 'start' | 'process'>): Pick<SigtermListener, 'wait'> {
  const after = arrivals(service, process).get(site.call);
  if (after === undefined || after === 'early' || waitingImports(service, site.module).length > 0) return {};
  return { wait: after.module === site.module ? { span: after.call.span } : {} };
}

/** What else takes work in the process, unless it does so instead. */
function othersOf(
  { start, process }: Pick<DeafProcess, 'start' | 'process'>,
  alternatives: readonly DeafProcess['start'][],
): readonly ResourceThing[] {
  const things = process.starts.flatMap((other) => (alternatives.includes(other) ? [] : [other.thing]));
  return things.filter((thing) => thing.id !== start.thing.id && takesWork(thing));
}

/** The hooks of Nest bound nothing and wait for clients that stay busy, so they are only the second choice. */
function patternsFor(service: Service, start: DeafProcess['start']): readonly Pattern[] {
  return [...new Set<Pattern>([patternFor(service, start), isNest(start) ? 'nest' : 'inline'])];
}

/** It goes live on another way of the same choice, and is closed the same way. */
function isAlternative(service: Service, source: Source, { site, thing }: DeafProcess['start'], other: DeafProcess['start']): boolean {
  if (other.site.module !== site.module || other.site.call === site.call) return false;
  const own = closeOf(service, thing);
  const others = closeOf(service, other.thing);
  const isAlike = own?.method === others?.method && own?.style === others?.style && own?.drain?.path === others?.drain?.path;
  return isAlike && site.owner === other.site.owner && choiceBetween(source, site.call.span, other.site.call.span) !== undefined;
}

const LABELS: Readonly<Partial<Record<Pattern, string>>> = { nest: 'the hooks of Nest' };

function isNest({ thing }: DeafProcess['start']): boolean {
  return thing.library.name.startsWith('@nestjs/');
}

/** `server` of `server.listen()` when that is what goes live; nothing when the call itself gives it (`app.listen()`, `new Worker()`). */
function receiverText(service: Service, { site, thing }: DeafProcess['start']): string | undefined {
  const { callee, construct } = site.call;
  if (construct || callee.kind !== 'member') return undefined;
  const isReceiver = service.link.of(site.module, callee.object).some((one) => one.id === thing.id);
  const text = service.text(site.module, callee.object.span);
  return isReceiver && /^[\w$.#]+$/u.test(text) ? text : undefined;
}

function patternFor(service: Service, { site, thing }: DeafProcess['start']): Pattern {
  const wanted = service.settings.pattern;
  const depends = (name: string): boolean => service.workspace.rangeOf(site.module.path, name) !== undefined;
  const found = IN_USE.find(([name, pattern]) => (wanted === 'auto' ? depends(name) : wanted === pattern));
  if (found && (thing.library.name.startsWith('node:http') || found[1] === 'close-with-grace')) return found[1];
  return 'inline';
}
