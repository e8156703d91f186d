/** Keeps what a call gives where another function of the module can reach it. */
import { contains } from '../facts/spans.js';
import type { BindingFact, CallValue, FunctionFact, Span, Step, Target, Value } from '../facts/module-facts.js';
import { scopeAround } from './code.js';
import { dialectOf } from './dialect.js';
import { freeName } from './names.js';
import { isOwnStatement, isWholeStatement, type Site, statementSpan } from './site.js';
import { type Edit, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { isBraceless } from './statements.js';
import { topPosition } from './top-position.js';

export interface Handle {
  /** How the other function calls it. */
  readonly text: string;
  /** It may be undefined there. */
  readonly isOptional: boolean;
  readonly edits: readonly Edit[];
}

/** Undefined when nothing that both reach can hold it. */
export function keepHandle(source: Source, site: Site<CallValue>, reader: FunctionFact, names = namesFor(site.value)): Handle | undefined {
  if (isWholeStatement(source, site)) return keepNew(source, site, reader, names);
  const target = holderOf(site);
  if (target?.kind === 'member') return inProperty(source, site, target, reader);
  const held = target?.kind === 'binding' ? source.facts.bindings[target.binding] : undefined;
  if (!held) return inLiteral(source, site, reader);
  if (isVisible(source, held.span, reader.span)) return { text: held.name, isOptional: held.kind !== 'const', edits: [] };
  return hoistVariable(source, site, held);
}

/** The variable or the property that is given what the call makes. */
function holderOf({ step, parents: [parent, outer] }: Site): Target | undefined {
  if (parent?.kind === 'assign' && !outer) return parent.target;
  return step.kind === 'declare' && !parent ? step.target : undefined;
}

/** `this.timer`, and `state.timer` where the reader sees `state`. */
function inProperty(
  source: Source,
  { function: writer }: Site,
  { object, name, span }: Extract<Target, { kind: 'member' }>,
  reader: FunctionFact,
): Handle | undefined {
  const isSeen = object.kind === 'this' ? isSameInstance(writer, reader) : isSeenBy(source, object, reader);
  if (name === undefined || !isSeen) return undefined;
  const isSet = object.kind !== 'this' && writer.id === 0 && !dialectOf(source).typescript;
  return { text: textOf(source, span), isOptional: !isSet, edits: [] };
}

function isSeenBy(source: Source, value: Value, reader: FunctionFact): boolean {
  if (value.kind === 'member') return isSeenBy(source, value.object, reader);
  if (value.kind === 'global') return true;
  const binding = value.kind === 'reference' ? source.facts.bindings[value.binding] : undefined;
  if (binding?.kind === 'parameter' && !contains(source.facts.functions[binding.owner]?.span ?? [0, 0], reader.span)) return false;
  return binding !== undefined && isVisible(source, binding.span, reader.span);
}

/** `timer` of `const state = { timer: … }`. */
function inLiteral(source: Source, { step, value, parents: [literal, outer] }: Site, reader: FunctionFact): Handle | undefined {
  if (literal?.kind !== 'object' || outer || step.kind !== 'declare' || step.target.kind !== 'binding') return undefined;
  const name = literal.properties.find((property) => property.value === value)?.name;
  const held = source.facts.bindings[step.target.binding];
  if (name === undefined || !/^[\w$]+$/u.test(name) || !held || !isVisible(source, held.span, reader.span)) return undefined;
  return { text: `${held.name}.${name}`, isOptional: false, edits: [] };
}

function isSameInstance(one: FunctionFact, other: FunctionFact): boolean {
  return one.class !== undefined && one.class === other.class;
}

export function isVisible(source: Source, declared: Span, read: Span): boolean {
  const block = scopeAround(source, declared[0]);
  return block === undefined || contains(block, read);
}

function keepNew(source: Source, site: Site<CallValue>, reader: FunctionFact, names: readonly [string, ...string[]]): Handle | undefined {
  if (!isOwnStatement(source, site) || site.step.kind === 'return') return undefined;
  const [start] = site.step.span;
  if (isSameInstance(site.function, reader)) return keepInField(source, site, names);
  const name = freeName(source, names);
  if (!isBraceless(source, site) && isVisible(source, site.step.span, reader.span)) {
    return { text: name, isOptional: false, edits: [insert(start, `const ${name} = `)] };
  }
  const declared = declareAtTop(source, site, name);
  return declared && { text: name, isOptional: true, edits: [declared, insert(start, `${name} = `)] };
}

export function namesFor({ callee }: CallValue): readonly [string, ...string[]] {
  const name = callee.kind === 'global' || callee.kind === 'member' ? callee.name : undefined;
  if (name === 'setInterval') return ['interval', 'timer'];
  return name === 'setTimeout' ? ['timer', 'timeout'] : ['task', 'scheduledTask'];
}

/** `const timer = …` inside a function becomes a variable of the module. */
function hoistVariable(source: Source, site: Site<CallValue>, { name }: BindingFact): Handle | undefined {
  const { step, siblings } = site;
  const isAlone = siblings.every((other) => other === step || other.kind !== 'declare' || !sharesDeclaration(source, site, other));
  const isUnique = source.facts.bindings.filter((binding) => binding.name === name).length === 1;
  if (step.kind !== 'declare' || !isAlone || !isUnique) return undefined;
  const declared = declareAtTop(source, site, name);
  const start = statementSpan(source, site)[0];
  return declared && { text: name, isOptional: true, edits: [declared, replace([start, site.value.span[0]], `${name} = `)] };
}

function sharesDeclaration(source: Source, { step, siblings }: Site, other: Step): boolean {
  return contains(statementSpan(source, { step, siblings }), other.span);
}

/** Before the statement of the module in which the call stands. */
function declareAtTop(source: Source, site: Site<CallValue>, name: string): Edit | undefined {
  const dialect = dialectOf(source);
  const top = topPosition(source, site.value.span);
  const type = typeText(source, site);
  if (top === undefined || (dialect.typescript && type === undefined)) return undefined;
  const annotation = dialect.typescript ? `: ${type ?? ''} | undefined` : '';
  return insert(top, `let ${name}${annotation}${dialect.semicolon}${dialect.eol}${dialect.eol}`);
}

/** Undefined when the type cannot be named. */
function typeText(source: Source, { value: { callee, construct } }: Site<CallValue>): string | undefined {
  const called = textOf(source, callee.span);
  if (callee.kind === 'global' && /^set(?:Interval|Timeout)$/u.test(called)) return 'NodeJS.Timeout';
  if (!/^[\w$.]+$/u.test(called)) return undefined;
  return construct ? called : `ReturnType<typeof ${called}>`;
}

/** TypeScript wants the field declared. */
function keepInField(source: Source, site: Site<CallValue>, names: readonly string[]): Handle | undefined {
  const dialect = dialectOf(source);
  const owner = source.facts.classes[site.function.class ?? -1];
  const first = owner?.members[0];
  if (!owner || !first) return undefined;
  const taken = new Set(owner.members.map((member) => member.name));
  const name = names.find((candidate) => !taken.has(candidate));
  if (name === undefined) return undefined;
  const type = typeText(source, site);
  if (dialect.typescript && type === undefined) return undefined;
  const declaration = `private ${name}?: ${type ?? ''}${dialect.semicolon}${dialect.eol}${dialect.eol}${indentationAt(source, first.span[0])}`;
  const declared = dialect.typescript ? [insert(first.span[0], declaration)] : [];
  return { text: `this.${name}`, isOptional: true, edits: [...declared, insert(site.step.span[0], `this.${name} = `)] };
}
