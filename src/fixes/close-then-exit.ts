/** Lets a close that is begun end before the exit that follows it. */
import type { Span } from '../facts/module-facts.js';
import { allSteps } from '../facts/walk.js';
import { awaitClose, type AwaitableStyle, hasCallback } from './await-close.js';
import { eventIn } from './closing.js';
import { codeOf, hasComment } from './code.js';
import { dialectOf } from './dialect.js';
import { callSite, isOwnStatement, isWholeStatement, type Site } from './site.js';
import { type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { indentWithin, isBraceless } from './statements.js';

export interface CloseThenExit {
  readonly exit: Span;
  readonly close: { readonly call: Span; readonly style: AwaitableStyle; readonly inAwait?: boolean };
}

/** Awaits the close, or moves the exit and what stands before it into the callback of the close. */
export function closeThenExit(source: Source, { exit, close }: CloseThenExit): Edits {
  if (close.call[0] >= exit[0]) return undefined;
  const closing = callSite(source, close.call);
  const exiting = callSite(source, exit);
  if (!closing || !exiting) return undefined;
  const moved =
    close.style === 'promise' || eventIn(close.style) !== undefined || closing.function.async
      ? undefined
      : moveIntoCallback(source, closing, exiting);
  return moved ?? awaitClose(source, { ...close, inAwait: close.inAwait ?? false });
}

function moveIntoCallback(source: Source, closing: ReturnType<typeof callSite>, exiting: Site): Edits {
  if (!closing || closing.siblings !== exiting.siblings || hasCallback(source, closing.value)) return undefined;
  if (!isWholeStatement(source, closing) || closing.parents.length > 0 || !isOwnStatement(source, exiting) || isBraceless(source, exiting))
    return undefined;
  if (closing.value.args.length > 0 || !canMove(closing, exiting)) return undefined;
  const { text } = source;
  const between = text.slice(closing.step.span[1], exiting.step.span[0]);
  if (between.trim() === '' && isWholeStatement(source, exiting)) return asOneLine(source, closing, exiting);
  return asBlock(source, closing, exiting);
}

/** The exit is the last statement, and what stands between stays the same in another function. */
function canMove({ step, siblings }: Site, exiting: Site): boolean {
  const between = siblings.slice(siblings.indexOf(step) + 1, siblings.indexOf(exiting.step));
  const leaves = allSteps(between).some(({ kind }) => kind === 'break' || kind === 'continue' || kind === 'return');
  return siblings.at(-1) === exiting.step && !leaves;
}

function asOneLine(source: Source, closing: Site, exiting: Site): Edits {
  const call = textOf(source, closing.value.span);
  const exit = textOf(source, exiting.value.span);
  const { semicolon } = dialectOf(source);
  const head = call.slice(0, call.lastIndexOf('(') + 1);
  if (hasComment(call.slice(head.length))) return undefined;
  return [replace([closing.step.span[0], exiting.step.span[1]], `${head}() => ${exit})${semicolon}`)];
}

function asBlock(source: Source, closing: Site, exiting: Site): Edits {
  const dialect = dialectOf(source);
  const [, closeEnd] = closing.value.span;
  const [, exitEnd] = exiting.step.span;
  const statementEnd = closing.step.span[1];
  const isOnOneLine = !codeOf(source).slice(statementEnd, exitEnd).includes('\n');
  if (isOnOneLine || hasComment(source.text.slice(closing.value.span[0], closeEnd))) return undefined;
  const indentation = indentationAt(source, closing.step.span[0]);
  return [
    replace([closeEnd - 1, statementEnd], '() => {'),
    ...indentWithin(source, statementEnd, exitEnd, dialect),
    insert(exitEnd, `${dialect.eol}${indentation}})${dialect.semicolon}`),
  ];
}
