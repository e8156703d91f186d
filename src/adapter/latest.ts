import type { Rule } from 'eslint';
import { attempted } from '../project/debug.js';

type Context = Rule.RuleContext;

interface Latest<Found> {
  /** The same object for every file under oxlint. */
  readonly sourceCode: Context['sourceCode'];
  readonly filename: string;
  readonly text: string;
  /** The rule that was made first. When it is made again, the file is linted again. */
  readonly first: string;
  readonly found: Found | undefined;
}

/** What is found of the file being linted, once for all rules: those of one file are made one after the other. */
export function foundOnce<Found>(find: (context: Context) => Found | undefined): (context: Context) => Found | undefined {
  let latest: Latest<Found> | undefined;
  return (context) => {
    const { sourceCode, filename, id } = context;
    const { text } = sourceCode;
    if (latest?.sourceCode !== sourceCode || latest.filename !== filename || latest.text !== text || latest.first === id)
      latest = { sourceCode, filename, text, first: id, found: attempted(filename, () => find(context)) };
    return latest.found;
  };
}
