import type { Member, Role } from '../catalogue/shape.js';
import type { ClassFact, ClassMember, Value } from '../facts/module-facts.js';
import { texts } from './arguments.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { property } from './property.js';
import type { Service } from './service.js';
import { functionThing, type FunctionThing, type Things } from './thing.js';

/** A decorator of a catalogued library, with the texts, or the path, of its first argument. */
export interface Decorator {
  readonly name: string;
  readonly member: Member;
  readonly texts: readonly string[];
}

/** A method that a framework calls because of a decorator on it. */
export interface DecoratedMethod {
  readonly fn: FunctionThing;
  readonly role: Role;
  readonly class: ClassFact;
  readonly member: ClassMember;
  readonly decorators: readonly Decorator[];
}

export function decoratorsOf(link: Link, module: Module, values: readonly Value[]): readonly Decorator[] {
  return values.flatMap((value) => {
    const callee = value.kind === 'call' ? value.callee : value;
    const [first] = value.kind === 'call' ? value.args : [];
    const given = first ? textsOf(link, link.of(module, first)) : [];
    return link
      .of(module, callee)
      .flatMap((thing) => (thing.kind === 'member' ? [{ name: thing.name, member: thing.member, texts: given }] : []));
  });
}

/** The argument itself, or its `path`: `@Controller({ path: 'orders', version: '1' })`. */
function textsOf(link: Link, things: Things): readonly string[] {
  const paths = things.flatMap((thing) => (thing.kind === 'object' ? property.of(link, thing, 'path') : []));
  return texts([...things, ...paths]);
}

export function decoratedMethods(service: Service): readonly DecoratedMethod[] {
  return service.modules.flatMap((module) =>
    module.facts.classes.flatMap((cls) => cls.members.flatMap((member) => decorated(service, module, cls, member))),
  );
}

function decorated(service: Service, module: Module, cls: ClassFact, member: ClassMember): readonly DecoratedMethod[] {
  if (member.function === undefined || member.decorators.length === 0) return [];
  const decorators = decoratorsOf(service.link, module, member.decorators);
  const roles = decorators.flatMap(({ member: known }) => known.decorates ?? (known.route ? 'request' : []));
  const fn = functionThing(module, member.function);
  return roles.slice(0, 1).map((role) => ({ fn, role, class: cls, member, decorators }));
}
