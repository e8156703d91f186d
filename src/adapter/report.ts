import type { Rule } from 'eslint';
import { canBeParsed } from '../facts/parse.js';
import { debug } from '../project/debug.js';
import type { Edit, Finding, Suggestion } from '../project/finding.js';

/** Findings by the file that they are in. */
export type ByFile = ReadonlyMap<string, readonly Finding[]>;

/** One finding for one place, however many ways lead to it; by file, in the order of the text. */
export function byFile(findings: Iterable<Finding>): ByFile {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.file}#${finding.span.join('-')}#${finding.messageId}`;
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  const files = new Map<string, Finding[]>();
  for (const finding of [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0])) {
    const others = files.get(finding.file);
    if (others) others.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

export function report(context: Rule.RuleContext, finding: Finding): void {
  context.report({
    loc: { start: locate(context, finding.span[0]), end: locate(context, finding.span[1]) },
    messageId: finding.messageId,
    data: { ...finding.data },
    suggest: (finding.suggestions ?? []).filter((suggestion) => isSound(context, suggestion)).map(suggest),
    ...(finding.fix && {
      fix: (fixer: Rule.RuleFixer) => (finding.fix ?? []).map((edit) => fixer.replaceTextRange([...edit.span], edit.text)),
    }),
  });
}

/** Whatever a repair misunderstands of a text, nobody is offered what breaks it. */
function isSound({ filename, id, sourceCode }: Rule.RuleContext, { messageId, edits }: Suggestion): boolean {
  if (edits.length === 0 || !areApart(edits)) return false;
  const text = textOf(sourceCode);
  if (!isScript(filename) || canBeParsed(edited(text, edits), filename) || !canBeParsed(text, filename)) return true;
  debug(filename, new Error(`the suggestion ${messageId} of ${id} cannot be parsed`));
  return false;
}

function isScript(file: string): boolean {
  return /\.[cm]?[jt]sx?$/iu.test(file);
}

function edited(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
  const parts = sorted.map(({ span, text: inserted }, index) => text.slice(sorted[index - 1]?.span[1] ?? 0, span[0]) + inserted);
  return parts.join('') + text.slice(sorted.at(-1)?.span[1] ?? 0);
}

/** ESLint ends the whole run over edits that overlap. */
function areApart(edits: readonly Edit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return spans.every(([start], index) => start >= (spans[index - 1]?.[1] ?? 0));
}

function suggest(suggestion: Suggestion): Rule.SuggestionReportDescriptor {
  return {
    messageId: suggestion.messageId,
    data: { ...suggestion.data },
    fix: (fixer) => suggestion.edits.map((edit) => fixer.replaceTextRange([...edit.span], edit.text)),
  };
}

type Locate = Rule.RuleContext['sourceCode']['getLocFromIndex'];

/** Languages of others count lines and columns as they like; all but old ones say how. */
function locate({ sourceCode }: Rule.RuleContext, offset: number): ReturnType<Locate> {
  const index = Math.min(offset, sourceCode.text.length);
  if ('getLocFromIndex' in sourceCode) return sourceCode.getLocFromIndex(index);
  const before = textOf(sourceCode).slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}
