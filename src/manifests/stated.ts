import type { Span } from '../facts/module-facts.js';

/** What a manifest says at a place. */
export interface Stated<T> {
  /** Undefined when it is not known before the platform runs: a template, a variable, a value of the wrong type. */
  readonly value: T | undefined;
  readonly span: Span;
}

/** Where a mapping stands, for repairs that add to it. */
export interface Place {
  readonly span: Span;
  /** Column of the keys; -1 in one that is written with braces. */
  readonly indent: number;
  /** Whether a key that is not seen is certainly absent: no template, no unknown alias stands among the keys. */
  readonly isWhole: boolean;
  /** Where each key that is written in it begins and its value ends, by name. */
  readonly keys: Readonly<Record<string, Span>>;
}
