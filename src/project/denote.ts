import type { CallValue, ChoiceValue, MemberValue, ObjectValue, TemplateValue, ThisValue, Value } from '../facts/module-facts.js';
import { askedFor } from './asked-types.js';
import { bindingThings, isTelling } from './bindings.js';
import { instanceMember } from './classes.js';
import { exported, importThings, wholeExport } from './imports.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { property } from './property.js';
import { callResult } from './results.js';
import { isStatic, staticThis } from './statics.js';
import { objectsOf } from './subclasses.js';
import {
  awaited,
  classThing,
  collectionThing,
  constantThing,
  functionThing,
  instanceThing,
  memberThing,
  namespaceThing,
  objectThing,
  union,
  UNKNOWN,
  type Things,
} from './thing.js';

/** What a value may be. Called through `Link.of`, which remembers and ends cycles. */
export function denote(link: Link, module: Module, value: Value): Things {
  link.workspace.faults.lookedAt = module.path;
  return ofKind(link, module, value);
}

function ofKind(link: Link, module: Module, value: Value): Things {
  switch (value.kind) {
    case 'reference':
      return bindingThings(link, module, value.binding);
    case 'global':
      return isOwnExports(value) ? ownExports(link, module) : globalThings(link, value.name);
    case 'member':
      return memberThings(link, module, value);
    case 'call':
      return callThings(link, module, value);
    case 'function':
      return [functionThing(module, value.function)];
    case 'class':
      return [classThing(module, value.class)];
    case 'literal':
      return [constantThing(value.value)];
    case 'template':
      return templateThings(link, module, value);
    case 'object':
      return [objectThing(module, value)];
    case 'array':
      return [collectionThing(module, value)];
    case 'this':
      return thisThings(link, module, value);
    case 'await':
      return awaited(link.of(module, value.value));
    case 'choice':
      return choiceThings(link, module, value);
    case 'assign':
      return link.of(module, value.value);
    case 'import':
      return importThings(link, module, value);
    case 'spread':
      return link.of(module, value.value);
    case 'operation':
      return value.operator === ',' ? lastThings(link, module, value.operands) : [];
    default:
      return UNKNOWN;
  }
}

function lastThings(link: Link, module: Module, operands: readonly Value[]): Things {
  const last = operands.at(-1);
  return last ? link.of(module, last) : [];
}

function globalThings(link: Link, name: string): Things {
  if (name === 'undefined') return [];
  if (GLOBAL.has(name)) return UNKNOWN;
  const known = link.knowledge.global(name);
  if (!known) return madeGlobal(link, name);
  if (known.member.is === undefined) return [memberThing(known.library, name, known.member)];
  return property.typed(link, known.library, known.member.is);
}

const GLOBAL = new Set(['globalThis', 'global']);

/** `global.server = app.listen()`: what is read by that name anywhere. */
function madeGlobal(link: Link, name: string): Things {
  const writes = link.places.writes(name).filter(({ write: { object } }) => object.kind === 'global' && GLOBAL.has(object.name));
  return writes.length === 0 ? UNKNOWN : union(...writes.map(({ module, write }) => link.of(module, write.value)));
}

function memberThings(link: Link, module: Module, value: MemberValue): Things {
  if (value.object.kind === 'global' && GLOBAL.has(value.object.name)) {
    return value.name === undefined ? UNKNOWN : globalThings(link, value.name);
  }
  if (isOwnExports(value)) return ownExports(link, module);
  if (isOwnExports(value.object) && value.name !== undefined) return exported(link, module, value.name);
  const objects = link.of(module, value.object);
  if (value.object.kind === 'this' && value.object.super && value.name !== undefined)
    return inherited(link, module, value.object, value.name);
  const names = value.name === undefined ? constantNames(link, module, value.key) : [value.name];
  if (names.length === 0) return union(...objects.map((object) => property.any(link, object)));
  return union(...objects.flatMap((object) => names.map((name) => property.of(link, object, name))));
}

/** `super.close`: what the class of the project, or of the library, has under the name. */
function inherited(link: Link, module: Module, value: ThisValue, name: string): Things {
  const owner = module.ownerOf(value);
  const cls = module.classOf(owner);
  const [own] = cls === undefined ? [] : objectsOf(link, module, cls);
  const resource = own?.kind === 'resource' ? own : undefined;
  return union(
    ...link.of(module, value).map((object) => {
      if (object.kind === 'member' && resource) return property.inherited(link, resource, name);
      if (object.kind !== 'class' || isStatic(module, owner)) return property.of(link, object, name);
      const above = instanceThing(object.module, object.class);
      const written = resource ? instanceMember(link, above, name) : [];
      return resource && written.length === 0 ? property.inherited(link, resource, name) : property.of(link, above, name);
    }),
  );
}

/** `exports` or `module.exports`, read where they are written. */
function isOwnExports(value: Value): boolean {
  if (value.kind === 'global') return value.name === 'exports';
  return value.kind === 'member' && value.name === 'exports' && value.object.kind === 'global' && value.object.name === 'module';
}

function ownExports(link: Link, module: Module): Things {
  const whole = wholeExport(link, module);
  return whole.length > 0 ? whole : [namespaceThing(module)];
}

/** Names that are tried for one key. */
const MOST_NAMES = 8;

/** Texts, where it is one of a few; a number is mostly that with which a loop begins to count. */
function constantNames(link: Link, module: Module, key: Value | undefined): readonly string[] {
  const things = key ? link.of(module, key) : [];
  const texts = things.flatMap((thing) => (thing.kind === 'constant' && typeof thing.value === 'string' ? [thing.value] : []));
  return texts.length === things.length && texts.length <= MOST_NAMES ? texts : [];
}

function callThings(link: Link, module: Module, call: CallValue): Things {
  const site = { module, call, owner: module.ownerOf(call) };
  const given = union(...link.called({ module, call }).map((callee) => callResult(link, site, callee)));
  const asked = given.some(isTelling) ? [] : askedFor(link, site);
  return asked.length > 0 ? asked : given;
}

/** Every text that it may be; `*` stands for what is not seen. */
function templateThings(link: Link, module: Module, value: TemplateValue): Things {
  let texts = [value.quasis[0] ?? ''];
  for (const [index, part] of value.parts.entries()) {
    const things = link.of(module, part);
    const after = value.quasis[index + 1] ?? '';
    const isMany = things.length === 0 || things.length * texts.length > MOST_TEXTS;
    const parts = isMany ? ['*'] : things.map((thing) => (thing.kind === 'constant' ? String(thing.value) : '*'));
    texts = texts.flatMap((text) => parts.map((one) => text + one + after));
  }
  return [...new Set(texts)].map((text) => constantThing(text));
}

const MOST_TEXTS = 32;

function thisThings(link: Link, module: Module, value: ThisValue): Things {
  const owner = module.ownerOf(value);
  const cls = module.classOf(owner);
  if (cls !== undefined) {
    if (value.super) return superThings(link, module, cls);
    return isStatic(module, owner) ? staticThis(link, module, cls) : objectsOf(link, module, cls);
  }
  const object: ObjectValue | undefined = module.objectOf(owner);
  if (object) return [objectThing(module, object)];
  const receiver = module.receiverOf(owner);
  const things = receiver ? link.of(module, receiver) : [];
  return things.length > 0 ? things : UNKNOWN;
}

function superThings(link: Link, module: Module, cls: number): Things {
  const superclass = module.class(cls)?.superclass;
  return superclass ? link.of(module, superclass) : UNKNOWN;
}

function choiceThings(link: Link, module: Module, value: ChoiceValue): Things {
  const options = value.operator === '&&' ? value.options.slice(-1) : value.options;
  return union(...options.map((option) => link.of(module, option)));
}
