/** The end of timers and schedules that go on by themselves. */
import type { Suggestion } from '../project/finding.js';
import type { CallSite } from '../project/module.js';
import { takesWork } from '../project/starts.js';
import { startsBeside } from '../project/roles.js';
import { hearsSigterm } from '../project/questions/other-signals.js';
import { hookRoots, methodRoots, signalRoots } from '../project/questions/shutdown-roots.js';
import { deafProcesses, handlesSigterm } from '../project/questions/signals.js';
import type { StandingTimer } from '../project/questions/timers.js';
import type { Service } from '../project/service.js';
import { isInsteadOfWork } from './instead-of-work.js';
import { callSite } from './site.js';
import type { Source } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { sigtermSuggestions } from './suggest-sigterm.js';
import { keepHandle } from './timer-handle.js';
import { clearOnSignal, clearText, clearTimerIn, unrefTimer } from './timers.js';

export function timerSuggestions(service: Service, timer: StandingTimer): readonly Suggestion[] {
  const { site } = timer;
  const source = sourceIn(service, site.module);
  const clear = clearOf(service, timer);
  const roots = [...signalRoots(service), ...hookRoots(service), ...methodRoots(service)].filter(({ fn }) => fn.module === site.module);
  const first = roots.filter(({ listener }) => listener && hearsSigterm(listener));
  const others = timer.left ? [] : roots;
  const behind = [...first, ...others].map(({ fn }) => service.shutdownBehind(fn)).filter(({ module }) => module === site.module);
  const stops = [...new Set([...behind, ...[...first, ...others].map(({ fn }) => fn)].map((fn) => fn.function))];
  const cleared = stops.flatMap((stop) => offer('clear', clearTimerIn(source, { timer: site.call.span, stop, clear }))).slice(0, 1);
  const unref =
    isBesideWork(service, site) && !isInsteadOfWork(service, source, site) ? offer('unref', unrefTimer(source, site.call.span)) : [];
  const found = [...cleared, ...unref];
  return found.length > 0 ? found : [...besideShutdown(service, source, timer, clear), ...withShutdown(service, source, timer, clear)];
}

/** Something else holds the process: one that only waits for its timer would end at once without it. Who loads a module that exports may be unseen. */
function isBesideWork(service: Service, site: CallSite): boolean {
  const processes = service.processesLoading(site.module);
  if (processes.length === 0) return site.module.facts.exports.length > 0;
  return processes.every((process) => startsBeside(service, process, site).some(({ thing }) => takesWork(thing)));
}

/** The function that clears what Node makes; the method of a schedule that its library says ends it. */
function clearOf(service: Service, { site, member }: StandingTimer): string {
  if (member.library.name === 'node:timers') return member.member.timer === 'once' ? 'clearTimeout' : 'clearInterval';
  const types = service.link.of(site.module, site.call).flatMap((thing) => (thing.kind === 'resource' ? [thing.type] : []));
  const methods = types.flatMap((type) =>
    Object.entries(type.members ?? {}).filter(([name, { clears }]) => clears === 'this' && !name.startsWith('@@')),
  );
  return methods[0]?.[0] ?? 'stop';
}

/** The shutdown stands in another file: a listener beside the timer, since no other step waits for it. */
function besideShutdown(service: Service, source: Source, { site }: StandingTimer, clear: string): readonly Suggestion[] {
  const processes = service.processesLoading(site.module);
  const isHandled = processes.length > 0 && processes.every((process) => handlesSigterm(service, process) === 'yes');
  return isHandled ? offer('clear', clearOnSignal(source, site.call.span, clear)) : [];
}

/** There is no shutdown yet: to listen only for the timer would keep the rest running. */
function withShutdown(service: Service, source: Source, { site }: StandingTimer, clear: string): readonly Suggestion[] {
  const deaf = deafProcesses(service).find(({ start }) => start.site.module === site.module);
  const made = callSite(source, site.call.span);
  const around = deaf && site.module.function(deaf.start.site.owner);
  // The shutdown will stand beside the start.
  const reader = around && { ...around, span: deaf.start.site.call.span };
  const handle = made && reader && keepHandle(source, made, reader);
  if (!deaf || !handle) return [];
  const closer = { expression: clearText(handle, clear), style: 'sync' as const };
  return sigtermSuggestions(service, deaf, {}, { closers: [closer], edits: handle.edits })
    .slice(-1)
    .map(({ edits }) => ({ messageId: 'shutdown', edits }));
}
