import type { Shell } from '../docker/base-images.js';
import type { PlacedText } from '../placed-text.js';
import type { Effect } from './programs.js';
import type { Place, Word } from './words.js';

/**
 * The processes between the platform and the service, process 1 first: what each of them does with a signal, and which
 * words of which file put it there. A process that becomes the next one leaves no link.
 */
export interface Chain {
  readonly links: readonly Link[];
  readonly end: End;
}

export interface Link {
  /** As users call it: `npm`, `sh`, `tini`. */
  readonly program: string;
  readonly kind: 'wrapper' | 'shell' | 'manager' | 'runner';
  readonly effect: Effect;
  /** Whether the effect depends on something that is not known: which shell the image has, which version of Yarn. */
  readonly isLikely: boolean;
  readonly place: Place;
  readonly shell?: ShellLink;
  /** The script that a manager runs: `start`, and its text. */
  readonly script?: string;
  readonly scriptText?: PlacedText;
}

export interface ShellLink {
  readonly form: 'shell form' | 'wrapped' | 'script file' | 'package script';
  readonly shell: Shell;
  /** The command that the shell waits for. */
  readonly command: Place;
  /** Whether this command is nothing but a way to start Node.js: no other commands, variables or wrappers further in. */
  readonly isDirect?: boolean;
  /** The `wait` that returns too early: an effect of `trap`. */
  readonly wait?: PlacedText;
  /** Where `exec ` makes the shell become that command; absent when it would not, or when the notation hides the place. */
  readonly execAt?: { readonly file: string; readonly offset: number };
}

/** Where the chain ends. */
export type End =
  | NodeStart
  /** Something that does its work and ends: a migration, a build. */
  | { readonly kind: 'task' }
  /** A program that is certainly not Node.js, or that nobody can see. */
  | { readonly kind: 'unknown' };

export interface NodeStart {
  readonly kind: 'node';
  /** What the user calls it: `node`, `tsx`, `next start`. */
  readonly program: string;
  readonly place: Place;
  /** The file it runs, as written; absent when the program knows itself. */
  readonly file?: string;
  readonly folder: Folder;
  /** All words of the command that starts it. */
  readonly words: readonly Word[];
  /** Whether nothing else is done before it: no other command, no variable, no wrapper. */
  readonly isAlone: boolean;
}

/** Where a command runs: in a folder of the container, or of the repository (package scripts). */
export type Folder = { readonly in: 'container'; readonly path: string | undefined } | { readonly in: 'repository'; readonly path: string };

/** What surrounds a command: filled in by whoever can look into files. */
export interface Surroundings {
  /** What /bin/sh is. */
  readonly shell: Shell;
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** A script that comes from the repository, named by a path in a folder of the container or of the repository itself. */
  readonly script: (path: string, folder: Folder) => { readonly file: string; readonly text: PlacedText } | undefined;
  /** The package whose scripts a manager sees in a folder. */
  readonly packageAt: (folder: Folder) => PackageScripts | undefined;
}

export interface PackageScripts {
  /** The package.json. */
  readonly file: string;
  /** Its folder in the repository. */
  readonly folder: string;
  /** What stands between the quotes, by name. */
  readonly scripts: ReadonlyMap<string, PlacedText>;
  /** The main version of Yarn, where the repository tells it. */
  readonly yarn?: number;
}

/** Where a trace is: what it has to know of the commands around it. */
export interface Scene {
  readonly around: Surroundings;
  readonly folder: Folder;
  /** What `"$@"` stands for in a script. */
  readonly args: readonly Word[];
  /** A chain is short; a longer one goes round in circles. */
  readonly depth: number;
}

const DEEPEST = 12;

export const UNKNOWN: Chain = { links: [], end: { kind: 'unknown' } };
export const DONE: Chain = { links: [], end: { kind: 'task' } };

/** One step inward. */
export function inside(scene: Scene, change: Partial<Scene> = {}): Scene | undefined {
  return scene.depth >= DEEPEST ? undefined : { ...scene, ...change, depth: scene.depth + 1 };
}

/** The same end, with something done before it. */
export function accompanied(chain: Chain): Chain {
  return chain.end.kind === 'node' ? { ...chain, end: { ...chain.end, isAlone: false } } : chain;
}

export function behind(link: Link, chain: Chain): Chain {
  return { links: [link, ...chain.links], end: chain.end };
}
