import type { Span } from '../facts/module-facts.js';

/** A change of the text of one file; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  /** In the file of the finding. */
  readonly edits: readonly Edit[];
}

/** A defect, in the file where the repair belongs. */
export interface Finding {
  /** Absolute path. */
  readonly file: string;
  readonly span: Span;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly suggestions?: readonly Suggestion[];
  /** Applied without asking: only where the meaning at run time stays, or nothing else can be meant. */
  readonly fix?: readonly Edit[];
}
