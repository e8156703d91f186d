import path from 'node:path';
import { hashOf } from '../../project/hash.js';
import { byFile } from '../report.js';
import type { Answer, Promised } from './kept-file.js';

/** The answers of now, with a hash of the text of each file that they rest on. */
export interface State {
  readonly folder: string;
  readonly answers: readonly Answer[];
  readonly texts: ReadonlyMap<string, string>;
}

export const NO_PROMISE: Promised = { questions: [], texts: [], found: {} };

/**
 * Whether the promise holds: a text that it knows is answered as before. Texts that are new are nobody's concern, since ESLint lints
 * what has changed; a question that is new comes with another configuration, which ESLint sees itself.
 */
export function isKept(promise: Promised, state: State): boolean {
  const now = promised(state);
  const questions = inBoth(promise.questions, now.questions);
  const texts = inBoth(promise.texts, now.texts);
  const concerns = (key: string): boolean => {
    const [question = '', text = ''] = key.split('\n');
    return questions.has(question) && texts.has(text);
  };
  const keys = [...Object.keys(promise.found), ...Object.keys(now.found)];
  return keys.every((key) => !concerns(key) || promise.found[key] === now.found[key]);
}

/** What holds now is promised as well. */
export function extended(promise: Promised, state: State): Promised {
  const now = promised(state);
  return {
    ...promise,
    questions: [...new Set([...promise.questions, ...now.questions])],
    texts: [...new Set([...promise.texts, ...now.texts])],
    found: { ...promise.found, ...now.found },
  };
}

function promised({ folder, answers, texts }: State): Promised {
  const names = new Map([...texts].map(([file, hash]) => [file, `${path.relative(folder, file)} ${hash}`]));
  const found: Record<string, string> = {};
  for (const answer of answers) {
    const question = questionOf(answer);
    for (const [file, findings] of byFile(answer.findings))
      found[`${question}\n${names.get(file) ?? file}`] = hashOf(JSON.stringify(findings));
  }
  return { questions: answers.map(questionOf), texts: [...names.values()], found };
}

function questionOf({ of, root, settings, rule }: Answer): string {
  return hashOf([of, root, settings, rule].join('\n'));
}

function inBoth(one: readonly string[], other: readonly string[]): ReadonlySet<string> {
  const set = new Set(other);
  return new Set(one.filter((item) => set.has(item)));
}
