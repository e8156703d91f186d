import type { CallValue, ClassFact, FunctionFact, ModuleFacts, ObjectValue, Span, Step, Value } from '../facts/module-facts.js';
import { seesOuterThis } from '../facts/constructor-functions.js';
import { walkSteps, walkValue } from '../facts/walk.js';
import { append } from './lists.js';

/** A call and the function whose body it stands in. */
export interface CallSite {
  readonly module: Module;
  readonly call: CallValue;
  readonly owner: number;
}

/** The facts of one module with the look-ups that linking needs. */
export class Module {
  /** Short and unique in the program. */
  readonly key: string;
  readonly path: string;
  readonly facts: ModuleFacts;
  readonly calls: CallSite[] = [];
  /** By function: the values that it returns. */
  readonly returns = new Map<number, Value[]>();
  /** The function in whose body a `this`, call, function or object value stands. */
  readonly owners = new Map<Value, number>();
  /** The object literal that a method or function property belongs to. */
  readonly objects = new Map<number, ObjectValue>();
  /** By function: the object whose method it becomes by an assignment, `server.stop = function () { … }`. */
  readonly receivers = new Map<number, Value>();
  /** Calls that add to a collection (`closers.push(x)`), by method name. */
  readonly additions: CallSite[] = [];
  /** The object literals. */
  readonly tables: ObjectValue[] = [];
  /** Imports whose names are only known when it runs: `require(file)`. */
  readonly unseenImports: Extract<Value, { kind: 'import' }>[] = [];
  readonly #conditional: Span[] = [];
  readonly #functionIds: string[] = [];
  #holders: ReadonlyMap<Value, readonly number[]> | undefined;

  /** The look-ups outlive an edit of another module. */
  static of(path: string, facts: ModuleFacts): Module {
    const before = known.get(facts);
    return before?.path === path ? before : new Module(path, facts);
  }

  private constructor(path: string, facts: ModuleFacts) {
    known.set(facts, this);
    made += 1;
    this.key = made.toString(36);
    this.path = path;
    this.facts = facts;
    for (const fn of facts.functions) this.#indexFunction(fn);
    for (const binding of facts.bindings) for (const source of binding.sources) this.#own(binding.owner, source.value, source.fallback);
    for (const write of facts.memberWrites) {
      this.#own(write.owner, write.object, write.value);
      if (write.value.kind === 'function') this.receivers.set(write.value.function, write.object);
    }
    for (const cls of facts.classes) this.#indexClass(cls);
    for (const exported of facts.exports) this.#own(0, exported.value);
  }

  /** By what the function is known in the program; asked so often that it is kept. */
  functionId(fn: number): string {
    return (this.#functionIds[fn] ??= `f:${this.key}#${String(fn)}`);
  }

  function(id: number): FunctionFact | undefined {
    return this.facts.functions[id];
  }

  class(id: number): ClassFact | undefined {
    return this.facts.classes[id];
  }

  ownerOf(value: Value): number {
    return this.owners.get(value) ?? 0;
  }

  /** Whether the body waits for anything itself. */
  awaits(fn: number): boolean {
    let found = false;
    walkSteps(this.function(fn)?.body ?? [], (value) => {
      found ||= value.kind === 'await';
    });
    return found;
  }

  /** The class whose `this` the function sees. */
  classOf(fn: number): number | undefined {
    return this.function(fn)?.class;
  }

  /** The object literal whose `this` the function sees: its own for a method, the enclosing method's for an arrow. */
  objectOf(fn: number): ObjectValue | undefined {
    const fact = this.function(fn);
    if (!fact) return undefined;
    return seesOuterThis(fact) && fact.owner >= 0 ? this.objectOf(fact.owner) : this.objects.get(fn);
  }

  /** The variables to which the value itself is written. */
  holdersOf(value: Value): readonly number[] {
    this.#holders ??= this.#indexHolders();
    return this.#holders.get(value) ?? [];
  }

  #indexHolders(): ReadonlyMap<Value, readonly number[]> {
    const holders = new Map<Value, number[]>();
    const written = this.facts.bindings.flatMap(({ sources }, id) => sources.flatMap(({ value }) => (value ? [{ value, id }] : [])));
    for (const { value, id } of written) append(holders, value, id);
    return holders;
  }

  /** The branches, cases and catch clauses around the value. */
  conditionsAround({ span: [start, end] }: Pick<Value, 'span'>): readonly Span[] {
    return this.#conditional.filter(([from, to]) => from <= start && end <= to);
  }

  /** Whether the value runs only sometimes: in a branch, a case or a catch clause, of a part of the text if one is given. */
  isConditional(value: Pick<Value, 'span'>, [first, last]: Span = [0, Infinity]): boolean {
    return this.conditionsAround(value).some(([from, to]) => first <= from && to <= last);
  }

  /** The object whose method the function is by an assignment, and which its `this` is. */
  receiverOf(fn: number): Value | undefined {
    const fact = this.function(fn);
    return fact && seesOuterThis(fact) && fact.owner >= 0 ? this.receiverOf(fact.owner) : this.receivers.get(fn);
  }

  #noteConditional(step: Step): void {
    const bodies =
      step.kind === 'branch'
        ? [step.then, step.otherwise]
        : step.kind === 'attempt'
          ? [step.handler ?? []]
          : step.kind === 'switch'
            ? step.cases.map((one) => one.body)
            : [];
    for (const body of bodies) {
      const [first] = body;
      const last = body.at(-1);
      if (first && last) this.#conditional.push([first.span[0], last.span[1]]);
    }
  }

  #indexFunction(fn: FunctionFact): void {
    const returned: Value[] = [];
    const visitStep = (step: Step): void => {
      if (step.kind === 'return' && step.value) returned.push(step.value);
      this.#noteConditional(step);
    };
    walkSteps(
      fn.body,
      (value) => {
        this.#index(value, fn.id);
      },
      visitStep,
    );
    for (const parameter of fn.parameters) this.#own(fn.id, parameter.fallback, ...(parameter.decorators ?? []));
    this.returns.set(fn.id, returned);
  }

  #indexClass(cls: ClassFact): void {
    const constructor = cls.members.find((member) => member.kind === 'constructor')?.function;
    for (const member of cls.members) this.#own(constructor ?? this.#methodOf(cls) ?? 0, member.value);
    for (const decorator of [...cls.decorators, ...cls.members.flatMap((member) => member.decorators)]) this.#own(0, decorator);
    this.#own(0, cls.superclass);
  }

  #methodOf(cls: ClassFact): number | undefined {
    return cls.members.find((member) => member.function !== undefined && !member.static)?.function;
  }

  #own(owner: number, ...values: readonly (Value | undefined)[]): void {
    for (const value of values)
      if (value && !this.owners.has(value))
        walkValue(value, (inner) => {
          this.#index(inner, owner);
        });
  }

  #index(value: Value, owner: number): void {
    if (this.owners.has(value)) return;
    this.owners.set(value, owner);
    if (value.kind === 'object') this.#indexObject(value);
    if (value.kind === 'import' && value.specifier === undefined) this.unseenImports.push(value);
    if (value.kind !== 'call') return;
    const site = { module: this, call: value, owner };
    this.calls.push(site);
    if (value.callee.kind === 'member' && ADDING.has(value.callee.name ?? '')) this.additions.push(site);
  }

  #indexObject(value: ObjectValue): void {
    this.tables.push(value);
    for (const property of value.properties) {
      if (property.value.kind === 'function') this.objects.set(property.value.function, value);
    }
  }
}

const known = new WeakMap<ModuleFacts, Module>();
let made = 0;
export const ADDING = new Set(['push', 'unshift', 'add', 'set', 'concat', 'splice']);
