import type { Rule } from 'eslint';
import { attempted } from '../project/debug.js';

type Context = Rule.RuleContext;

/** What is found of the file being linted, once for all rules: those of one file are made one after the other. */
export function foundOnce<Found>(find: (context: Context) => Found | undefined): (context: Context) => Found | undefined {
  // The source code is the same object for every file under oxlint.
  let latest:
    { readonly of: Pick<Context, 'sourceCode' | 'filename'>; readonly text: string; readonly found: Found | undefined } | undefined;
  return (context) => {
    const { sourceCode, filename } = context;
    const { text } = sourceCode;
    if (latest?.of.sourceCode !== sourceCode || latest.of.filename !== filename || latest.text !== text)
      latest = { of: { sourceCode, filename }, text, found: attempted(filename, () => find(context)) };
    return latest.found;
  };
}
