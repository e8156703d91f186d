/**
 * What is asked of a text that is not read as a program. Most texts of a workspace are only asked: an edit after which all that was
 * asked of a text has the same answers is of no consequence.
 */
import { specifiersIn } from './edges.js';
import { mayUse, type Use } from './mentions.js';

export interface TextQuestion {
  /** Tells it apart from all others, and how to ask it; JSON. */
  readonly key: string;
  readonly ask: (text: string) => string;
}

const known = new Map<string, TextQuestion>();
const byPattern = new WeakMap<RegExp, TextQuestion>();
const YES = 'yes';

export function isYes(answer: string): boolean {
  return answer === YES;
}

function question(words: readonly string[], ask: () => TextQuestion['ask']): TextQuestion {
  const key = JSON.stringify(words);
  const made = known.get(key) ?? { key, ask: ask() };
  known.set(key, made);
  return made;
}

/** Whether the text matches. */
export function matching(pattern: RegExp): TextQuestion {
  const made =
    byPattern.get(pattern) ?? question(['matches', pattern.source, pattern.flags], () => (text) => (pattern.test(text) ? YES : ''));
  byPattern.set(pattern, made);
  return made;
}

/** Whether the text, which imports a module, may use this export of it. */
export function using(name: string, how: Use): TextQuestion {
  return question(['uses', name, how], () => (text) => (mayUse(text, name, how) ? YES : ''));
}

/** The import specifiers in the text, each on a line. */
export const SPECIFIERS: TextQuestion = question(['specifiers'], () => (text) => specifiersIn(text).join('\n'));

export function specifiersOf(answer: string): readonly string[] {
  return answer === '' ? [] : answer.split('\n');
}

/** The question with a key that was written down before; undefined for none of ours. */
export function questionWith(key: string): TextQuestion | undefined {
  const before = known.get(key);
  if (before) return before;
  const [name, ...words] = JSON.parse(key) as readonly string[];
  const [first = '', second = ''] = words;
  if (name === 'matches') return matching(new RegExp(first, second));
  return name === 'uses' && (second === 'call' || second === 'hold') ? using(first, second) : undefined;
}
