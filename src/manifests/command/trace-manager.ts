import { behind, DONE, inside, UNKNOWN, type Chain, type Link, type PackageScripts, type Scene } from './chain.js';
import { TASK } from './programs.js';
import { traceShellText } from './trace-shell.js';
import { afterOptions, linkOf, traceWords } from './trace.js';
import { placeOfWords, type Word } from './words.js';

const MANAGERS = new Set(['npm', 'npx', 'yarn', 'yarnpkg', 'pnpm', 'pnpx']);
const FOLDER_OPTION = /^(?:--prefix|-C|--cwd|--dir)$/u;
const VALUED = /^(?:--prefix|-C|--cwd|--dir|-w|--workspace|-F|--filter|--loglevel|--userconfig|--cache|-p|--package)$/u;
/** Packages of the workspace: which one is not followed. */
const ELSEWHERE = /^(?:-w|-F|-r|--recursive|--workspaces?|--filter|workspaces?)(?:=|$)/u;

export function isManager(name: string): boolean {
  return MANAGERS.has(name);
}

/** Follows `npm start`, `yarn run x`, `pnpm exec x`, `npx x`. */
export function traceManager(name: string, words: readonly Word[], scene: Scene): Chain {
  const place = placeOfWords(words);
  const next = inside(scene);
  if (!place || !next) return UNKNOWN;
  const call = callOf(name, words);
  const link = linkOf(name, 'manager', 'passes', place);
  const folder = folderOf(words, scene.folder);
  const found = call.isElsewhere ? undefined : scene.around.packageAt(folder);
  if (call.runs === 'task') return DONE;
  if (call.runs === 'program') return behind(forProgram(link, found), traceWords(call.words, inside(next, { folder }) ?? next));
  return behindManager({ ...link, script: call.script }, found, call.isElsewhere, next);
}

type Call =
  | { readonly runs: 'script'; readonly script: string; readonly isElsewhere: boolean }
  | { readonly runs: 'program'; readonly words: readonly Word[]; readonly isElsewhere: boolean }
  | { readonly runs: 'task'; readonly isElsewhere: boolean };

const PROGRAM = /^(?:exec|x|dlx|node)$/u;
const SCRIPT = /^(?:start|stop|restart|test)$/u;
const OWN_COMMANDS = new Set([
  'install',
  'i',
  'ci',
  'add',
  'build',
  'audit',
  'cache',
  'config',
  'init',
  'publish',
  'version',
  'why',
  'link',
  'deploy',
  'prune',
  'rebuild',
  'set',
]);

function callOf(manager: string, words: readonly Word[]): Call {
  const isElsewhere = words.some((word) => ELSEWHERE.test(word.text ?? ''));
  const at = afterOptions(words, VALUED, 1);
  const sub = words[at]?.text ?? '';
  const rest = words.slice(at + 1);
  if (manager === 'npx' || manager === 'pnpx') return { runs: 'program', words: words.slice(at), isElsewhere };
  if (/^run(?:-script)?$/u.test(sub)) {
    const script = rest[afterOptions(rest, VALUED)]?.text ?? '';
    return TASK.test(script) ? { runs: 'task', isElsewhere } : { runs: 'script', script, isElsewhere };
  }
  if (PROGRAM.test(sub))
    return { runs: 'program', words: sub === 'node' ? words.slice(at) : rest.slice(afterOptions(rest, VALUED)), isElsewhere };
  if (SCRIPT.test(sub)) return sub === 'test' ? { runs: 'task', isElsewhere } : { runs: 'script', script: sub, isElsewhere };
  // `yarn` alone installs; `yarn serve` and `pnpm serve` run a script or a program of that name.
  if (sub === '' || manager === 'npm' || OWN_COMMANDS.has(sub) || TASK.test(sub)) return { runs: 'task', isElsewhere };
  return { runs: 'script', script: sub, isElsewhere };
}

function folderOf(words: readonly Word[], folder: Scene['folder']): Scene['folder'] {
  const at = words.findIndex((word) => FOLDER_OPTION.test(word.text ?? ''));
  const named = at < 0 ? /^(?:--prefix|--cwd|--dir)=(.*)$/u.exec(words.map((word) => word.text ?? '').join(' '))?.[1] : words[at + 1]?.text;
  if (named === undefined) return folder;
  if (folder.in === 'repository') return { in: 'repository', path: `${folder.path}/${named}` };
  return { in: 'container', path: named.startsWith('/') ? named : folder.path && `${folder.path}/${named}` };
}

/** `npx` and Yarn 1 end at once and leave their child; `pnpm exec` and later Yarns wait. */
function forProgram(link: Link, found: PackageScripts | undefined): Link {
  if (link.program === 'npm' || link.program === 'npx') return { ...link, effect: 'ends' };
  return link.program.startsWith('yarn') ? yarnLink(link, found) : link;
}

function yarnLink(link: Link, found: PackageScripts | undefined): Link {
  return (found?.yarn ?? 1) > 1 ? link : { ...link, effect: 'ends', isLikely: found?.yarn === undefined };
}

function behindManager(link: Link, found: PackageScripts | undefined, isElsewhere: boolean, scene: Scene): Chain {
  const script = found?.scripts.get(link.script ?? '');
  const isYarn = link.program.startsWith('yarn');
  const outer = isYarn ? yarnLink(link, found) : link;
  if (!found || !script) return unseen(outer, isElsewhere);
  const folder = { in: 'repository', path: found.folder } as const;
  const chain = traceShellText(script, found.file, { ...scene, folder, args: [] }, 'package script');
  const told = { ...outer, scriptText: script };
  // pnpm, Yarn and later Yarns were measured to deliver the signal whatever the shell does.
  const isNpm = link.program === 'npm';
  return behind(told, isNpm ? chain : { ...chain, links: chain.links.filter((one) => one.shell?.form !== 'package script') });
}

/** A script that cannot be seen: npm waits for its shell, and the shell decides. */
function unseen(link: Link, isElsewhere: boolean): Chain {
  if (link.program !== 'npm') return behind(link, UNKNOWN);
  return behind({ ...link, effect: isElsewhere ? 'unknown' : 'ends', isLikely: true }, UNKNOWN);
}
