/** Does on SIGTERM what an `exit` listener cannot do. */
import type { FunctionFact } from '../facts/module-facts.js';
import { allValues } from '../facts/walk.js';
import type { Suggestion } from '../project/finding.js';
import type { LostWork } from '../project/questions/exit-listeners.js';
import type { Operation } from '../project/run/flow.js';
import type { Run } from '../project/run/run.js';
import type { Service } from '../project/service.js';
import { handlesSigterm } from '../project/questions/signals.js';
import { takesWork } from '../project/starts.js';
import type { FunctionThing } from '../project/thing.js';
import { makeAsync } from './asynchronous.js';
import { hasCallback } from './await-close.js';
import { atBoth, atEnd } from './body.js';
import { closeLines, completionPromise, givesNoPromise } from './closing.js';
import { drainLines } from './drain.js';
import { dialectOf, layOut, quoted } from './dialect.js';
import { removeStatement } from './shutdown-body.js';
import { callSite, isExpressionBody } from './site.js';
import { type Edit, type Edits, indentationAt, replace, type Source, textOf } from './source.js';
import { replaceStatement } from './statements.js';
import { offer, sourceIn } from './suggest.js';
import { asSync } from './sync-twins.js';
import { type LiveClosers, liveClosers, styleOf } from './suggest-exit.js';
import { closersAt } from './in-scope.js';

/**
 * Also the plain change of the event, where nothing better can be written, and `beforeExit` where a shutdown lets the process end by
 * itself: after `process.exit()` that is not emitted. What a shutdown closes already needs no listener of its own.
 */
export function exitListenerSuggestions(service: Service, lost: LostWork): readonly Suggestion[] {
  const {
    handover: {
      site: { module, call },
    },
    event,
    begun,
  } = lost;
  const source = sourceIn(service, module);
  const renamed = (to: string): Edits =>
    call.args[0]?.kind === 'literal' ? [replace(call.args[0].span, quoted(to, dialectOf(source)))] : undefined;
  const listening = onSigterm(service, lost);
  const processes = service.processesLoading(module);
  const isHandled = processes.some((process) => handlesSigterm(service, process) === 'yes');
  const shutdowns = processes.flatMap(({ listeners }) => listeners).flatMap(({ functions }) => functions.map((fn) => service.run(fn)));
  const runsOut = shutdowns.every(({ exits }) => exits.length === 0);
  const plain = listening.length > 0 || !endsProcess(service, lost) ? listening : offer('listen', renamed('SIGTERM'));
  return [
    ...(begun?.module === module ? offer('sync', asSync(source, begun.call)) : []),
    ...(shutdowns.some((run) => closesAll(run, lost)) ? needless(source, shutdowns, lost) : plain),
    ...(event === 'exit' && isHandled && runsOut ? offer('before', renamed('beforeExit')) : []),
  ];
}

/** A listener that does nothing but run the shutdown once more. */
function needless(source: Source, shutdowns: readonly Run[], { handover: { site, functions } }: LostWork): readonly Suggestion[] {
  const isShutdown = (fn: FunctionThing): boolean => shutdowns.some(({ reached }) => reached.functions.has(fn.id));
  const runsOnly = functions.every((fn) => {
    const fact = fn.module.function(fn.function);
    const calls = fact && isExpressionBody(fact) ? (shutdowns[0]?.reached.reach.callsIn(fn) ?? []) : [];
    const [only] = calls.length === 1 ? calls : [];
    return isShutdown(fn) || (only !== undefined && shutdowns.some(({ reached }) => reached.targetsOf(only).some(isShutdown)));
  });
  return runsOnly ? offer('remove', removeStatement(source, site.call.span)) : [];
}

function closesAll(run: Run, { operations }: LostWork): boolean {
  const closed = new Set(run.operations.flatMap(({ things }) => things.map(({ id }) => id)));
  const things = operations.flatMap((operation) => operation.things);
  return things.length > 0 && things.every(({ id }) => closed.has(id));
}

/** A listener of SIGTERM has to: without one the process would have ended. */
function endsProcess(service: Service, { handover: { functions } }: LostWork): boolean {
  return functions.every((fn) => service.run(fn).exits.length > 0);
}

/** `process.once('SIGTERM', …)`: what is live is closed first, the work is waited for, and then the process ends. */
function onSigterm(service: Service, lost: LostWork): readonly Suggestion[] {
  const { module, call } = lost.handover.site;
  const source = sourceIn(service, module);
  const fn = lost.handover.functions.find((one) => one.module === module);
  const fact = fn && module.function(fn.function);
  const [event] = call.args;
  if (event?.kind !== 'literal') return [];
  if (!fact) return offer('listen', byName(service, source, lost, event.span));
  const live = liveIn(service, source, lost, fact);
  const body =
    inCallback(source, lost, live) ??
    (isExpressionBody(fact) ? expressionBody(source, lost, fact, live) : blockBody(source, lost, fact, live));
  return body ? offer('listen', [...registered(source, lost, event.span), ...live.edits, ...body]) : [];
}

/** `close` of another module is called and waited for, where nothing takes work. */
function byName(service: Service, source: Source, lost: LostWork, event: Edit['span']): Edits {
  const { site, functions } = lost.handover;
  const listener = site.call.args.at(-1);
  const isPlain = functions.every(({ module, function: id }) => {
    const fact = module.function(id);
    return fact?.async === true && fact.parameters.length === 0;
  });
  const takes = service.processesLoading(site.module).some(({ starts }) => starts.some(({ thing }) => takesWork(thing)));
  if (listener?.kind !== 'reference' || !isPlain || takes) return undefined;
  const dialect = dialectOf(source);
  const body = [`\tawait ${textOf(source, listener.span)}()${dialect.semicolon}`, `\tprocess.exit()${dialect.semicolon}`];
  const laid = layOut(['async () => {', ...body, '}'], dialect, indentationAt(source, listener.span[0])).trimStart();
  return [...registered(source, lost, event), replace(listener.span, laid)];
}

function registered(
  source: Source,
  {
    handover: {
      site: { call },
    },
  }: LostWork,
  event: Edit['span'],
): readonly Edit[] {
  const { callee } = call;
  const isOn = callee.kind === 'member' && textOf(source, callee.span).endsWith('.on');
  const renamed = replace(event, quoted('SIGTERM', dialectOf(source)));
  return isOn ? [replace([callee.span[1] - 2, callee.span[1]], 'once'), renamed] : [renamed];
}

function liveIn(service: Service, source: Source, { handover: { site }, operations }: LostWork, fact: FunctionFact): LiveClosers {
  const closed = new Set(operations.flatMap(({ things }) => things.map(({ id }) => id)));
  const starts = service.processesLoading(site.module).flatMap((process) => process.starts.map(({ thing }) => thing));
  const things = starts.filter((thing) => takesWork(thing) && !closed.has(thing.id));
  const live = liveClosers(service, source, fact, site.module, things);
  const written = textOf(source, fact.span);
  const named =
    things.length > live.closers.length
      ? closersAt(service, site.module, fact.id, fact.bodySpan).filter(
          ({ expression }) => !written.includes(expression.split('(')[0] ?? expression),
        )
      : [];
  return { closers: [...live.closers, ...named], edits: live.edits };
}

function blockBody(source: Source, { operations }: LostWork, fact: FunctionFact, live: LiveClosers): Edits {
  const dialect = dialectOf(source);
  const asynchronous = makeAsync(source, fact, true);
  const here = operations.filter(({ wait, site }) => wait === 'floating' && site.owner === fact.id);
  // What a helper begins without waiting for it, this function cannot wait for either.
  if (operations.some((operation) => operation.wait === 'floating' && !here.includes(operation))) return undefined;
  if (operations.length === 0 && !allValues(fact.body).some(({ kind }) => kind === 'await')) return undefined;
  const awaited = here.map((operation) => awaitedStatement(source, operation));
  const closes = live.closers.length > 0 ? drainLines(live.closers, dialect) : [];
  const around = atBoth(source, fact, closes, [`process.exit()${dialect.semicolon}`]);
  const all = [asynchronous, ...awaited, around];
  const edits = all.filter((one) => one !== undefined);
  return edits.length === all.length ? edits.flat() : undefined;
}

function awaitedStatement(source: Source, operation: Operation): Edits {
  const site = callSite(source, operation.site.call.span);
  if (!site || site.parents.length > 0 || hasCallback(source, site.value)) return undefined;
  const edit = replaceStatement(
    source,
    site,
    closeLines({ expression: textOf(source, site.value.span), style: styleOf(operation) }, dialectOf(source)),
  );
  return edit && [edit];
}

/** `server.close(() => …)`: the process ends in the callback. */
function inCallback(source: Source, { operations: [operation, ...more] }: LostWork, live: LiveClosers): Edits {
  const callback = operation?.site.call.args.at(-1);
  const fact = callback?.kind === 'function' ? source.facts.functions[callback.function] : undefined;
  if (!fact || more.length > 0 || live.closers.length > 0) return undefined;
  return atEnd(source, fact, [`process.exit()${dialectOf(source).semicolon}`]);
}

/** `() => pool.end()` as a block of its own. */
function expressionBody(source: Source, { operations }: LostWork, fact: FunctionFact, live: LiveClosers): Edits {
  const dialect = dialectOf(source);
  const asynchronous = makeAsync(source, fact, true);
  const [operation] = operations;
  const site = operation && callSite(source, operation.site.call.span);
  if (!asynchronous || fact.bodySpan[1] !== fact.span[1]) return undefined;
  const text = textOf(source, fact.bodySpan).replace(/^(?:void|await) /u, '');
  const style = operation && styleOf(operation);
  const isBare = site && style && givesNoPromise(style) && site.value.args.length === 0;
  const [first = '', ...more] = isBare ? completionPromise(text, dialect, style) : [text];
  const own = [`await ${first}`, ...more];
  const lines = [
    ...drainLines(live.closers, dialect),
    ...own.slice(0, -1),
    `${own.at(-1) ?? ''}${dialect.semicolon}`,
    `process.exit()${dialect.semicolon}`,
  ];
  const block = ['{', ...lines.map((line) => `\t${line}`), '}'];
  return [...asynchronous, replace(fact.bodySpan, layOut(block, dialect, indentationAt(source, fact.bodySpan[0])).trimStart())];
}
