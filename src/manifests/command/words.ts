import type { Span } from '../../facts/module-facts.js';
import type { PlacedText } from '../placed-text.js';

/** A place in a file of the repository. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** One word of a command, as the program that is started sees it. */
export interface Word {
  /** Undefined when only the run knows it. */
  readonly text: string | undefined;
  readonly place: Place;
  /** Where its characters stand, for words that hold a command themselves (`sh -c "…"`). */
  readonly placed?: PlacedText;
  /** The shell form of a Dockerfile: no shell is written. */
  readonly isShellForm?: true;
}

/** Words of an exec form. */
export function wordsOf(file: string, texts: readonly PlacedText[]): readonly Word[] {
  return texts.map((placed) => ({ text: placed.text, place: { file, span: placed.span }, placed }));
}

/** Words that stand nowhere: what an image or a platform puts before what is written. */
export function impliedWords(texts: readonly string[], place: Place): readonly Word[] {
  return texts.map((text) => ({ text, place }));
}

/** From the first word to the last one of the same file; undefined for no words. */
export function placeOfWords(words: readonly Word[]): Place | undefined {
  const [first] = words;
  if (!first) return undefined;
  const same = words.filter((word) => word.place.file === first.place.file && word.place.span[0] >= first.place.span[0]);
  return { file: first.place.file, span: [first.place.span[0], Math.max(...same.map((word) => word.place.span[1]))] };
}

/** The last part of a path: `/usr/bin/node` is `node`. */
export function nameOf(word: Word | undefined): string | undefined {
  return word?.text?.split('/').at(-1);
}
