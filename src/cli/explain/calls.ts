import type { Close, Member } from '../../catalogue/shape.js';
import type { CallSite } from '../../project/module.js';
import { named } from '../../project/naming.js';
import { hookRoots, signalRoots } from '../../project/questions/shutdown-roots.js';
import type { Operation } from '../../project/run/flow.js';
import type { Service } from '../../project/service.js';
import { awaited, type ResourceThing, type Thing } from '../../project/thing.js';
import { placeOfFunction } from './place.js';

/** What is known of a call: what it leads to, and what becomes of what it opens. */
export function callExplained(service: Service, site: CallSite): readonly string[] {
  const name = `\`${named.call(service, site)}\``;
  const said = [...new Set(service.link.called(site).flatMap((thing) => targetExplained(service, thing)))];
  const lines = said.length > 0 ? said.map((one) => `${name} ${one}`) : [];
  return [...lines, ...openedBy(service, site).map((thing) => fateOf(service, thing))];
}

function targetExplained(service: Service, thing: Thing): readonly string[] {
  switch (thing.kind) {
    case 'member':
      return memberExplained(thing.member, thing.library.name, thing.receiver);
    case 'function':
      return [`runs ${thing.module.function(thing.function)?.name ?? 'a function'} (${placeOfFunction(service, thing)}).`];
    case 'external':
      return [`comes from \`${thing.specifier}\`, which the catalogue does not know: it may do anything, and no finding rests on it.`];
    case 'unknown':
      return ['cannot be followed: it may do anything, and no finding rests on it.'];
    default:
      return [];
  }
}

const STYLES: Readonly<Record<Close['style'], string>> = {
  promise: 'a promise tells when that is done',
  callback: 'a callback tells when that is done, and the call gives no promise',
  either: 'a promise tells when that is done, or a callback where one is given',
  sync: 'it is done when the call returns',
  detached: 'nothing tells when that is done',
};

function memberExplained(member: Member, library: string, receiver: ResourceThing | undefined): readonly string[] {
  const what = receiver ? `the ${receiver.type.label}` : 'it';
  const sentences = [
    member.starts !== undefined && `makes ${what} live: from then on there is work to lose.`,
    member.closes &&
      `closes ${what}; ${STYLES[member.closes.style]}${member.closes.forced === true ? ', and it cuts off work in flight' : ''}.`,
    member.flushes && `writes out what ${what} holds; ${STYLES[member.flushes.style]}.`,
    member.signals && `takes over ${member.signals.handles.join(' and ')}.`,
    member.exits && 'ends the process.',
    member.blocks && 'blocks the event loop while it runs.',
    member.timer === 'repeating' && 'repeats until it is cleared, and holds the process.',
  ];
  const said = sentences.filter((one) => typeof one === 'string');
  return said.map((one) => `(${library}) ${one}`);
}

function openedBy(service: Service, site: CallSite): readonly ResourceThing[] {
  const made = awaited(service.link.of(site.module, site.call));
  return made.flatMap((thing) =>
    thing.kind === 'resource' && thing.origin?.call === site.call && thing.type.needsClose === true ? [thing] : [],
  );
}

/** Who closes a thing when the process is told to stop, as far as it is seen. */
function fateOf(service: Service, thing: ResourceThing): string {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  const operations = roots.flatMap(({ fn }) => service.run(fn).operations).filter(({ kind }) => kind !== 'call');
  const closing = operations.filter(({ things }) => things.some(({ id }) => id === thing.id));
  const opened = `It opens ${named.things(service, [thing])} (${thing.type.label}), which must be closed.`;
  const places = [...new Set(closing.map((operation) => `${service.place(operation.site)}, ${WAITS[operation.wait]}`))];
  if (places.length > 0) return `${opened} The shutdown closes it: ${places.join('; ')}.`;
  return `${opened} No shutdown is seen that closes it.`;
}

const WAITS: Readonly<Record<Operation['wait'], string>> = {
  floating: 'which nothing waits for',
  awaited: 'which is waited for',
  'falsely-awaited': 'which is awaited in vain',
  callback: 'which goes on in its callback',
  returned: 'which is returned to whoever waits',
  'never-called': 'by something that is never called',
};
