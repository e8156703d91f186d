/** Whether anything in a workspace may go live, be closed, or hear how its process ends. Where nothing may, no file matters. */
import type { Library, Member } from '../catalogue/shape.js';
import type { Knowledge } from './knowledge.js';
import { namesOf } from './strong-names.js';
import { ENDLESS, SIGNAL } from './telling.js';
import type { Workspace } from './workspace.js';

/** Events of a process, and the process under another name. */
const EVENTS = new RegExp(
  [
    new RegExp(SIGNAL, 'u'),
    /unhandledRejection|uncaughtException|beforeExit/u,
    /\bprocess\s*(?:\?\.|\.)\s*(?:on|once|emit|kill|addListener|prepend\w*)\b/u,
    /(?<![.\w$])process[ \t]*(?:[;,)}\]\r\n]|$)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);
const LOOP = new RegExp(ENDLESS.join('|'), 'u');
const WAITS = /\bawait\b/u;

export function mayLive(workspace: Workspace, knowledge: Knowledge, files: readonly string[]): boolean {
  const depended = workspace.packages.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}));
  if (depended.some((name) => knowledge.libraryAll(name).some(runsCode))) return true;
  return files.some((file) => {
    if (workspace.matches(file, EVENTS) || takesTurns(workspace, file)) return true;
    const libraries = workspace.packagesOf(file).flatMap((specifier) => knowledge.libraryAll(specifier));
    return libraries.some((library) => runsCode(library) || begins(library));
  });
}

/** Has a loop that may take work for ever. */
function takesTurns(workspace: Workspace, file: string): boolean {
  return workspace.matches(file, LOOP) && workspace.matches(file, WAITS);
}

/** It finds the code that it runs, without an import. */
function runsCode({ conventions, commands, lifecycle, generated }: Library): boolean {
  return [conventions, commands, lifecycle, generated].some((part) => part !== undefined);
}

const known = new WeakMap<Library, boolean>();

/** It makes a process live, listens for signals itself, or has something to close. */
function begins(library: Library): boolean {
  const before = known.get(library);
  if (before !== undefined) return before;
  const types = Object.values(library.types ?? {});
  const isLively = ({ starts, signals, decorates, route, closes, flushes }: Member): boolean =>
    [starts, signals, decorates, route, closes, flushes].some((part) => part !== undefined);
  const found =
    types.some(({ kind }) => kind === 'server' || kind === 'consumer' || kind === 'process' || kind === 'router') ||
    [library.exports, ...types.map(({ members }) => members)].some((members) => namesOf(members, isLively).length > 0);
  known.set(library, found);
  return found;
}
