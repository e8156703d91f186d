import path from 'node:path';
import type { Chain } from '../../manifests/command/chain.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import type { Deployment } from './deployment.js';

/** One process of a linked service. */
export interface Running {
  readonly service: Service;
  readonly process: Process;
}

/** The process that starts with a file, and with these words behind it. */
export function runningAt(deployment: Deployment, entry: string, words: readonly string[] = []): Running | undefined {
  const service = deployment.serviceAt(path.dirname(entry));
  const all = service?.processes.filter((one) => one.entry.path === entry) ?? [];
  const asked = all.filter(({ command }) => command?.some((name) => words.includes(name)));
  const [process, ...others] = asked.length > 0 ? asked : all.filter(({ command }) => mayBeAsked(command, words));
  return service && process && others.length === 0 ? { service, process } : undefined;
}

/** What is not asked for by any word may be what the program does without one. */
function mayBeAsked(command: Process['command'], words: readonly string[]): boolean {
  return command === undefined || command.length === 0 || !words.some((word, index) => mayName(word, words[index - 1]));
}

/** A word that is neither an option, nor its value, nor a path or a number. */
function mayName(word: string, before: string | undefined): boolean {
  return /^[a-z][\w:.-]*$/iu.test(word) && before?.startsWith('-') !== true;
}

/** What the file is given on its command line; nothing where some of it is not known. */
export function wordsGiven({ end }: Chain): readonly string[] {
  if (end.kind !== 'node' || end.file === undefined) return [];
  const words = end.words.map(({ text = '' }) => text);
  return words.slice(words.indexOf(end.file) + 1);
}
