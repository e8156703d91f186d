/** Which functions of a module are constructors of objects, and what their prototypes are given. */
import type { CallValue, ClassMember, FunctionFact, FunctionValue, MemberWrite, ModuleFacts, Span, Value } from './module-facts.js';
import { allSteps, walkSteps } from './walk.js';

export interface ConstructorFunction {
  readonly fn: FunctionFact;
  /** The values that are the function: one object stands in steps, sources and exports. */
  readonly values: ReadonlySet<FunctionValue>;
  readonly bindings: readonly number[];
  readonly members: readonly ClassMember[];
  readonly superclass?: Value;
}

interface Candidate extends ConstructorFunction {
  readonly values: Set<FunctionValue>;
  readonly bindings: number[];
  readonly members: ClassMember[];
  superclass?: Value;
  /** Its prototype is given something. */
  hasPrototype: boolean;
  writesThis: boolean;
  isWholeExport: boolean;
}

const EXPORTS = 'module.exports';
/** Calls that put what their other arguments have onto the first. */
const MIXING = /^(?:assign|extend|inherits?|merge|mixin|setPrototypeOf)$/u;
/** Constructors are written with a capital. */
const CAPITAL = /^[_$]*\p{Lu}/u;

export class Prototypes {
  readonly #facts: ModuleFacts;
  readonly #candidates = new Map<number, Candidate>();
  readonly #byName = new Map<string, Candidate>();

  constructor(facts: ModuleFacts) {
    this.#facts = facts;
    for (const [id, { sources }] of facts.bindings.entries()) {
      const whole = sources.filter(({ path }) => path.length === 0);
      for (const { value } of whole) this.#noteFunction(`#${String(id)}`, value, id);
    }
    for (const { object, name = '*', value } of facts.memberWrites) {
      const owner = this.nameOf(object);
      if (owner !== undefined) this.#noteFunction(`${owner}.${name}`, value);
    }
    for (const write of facts.memberWrites) this.#noteWrite(write);
  }

  /** The constructor functions; `mixed` when calls may add to prototypes as well. */
  found(mixed: boolean): readonly ConstructorFunction[] {
    if (this.#candidates.size > 0 && mixed) {
      for (const { body } of this.#facts.functions)
        walkSteps(body, (value) => {
          if (value.kind === 'call') this.#noteMixing(value);
        });
    }
    return [...this.#candidates.values()].filter((one) => one.hasPrototype || this.#makesThis(one));
  }

  /** What a value is called in its module, the same for everything that names the same; undefined for what has no name. */
  nameOf(value: Value): string | undefined {
    if (value.kind === 'reference') return `#${String(value.binding)}`;
    if (value.kind === 'global') return value.name === 'exports' ? EXPORTS : value.name;
    const owner = value.kind === 'member' && value.name !== undefined ? this.nameOf(value.object) : undefined;
    return value.kind === 'member' && owner !== undefined ? `${owner}.${value.name ?? ''}` : undefined;
  }

  /** `this` in the function, or a variable that holds it. */
  isThisOf(fn: number, value: Value): boolean {
    if (value.kind === 'this') return !value.super;
    const owner = value.kind === 'reference' ? this.#facts.bindings[value.binding]?.owner : undefined;
    return owner === fn && this.#heldBy(value)?.kind === 'this';
  }

  /** No prototype, but what it writes to `this` is what `new` gives. */
  #makesThis({ fn, writesThis, isWholeExport }: Candidate): boolean {
    if (!writesThis || !(fn.name === undefined ? isWholeExport : CAPITAL.test(fn.name))) return false;
    return !allSteps(fn.body).some((step) => step.kind === 'return' && step.value && this.#isOther(fn.id, step.value));
  }

  /** Not `this`, and none that a call without `new` makes. */
  #isOther(fn: number, value: Value): boolean {
    return !this.isThisOf(fn, value) && !(value.kind === 'call' && value.construct);
  }

  #noteFunction(name: string, value: Value | undefined, binding?: number): void {
    const fn = value?.kind === 'function' ? this.#facts.functions[value.function] : undefined;
    if (!fn || value?.kind !== 'function' || fn.arrow || fn.async || fn.generator || fn.class !== undefined) return;
    const known = this.#candidates.get(fn.id);
    const one = known ?? { fn, values: new Set(), bindings: [], members: [], hasPrototype: false, writesThis: false, isWholeExport: false };
    this.#candidates.set(fn.id, one);
    this.#byName.set(name, one);
    one.values.add(value);
    one.isWholeExport ||= name === EXPORTS;
    if (binding !== undefined) one.bindings.push(binding);
  }

  #noteWrite(write: MemberWrite): void {
    const { object, name, value, span } = write;
    const prototype = this.#ofPrototype(object);
    if (prototype && name !== undefined) this.#addMember(prototype, name, value, span);
    const whole = name === 'prototype' ? this.#named(object) : undefined;
    if (whole) this.#addAll(whole, value);
    const maker = this.#makerOf(write);
    if (maker) maker.writesThis = true;
  }

  /** The function to whose `this` something is written, in it or in a function inside it. */
  #makerOf({ object, owner }: MemberWrite): Candidate | undefined {
    if (object.kind === 'this') return this.#candidates.get(owner);
    const holder = object.kind === 'reference' ? this.#facts.bindings[object.binding]?.owner : undefined;
    return holder !== undefined && this.isThisOf(holder, object) ? this.#candidates.get(holder) : undefined;
  }

  /** `util.inherits(Server, EventEmitter)`, `Object.assign(Server.prototype, { … })`. */
  #noteMixing({ callee, args: [onto, ...given] }: CallValue): void {
    if (!onto || !MIXING.test(this.#lastName(callee))) return;
    const prototype = this.#ofPrototype(onto);
    if (prototype) for (const value of given) this.#addAll(prototype, value);
    const heir = /^inherits?$/u.test(this.#lastName(callee)) ? this.#named(onto) : undefined;
    if (heir && given[0]) this.#inherit(heir, given[0]);
  }

  #lastName(callee: Value): string {
    if (callee.kind === 'reference') return this.#facts.bindings[callee.binding]?.name ?? '';
    return 'name' in callee ? (callee.name ?? '') : '';
  }

  #named(value: Value): Candidate | undefined {
    const name = this.nameOf(value);
    return name === undefined ? undefined : this.#byName.get(name);
  }

  /** `Server.prototype`, and a variable that holds it. */
  #ofPrototype(value: Value): Candidate | undefined {
    if (value.kind === 'member' && value.name === 'prototype') return this.#named(value.object);
    const held = this.#heldBy(value);
    return held?.kind === 'member' ? this.#ofPrototype(held) : undefined;
  }

  /** A whole prototype: an object of methods, or an object of the superclass. */
  #addAll(to: Candidate, value: Value): void {
    to.hasPrototype = true;
    const methods = value.kind === 'object' ? value.properties : [];
    for (const { name, value: method } of methods) if (name !== undefined) this.#addMember(to, name, method, method.span);
    const base = superclassIn(value);
    if (base) this.#inherit(to, base);
  }

  #inherit(heir: Candidate, from: Value): void {
    heir.hasPrototype = true;
    heir.superclass ??= from;
  }

  #addMember(to: Candidate, name: string, value: Value, span: Span): void {
    to.hasPrototype = true;
    if (name === '__proto__') this.#addAll(to, value);
    if (name === '__proto__' || name === 'constructor') return;
    const shape = { name, static: false, private: false, decorators: [], span };
    const fn = this.#functionOf(value);
    to.members.push(fn === undefined ? { ...shape, kind: 'field', value } : { ...shape, kind: 'method', function: fn });
  }

  #functionOf(value: Value): number | undefined {
    const held = value.kind === 'function' ? value : this.#heldBy(value);
    return held?.kind === 'function' ? held.function : undefined;
  }

  /** What a variable is given, once and whole. */
  #heldBy(value: Value): Value | undefined {
    const [only, ...more] = value.kind === 'reference' ? (this.#facts.bindings[value.binding]?.sources ?? []) : [];
    return only?.path.length === 0 && more.length === 0 ? only.value : undefined;
  }
}

/** Of `Object.create(Parent.prototype)`, `new Parent()` and `Parent.prototype`. */
function superclassIn(value: Value): Value | undefined {
  if (value.kind === 'member') return value.name === 'prototype' ? value.object : undefined;
  if (value.kind !== 'call') return undefined;
  const [first] = value.args;
  if (value.construct) return value.callee;
  return first && value.callee.kind === 'member' && value.callee.name === 'create' ? superclassIn(first) : undefined;
}
