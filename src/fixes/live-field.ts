/** What a class makes live where it declares its field: `private readonly worker = new Worker(…)`. */
import type { ClassFact, ClassMember, FunctionFact, Span, Value } from '../facts/module-facts.js';
import { fieldName } from '../facts/spans.js';
import { atEnd } from './body.js';
import { dialectOf, layOut } from './dialect.js';
import type { LiveCall } from './live-call.js';
import { type Edits, indentationAt, insert, isSame, type Source, textOf } from './source.js';
import type { Handle } from './timer-handle.js';

interface InitialisedField {
  readonly class: ClassFact;
  /** With its `#`. */
  readonly name: string;
}

/** The field whose value is the call, or a chain of calls on what it makes. */
export function initialisedField(source: Source, call: Span): InitialisedField | undefined {
  for (const cls of source.facts.classes) {
    const member = cls.members.find(({ value, static: isStatic }) => !isStatic && value !== undefined && beginsWith(value, call));
    if (member) return { class: cls, name: fieldName(textOf(source, member.span), member) };
  }
  return undefined;
}

function beginsWith(value: Value, call: Span): boolean {
  if (value.kind !== 'call') return false;
  return isSame(value.span, call) || (value.callee.kind === 'member' && beginsWith(value.callee.object, call));
}

/** How a function of the same class calls it. */
export function fieldHandle(source: Source, call: Span, reader: FunctionFact): Handle | undefined {
  const field = initialisedField(source, call);
  return field && field.class.id === reader.class ? { text: `this.${field.name}`, isOptional: false, edits: [] } : undefined;
}

/** Statements go to the end of the constructor, which a class of its own may have to get. What decorators make has hooks of its framework. */
export function liveField(source: Source, call: Span): LiveCall | undefined {
  const field = initialisedField(source, call);
  if (!field || field.class.decorators.length > 0) return undefined;
  const { members, superclass } = field.class;
  const made = members.find(({ kind }) => kind === 'constructor')?.function;
  const written = made === undefined ? undefined : source.facts.functions[made];
  const fact = written?.implicit === true ? undefined : written;
  const last = members.findLast(({ kind }) => kind === 'field');
  if (fact ? !atEnd(source, fact, ['']) : superclass !== undefined || !last) return undefined;
  const place = (lines: readonly string[]): Exclude<Edits, undefined> =>
    (fact ? atEnd(source, fact, ['', ...lines]) : last && [newConstructor(source, last, lines)]) ?? [];
  return { handle: `this.${field.name}`, isAtTop: false, place };
}

function newConstructor(source: Source, { span }: ClassMember, lines: readonly string[]): ReturnType<typeof insert> {
  const dialect = dialectOf(source);
  const written = ['', 'constructor() {', ...lines.map((line) => (line === '' ? '' : `\t${line}`)), '}'];
  const end = span[1] + (source.text[span[1]] === ';' ? 1 : 0);
  return insert(end, dialect.eol + layOut(written, dialect, indentationAt(source, span[0])));
}
