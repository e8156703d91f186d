/** How a function of the same file calls something that is opened there. */
import type { CallValue, ClassFact, ClassMember, FunctionFact, Span } from '../facts/module-facts.js';
import { fieldName } from '../facts/spans.js';
import { chainOf } from './live-call.js';
import { fieldHandle } from './live-field.js';
import { freeName } from './names.js';
import { callSite, isWholeStatement, type Site } from './site.js';
import { insert, isSame, type Source, textOf } from './source.js';
import { isBraceless } from './statements.js';
import { type Handle, isVisible, keepHandle } from './timer-handle.js';

export interface Field {
  readonly class: ClassFact;
  /** With its `#`. */
  readonly name: string;
  readonly member: ClassMember | undefined;
  /** Set in a method: absent before it has run. */
  readonly isOptional: boolean;
}

/** The field of a class that holds what the call opens. */
export function fieldOf(source: Source, call: Span): Field | undefined {
  const site = callSite(source, call);
  return fieldGiven(source, site ? wholeOf(site).value.span : call);
}

function fieldGiven({ facts, text }: Source, call: Span): Field | undefined {
  const named = (member: ClassMember): string => fieldName(text.slice(...member.span), member);
  for (const cls of facts.classes) {
    const member = cls.members.find(({ value }) => value && isSame(value.span, call));
    if (member?.name !== undefined && !member.static) return { class: cls, name: named(member), member, isOptional: false };
  }
  const write = facts.memberWrites.find(
    ({ object, value, name }) => object.kind === 'this' && name !== undefined && isSame(value.span, call),
  );
  const owner = write && facts.functions[write.owner];
  const cls = owner?.class === undefined ? undefined : facts.classes[owner.class];
  if (!write || !cls) return undefined;
  const member = cls.members.find(({ name, kind }) => kind === 'field' && name === write.name);
  const isMade = cls.members.some(({ kind, function: id }) => kind === 'constructor' && id === owner?.id);
  return { class: cls, name: member ? named(member) : (write.name ?? ''), member, isOptional: !isMade };
}

/** Keeps what the statement drops: `new Worker(…)`, `watch(…).on(…)`. */
export function keepDropped(source: Source, call: Span, reader: FunctionFact, names: readonly [string, ...string[]]): Handle | undefined {
  const site = callSite(source, call);
  if (!site) return fieldHandle(source, call, reader);
  const chained = site.parents.length > 0 ? outerOf(source, site) : undefined;
  if (!chained) return keepHandle(source, wholeOf(site), reader, names);
  if (isBraceless(source, site) || !isVisible(source, site.step.span, reader.span)) return undefined;
  const name = freeName(source, names);
  return { text: name, isOptional: false, edits: [insert(site.step.span[0], `const ${name} = `)] };
}

/** The whole chain when it gives back what it is called on and is the statement. */
function outerOf(source: Source, site: Site<CallValue>): Site | undefined {
  const chain = chainOf(site);
  const rest = { ...site, parents: site.parents.slice(chain.length) };
  return chain.length > 0 && rest.parents.length === 0 && isWholeStatement(source, rest) ? rest : undefined;
}

/** What is kept of `createServer(…).listen(…)` is what the chain gives, which is the same. */
function wholeOf(site: Site<CallValue>): Site<CallValue> {
  const chain = chainOf(site);
  const whole = chain.at(-1);
  return whole?.kind === 'call' ? { ...site, value: whole, parents: site.parents.slice(chain.length) } : site;
}

/** `db` of `db.connect()`, when that is a name. */
export function receiverText(source: Source, { callee }: CallValue): string | undefined {
  const text = callee.kind === 'member' ? textOf(source, callee.object.span) : '';
  return /^[\w$.#]+$/u.test(text) ? text : undefined;
}
