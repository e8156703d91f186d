/** Waits for closes that are begun for each element of an array. */
import type { FunctionFact, Span } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import type { AwaitableStyle } from './await-close.js';
import { completionPromise, givesNoPromise } from './closing.js';
import { dialectOf, layOut } from './dialect.js';
import { callSite, isExpressionBody, isWholeStatement, type Site, siteOf } from './site.js';
import { type Edit, type Edits, indentationAt, insert, isSame, replace, type Source, textOf } from './source.js';

const EACH = new Set(['forEach', 'map']);

/** `workers.forEach((worker) => worker.close())` as `await Promise.all(workers.map((worker) => worker.close()))`. */
export function awaitEach(source: Source, { call, style }: { readonly call: Span; readonly style: AwaitableStyle }): Edits {
  const site = callSite(source, call);
  const written = site && siteOf(source, site.function.span);
  const [each] = written?.parents ?? [];
  if (
    !site ||
    !written ||
    each?.kind !== 'call' ||
    each.callee.kind !== 'member' ||
    !EACH.has(each.callee.name ?? '') ||
    each.args.length !== 1
  )
    return undefined;
  const outer = siteOf(source, each.span);
  if (!outer || !isSame(outer.value.span, each.span) || !isWholeStatement(source, outer)) return undefined;
  const asynchronous = makeAsync(source, outer.function);
  const returned = returnedPromise(source, site, style);
  if (!asynchronous || !returned || outer.parents.some(({ kind }) => kind === 'await')) return undefined;
  const { object } = each.callee;
  const head = isExpressionBody(outer.function) ? '' : 'await ';
  return [
    ...asynchronous.filter(() => head !== ''),
    insert(each.span[0], `${head}Promise.all(`),
    replace([object.span[0], each.callee.span[1]], asArray(source, textOf(source, object.span), each.callee.optional)),
    ...returned,
    insert(each.span[1], ')'),
  ];
}

/** Only an array has `map`. */
function asArray({ text }: Source, object: string, optional: boolean): string {
  const name = /(?<![\w$])[\w$]+$/u.exec(object)?.[0] ?? '';
  const kind = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*(?::[^=;]{1,200})?=\\s*new (Set|Map)\\b`, 'u').exec(text)?.[1];
  if (kind === undefined) return `${object}${optional ? '?' : ''}.map`;
  return `[...${object}${kind === 'Map' ? '.values()' : ''}].map`;
}

/** The function gives a promise of the close. */
function returnedPromise(
  source: Source,
  { function: owner, value, step, parents, siblings }: Site,
  style: AwaitableStyle,
): readonly Edit[] | undefined {
  if (owner.async) return parents[0]?.kind === 'await' ? [] : [insert(value.span[0], 'await ')];
  const promised = givesNoPromise(style) ? promiseOf(source, value.span, style) : [];
  if (parents.length > 0) return undefined;
  if (isExpressionBody(owner)) return promised;
  return isOnly(owner, siblings) ? joined(insert(step.span[0], step.kind === 'return' ? '' : 'return '), promised) : undefined;
}

function joined(prefix: Edit, [promised]: readonly Edit[]): readonly Edit[] {
  return promised ? [replace(promised.span, prefix.text + promised.text)] : [prefix];
}

function isOnly(owner: FunctionFact, siblings: Site['siblings']): boolean {
  return owner.body === siblings && siblings.length === 1;
}

function promiseOf(source: Source, span: Span, style: AwaitableStyle): readonly Edit[] {
  const dialect = dialectOf(source);
  return [
    replace(span, layOut(completionPromise(textOf(source, span), dialect, style), dialect, indentationAt(source, span[0])).trimStart()),
  ];
}
