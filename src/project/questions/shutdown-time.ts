import type { CallValue } from '../../facts/module-facts.js';
import { argumentThings } from '../arguments.js';
import type { Running } from '../deployment/running.js';
import type { CallSite } from '../module.js';
import type { Flow, Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { takesWork } from '../starts.js';
import type { FunctionThing } from '../thing.js';
import { handlesSignal } from './signals.js';
import { timerOf, waitAt } from './exit-timers.js';

/** A time that the code takes, and the call that says so. */
export interface Duration {
  /** Milliseconds, the longest where there are several. */
  readonly ms: number;
  readonly site: CallSite;
}

/** How long a process may take after SIGTERM, as far as its code bounds it. */
export interface ShutdownTime {
  /** Whether anything of the process handles the signal. */
  readonly handles: 'yes' | 'no' | 'unknown';
  /** After this the process is gone; `none` when nothing bounds the shutdown. */
  readonly deadline: Duration | 'none' | 'unknown';
  /** For so long it goes on serving before it stops to listen. */
  readonly delay: Duration | 'none' | 'unknown';
}

export function shutdownTime({ service, process }: Running, signal = 'SIGTERM'): ShutdownTime {
  const listeners = process.listeners.filter(({ signals }) => signals.includes(signal) || signals.includes('*'));
  const parts = listeners.map((listener) => (listener.library ? libraryTime(service, listener) : ownTime(service, listener)));
  const commands = service.link.knowledge.command(process.entry.command)?.signals;
  return {
    handles: handlesSignal(service, process, signal),
    deadline: commands ? 'unknown' : longest(parts.map(({ deadline }) => deadline)),
    delay: commands ? 'unknown' : longest(parts.map(({ delay }) => delay)),
  };
}

type Bounds = Pick<ShutdownTime, 'deadline' | 'delay'>;

/** Where one of several is not known, nothing is; what one bounds is bounded. */
function longest(all: readonly Bounds['deadline'][]): Bounds['deadline'] {
  if (all.includes('unknown')) return 'unknown';
  const known = all.filter((one) => typeof one === 'object');
  return known.length === 0 ? 'none' : known.reduce((a, b) => (b.ms > a.ms ? b : a));
}

function libraryTime(service: Service, { site, library, functions, plugin }: SignalListener): Bounds {
  const sleeps = sleepsIn(service, functions);
  const { deadline, deadlineAt, delay, delayAt } = library ?? {};
  return {
    deadline: given(service, site, deadline, deadlineAt, plugin === true),
    delay:
      sleeps.length > 0
        ? longest(sleeps)
        : delay === undefined && delayAt === undefined
          ? 'none'
          : given(service, site, delay, delayAt, plugin === true),
  };
}

/** An option where it is given, else the default; an option that cannot be seen is unknown. */
function given(
  service: Service,
  site: CallSite,
  standard: number | string | undefined,
  at: number | string | undefined,
  isPlugin: boolean,
): Bounds['deadline'] {
  const path = typeof standard === 'string' ? standard : at;
  const ms = typeof standard === 'number' && standard > LEAST ? standard : undefined;
  const hasOptions = site.call.args.slice(isPlugin ? 1 : 0).some(mayHold);
  if (path === undefined) return ms === undefined ? 'none' : hasOptions ? 'unknown' : { ms, site };
  const things = argumentThings(service.link, site, path);
  const numbers = things.flatMap((thing) => (thing.kind === 'constant' && typeof thing.value === 'number' ? [thing.value] : []));
  if (things.length > 0) return numbers.length === things.length ? { ms: Math.max(...numbers), site } : 'unknown';
  const options = site.call.args[Number(String(path).split('.')[0])];
  if (options && options.kind !== 'object' && options.kind !== 'function') return 'unknown';
  return ms === undefined ? 'none' : { ms, site };
}

/** A smaller number is the place of an argument. */
const LEAST = 20;

function mayHold({ kind }: CallValue['args'][number]): boolean {
  return kind !== 'function' && kind !== 'literal';
}

function ownTime(service: Service, { functions }: SignalListener): Bounds {
  const runs = functions.map((fn) => service.run(fn));
  if (runs.some(({ cut }) => cut)) return { deadline: 'unknown', delay: 'unknown' };
  const timers = runs.flatMap(({ exits }) => exits.filter(({ flow }) => flow.late).map((exit) => timerOf(service, exit)));
  const late = runs.flatMap((run) =>
    run.beginnings
      .filter(({ operation, flow }) => isLater(run, operation, flow) && !operation.forced && operation.things.some(takesWork))
      .map(({ operation }) => timerOf(service, operation)),
  );
  const isHidden = runs.some(({ end, exits }) => [end, ...exits.map(({ flow }) => flow)].some((flow) => flow?.unseen === true));
  const sleeps = sleepsIn(service, functions);
  const isRaced = sleeps.length > 0 && runs.some((run) => run.raced !== undefined);
  const otherwise = isHidden || runs.some((run) => run.raced !== undefined) ? 'unknown' : 'none';
  const bounds = isRaced ? sleeps : [];
  const waits = [...late.map((site) => waitAt(service, site)), ...(isRaced ? ['unknown' as const] : sleeps)];
  return {
    deadline: [...timers, ...bounds].length > 0 ? longest([...timers.map((site) => waitAt(service, site)), ...bounds]) : otherwise,
    delay: waits.length > 0 ? longest(waits) : otherwise,
  };
}

function isLater({ delays }: Run, { stack }: Operation, { late }: Flow): boolean {
  return late || stack.some(({ call }) => delays.has(call));
}

/** Promises of a timer that a shutdown waits for: `await sleep(5000)`. */
function sleepsIn(service: Service, functions: readonly FunctionThing[]): readonly Bounds['delay'][] {
  const sites = [...service.reach.from(functions).values()].flatMap((fn) => service.reach.callsIn(fn));
  return sites.flatMap((site) =>
    service.link.called(site).flatMap((target) => {
      if (target.kind === 'unknown' || target.kind === 'external')
        return WAITING.test(service.text(site.module, site.call.callee.span)) ? ['unknown' as const] : [];
      if (target.kind !== 'member' || target.member.timer !== 'once') return [];
      if (target.member.promise === true) return [waitAt(service, site, 0)];
      return isResolving(service, site) ? [waitAt(service, site)] : [];
    }),
  );
}

const WAITING = /(?:^|\.)(?:sleep|delay|wait(?:For)?|pause)$/iu;

/** `new Promise((resolve) => setTimeout(resolve, 5000))` */
function isResolving(service: Service, { module, owner }: CallSite): boolean {
  const fn = module.function(owner);
  if (!fn) return false;
  return /\bnew\s+Promise\s*(?:<[^>]*>\s*)?\(\s*(?:async)?$/u.test(
    service.text(module, [Math.max(fn.span[0] - 80, 0), fn.span[0]]).trimEnd(),
  );
}
