import { defineRule } from '../src/adapter/define-rule.js';
import { shareInterrupt } from '../src/fixes/add-sigterm-listener.js';
import { extendListener } from '../src/fixes/extend-listener.js';
import { listenForEach } from '../src/fixes/shutdown-body.js';
import { offer, sourceIn } from '../src/fixes/suggest.js';
import { sigtermSuggestions } from '../src/fixes/suggest-sigterm.js';
import type { Finding, Suggestion } from '../src/project/finding.js';
import type { CallSite, Module } from '../src/project/module.js';
import { named } from '../src/project/naming.js';
import { interruptedLibraries, isInterrupt, type InterruptedLibrary } from '../src/project/questions/interrupts.js';
import type { WrongSignal } from '../src/project/questions/signal-names.js';
import { deafProcesses, type DeafProcess } from '../src/project/questions/signals.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'require-sigterm-listener',
  description: 'Require every process that serves or consumes to handle SIGTERM',
  recommended: true,
  messages: {
    missing: '{{live}} goes live here and nothing in this process handles SIGTERM, so {{lost}} when the platform says stop.',
    selfish: '{{live}} goes live here and only `{{library}}` handles SIGTERM, which then ends the process without closing it, so {{lost}}.',
    interrupted: 'Only SIGINT begins this shutdown, so SIGTERM ends a process that calls {{fn}} at once and {{lost}}.',
    interruptOnly: '{{live}} goes live here and only {{signals}} is handled, so SIGTERM ends the process at once and {{lost}}.',
  },
  suggestions: {
    listen: 'Shut down on SIGTERM: stop accepting, drain, close, then exit.',
    each: 'Listen for each signal of the list.',
    extend: 'Run the {{signals}} listener on SIGTERM as well.',
    library: 'Shut down on SIGTERM with {{library}}.',
  },
  check: (service) => [
    ...deafProcesses(service).map((deaf) => finding(service, deaf)),
    ...interruptedLibraries(service).map((library) => libraryFinding(service, library)),
  ],
});

function libraryFinding(service: Service, { site, fn, things }: InterruptedLibrary): Finding {
  const data = { fn: named.fn(fn), lost: named.loss(things), signals: 'SIGINT' };
  return {
    file: site.module.path,
    span: named.span(service, site),
    messageId: 'interrupted',
    data,
    suggestions: extended(service, site, data),
  };
}

function extended(service: Service, { module, call }: CallSite, data: Readonly<Record<string, string>>): readonly Suggestion[] {
  return offer('extend', extendListener(sourceIn(service, module), call), data);
}

/** One of two ways to write it. */
function onBoth(service: Service, interrupt: CallSite, data: Readonly<Record<string, string>>): readonly Suggestion[] | undefined {
  const ways = [offer('extend', shareInterrupt(sourceIn(service, interrupt.module)), data), extended(service, interrupt, data)];
  return ways.find((way) => way.length > 0);
}

/** The shutdown is there, and only its registration is wrong; a repair of another file is offered there, by `valid-signal`. */
function unlisted(service: Service, { site, span }: WrongSignal, module: Module): readonly Suggestion[] {
  return site.module === module ? offer('each', listenForEach(sourceIn(service, module), site.call.span, span)) : [];
}

function finding(service: Service, deaf: DeafProcess): Finding {
  const { site, thing } = deaf.start;
  const signals = [...new Set(deaf.handles)].filter((signal) => signal === 'SIGINT');
  const library = deaf.selfish ? named.call(service, deaf.selfish) : '';
  const data = { live: named.live(service, deaf.start), lost: named.loss([thing]), signals: signals.join(', '), library };
  const interrupt = deaf.process.listeners.find((listener) => listener.site.module === site.module && isInterrupt(listener))?.site;
  const suggestions = deaf.listed
    ? unlisted(service, deaf.listed, site.module)
    : ((interrupt && onBoth(service, interrupt, data)) ?? sigtermSuggestions(service, deaf, data));
  const messageId = deaf.selfish ? 'selfish' : signals.length > 0 ? 'interruptOnly' : 'missing';
  return { file: site.module.path, span: named.span(service, site), messageId, data, suggestions };
}
