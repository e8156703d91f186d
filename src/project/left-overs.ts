/** Modules that nobody imports and that load a program rather than being one: what a service used once, or keeps for later. */
import path from 'node:path';
import type { Link } from './link.js';
import type { Process } from './processes.js';
import type { Reach } from './reach.js';

/**
 * Without modules that set nothing going themselves, where all that goes live as they load does so in another program as well: a helper
 * that imports the module of the server would start the server if it were a program, but nothing says that it is one.
 */
export function withoutLeftOvers(link: Link, reach: Reach, processes: readonly Process[]): readonly Process[] {
  if (processes.length < 2) return processes;
  const idle = new Set(processes.filter((process) => process.entry.why === 'root' && !setsGoing(link, reach, process)));
  const programs = processes.filter((process) => !idle.has(process));
  return processes.filter(
    (process) => !idle.has(process) || !programs.some((program) => startsAll(program, process) || mayLoad(link, program, process)),
  );
}

/** By its name it is where a program begins. */
const BEGINNING = /^(?:server|main|index|app|start|worker)\b/iu;

const UNSEEN = /\b(?:require|import)\s*\(\s*(?:[\w$]|`[^`]*\$\{)/u;
const GIVING = /\bexports?\b/u;

/** What gives something to others, and is named nowhere, is for a program of its package that loads modules whose names are only known as it runs. */
function mayLoad(link: Link, program: Process, { entry }: Process): boolean {
  if (program.entry.why === 'root' || program.entry.package !== entry.package || BEGINNING.test(path.basename(entry.path))) return false;
  const { workspace } = link;
  return (
    workspace.matches(entry.path, GIVING) && [...workspace.closureOf([program.entry.path])].some((file) => workspace.matches(file, UNSEEN))
  );
}

function startsAll(program: Process, { starts }: Process): boolean {
  const calls = new Set(program.starts.map(({ site }) => site.call));
  return starts.length > 0 && starts.every(({ site }) => calls.has(site.call));
}

/** Whether something goes live, or is done for signals, by the module or what it calls. */
function setsGoing(link: Link, reach: Reach, { entry, starts, listeners }: Process): boolean {
  const [body] = link.module(entry.path) ? reach.bodiesFrom(entry.path) : [];
  if (!body) return false;
  const called = reach.from(reach.callsIn(body).flatMap((site) => reach.targetsOf(site)));
  if ([...starts, ...listeners].some(({ site }) => site.module === body.module)) return true;
  return [...called.values()].some((fn) => reach.startsIn(fn).length > 0 || reach.signalListenersIn(fn).length > 0);
}
