import path from 'node:path';
import type { Entry } from '../../project/entry.js';
import { named } from '../../project/naming.js';
import type { Process } from '../../project/processes.js';
import { handlesSigterm } from '../../project/questions/signals.js';
import { unseenSetup } from '../../project/questions/unseen-setups.js';
import type { Service } from '../../project/service.js';
import { functionThing, type FunctionThing } from '../../project/thing.js';
import { placeOfFunction, type Line } from './place.js';

const WHY: Readonly<Record<Entry['why'], string>> = {
  setting: 'the settings name it',
  command: 'a manifest starts it',
  script: 'a script of package.json starts it',
  main: 'it is the main module of package.json',
  bin: 'it is a command of package.json',
  root: 'no other module imports it',
};

/** A title and sentences. */
export type Section = readonly string[];

/** Where each process begins that may come to the line, how it comes there, and what it does when it is told to stop. */
export function programsAt(service: Service, line: Line): readonly Section[] {
  const processes = service.processes.filter(({ possible }) => possible.has(line.fn.id));
  if (processes.length === 0) return [['Program', withoutProcess(service, line)]];
  return processes.map((process) => {
    const name = path.relative(service.workspace.root, process.entry.path);
    return [`Program ${name}`, begins(service, process), leads(service, process, line.fn), stops(service, process)];
  });
}

function withoutProcess(service: Service, { module }: Line): string {
  const others = service.processes.length;
  const loaded = service.processesLoading(module).length > 0;
  if (loaded) return 'A process loads this module, and nothing that it runs calls this function.';
  return others === 0
    ? 'No process of this workspace serves or consumes anything, so there is no shutdown to check.'
    : 'No process that serves or consumes comes here: tools and tasks may end as they like.';
}

function begins(service: Service, { entry, starts }: Process): string {
  const [first] = starts;
  const live = first ? ` and it is live from ${named.live(service, first)} on (${service.place(first.site)})` : '';
  return `It begins there, since ${WHY[entry.why]}${live}.`;
}

function leads(service: Service, process: Process, target: FunctionThing): string {
  const ways = process.mains.map((main) => wayTo(service, functionThing(main, 0), target));
  const way = ways.find((one) => one !== undefined);
  if (!way) return 'It may come here by a method that is called on something that cannot be followed.';
  return `It comes here by ${way.map((fn) => step(service, fn)).join(' → ')}.`;
}

/** The shortest way from the beginning of a process to a function. */
function wayTo(service: Service, start: FunctionThing, target: FunctionThing): readonly FunctionThing[] | undefined {
  const ways = new Map<string, readonly FunctionThing[]>([[start.id, [start]]]);
  for (const way of ways.values()) {
    const next = way.flatMap((fn, index) => (index === way.length - 1 ? service.reach.edges(fn).functions : []));
    const first = next.filter((fn) => !ways.has(fn.id));
    for (const fn of first) ways.set(fn.id, [...way, fn]);
  }
  return ways.get(target.id);
}

function step(service: Service, fn: FunctionThing): string {
  const place = placeOfFunction(service, fn);
  return fn.function === 0 ? place : `${fn.module.function(fn.function)?.name ?? 'a function'} (${place})`;
}

const SIGTERM = {
  yes: 'SIGTERM is handled',
  no: 'Nothing handles SIGTERM',
  unknown: 'Something that cannot be followed may handle SIGTERM, so no rule says that nothing does',
};

function handles(service: Service, process: Process): string {
  const answer = handlesSigterm(service, process);
  const unseen = answer === 'unknown' ? unseenSetup(service, process) : undefined;
  return unseen ? `${SIGTERM.unknown}: \`${named.call(service, unseen)}\` (${service.place(unseen)})` : SIGTERM[answer];
}

function stops(service: Service, process: Process): string {
  const places = process.listeners.map(
    ({ site, signals }) => `${signals.map((one) => (one === '*' ? 'signals' : one)).join(', ')} at ${service.place(site)}`,
  );
  const listeners = places.length > 0 ? ` Handled: ${[...new Set(places)].join('; ')}.` : '';
  return `${handles(service, process)}.${listeners}`;
}
