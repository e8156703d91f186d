import path from 'node:path';
import { withExtension } from './outputs.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { walkValue } from '../facts/walk.js';

/** What only a thread has; a file that asks whether it is the main thread runs as both. */
const OF_THREAD = /\b(?:parentPort|workerData)\b/u;
const ASKING = /\bisMainThread\b/u;
const THREADS = /^(?:node:)?worker_threads$/u;
const FILE = /\.[cm]?[jt]s$/u;

/** Whether a module runs as a worker thread, which no signal reaches: by what it reads, or by whoever starts it. */
export function isThread(link: Link, file: string): boolean {
  const { workspace } = link;
  if (workspace.matches(file, ASKING)) return false;
  const imported = link.module(file)?.facts.imports ?? [];
  return threadsOf(link).has(file) || (workspace.matches(file, OF_THREAD) && imported.some(({ specifier }) => THREADS.test(specifier)));
}

const known = new WeakMap<Link, ReadonlySet<string>>();

/** The files that are given to `new Worker()`. */
function threadsOf(link: Link): ReadonlySet<string> {
  const before = known.get(link);
  if (before) return before;
  const calls = link.modules.flatMap((module) => module.calls.filter((site) => site.call.construct && startsThread(link, site)));
  const threads = new Set(calls.flatMap((site) => filesAt(link, site)));
  known.set(link, threads);
  return threads;
}

function startsThread(link: Link, site: CallSite): boolean {
  return link
    .called(site)
    .some((thing) => thing.kind === 'member' && thing.library.name === 'node:worker_threads' && thing.name === 'Worker');
}

/** `'./a.js'`, `new URL('./a.js', import.meta.url)` and `path.join(__dirname, 'a.js')`: beside the module, or where the process starts. */
function filesAt({ workspace }: Link, { module, call }: CallSite): readonly string[] {
  const texts: string[] = [];
  const [file] = call.args;
  if (file)
    walkValue(file, (value) => {
      if (value.kind === 'literal' && typeof value.value === 'string') texts.push(value.value);
    });
  const last = texts.at(-1);
  if (last === undefined || !FILE.test(last)) return [];
  const folders = [path.dirname(module.path), workspace.packageOf(module.path)?.dir ?? workspace.root];
  return folders.flatMap((folder) => withExtension(path.resolve(folder, ...texts)) ?? []);
}
