/** Classes as they were written before ES2015: a function that `new` calls, and a prototype with its methods. */
import type { ClassFact, ClassMember, FunctionFact, ModuleFacts, Value } from './module-facts.js';
import { type ConstructorFunction, Prototypes } from './prototypes.js';
import { walkSteps } from './walk.js';

/**
 * The functions and classes of a module with its constructor functions as classes. Values that are such a function become, in place,
 * values of the class, since they stand in steps, sources and exports alike; `Parent.call(this, …)` becomes `super(…)`.
 */
export function foldConstructorFunctions(facts: ModuleFacts, text: string): Pick<ModuleFacts, 'classes' | 'functions'> {
  const mixed = text.includes('prototype') || text.includes('inherits');
  if (!mixed && !(text.includes('function') && text.includes('this'))) return facts;
  const prototypes = new Prototypes(facts);
  const found = prototypes.found(mixed);
  if (found.length === 0) return facts;
  const functions = [...facts.functions];
  const classes = [...facts.classes];
  for (const one of found) {
    const id = classes.length;
    const cls = classOf(one, id);
    if (one.superclass) callSuper(one.fn, one.superclass, prototypes);
    for (const value of one.values) become(value, { kind: 'class', class: id, span: value.span });
    for (const { function: member } of cls.members) belong(functions, member, id);
    classes.push(cls);
  }
  return { classes, functions: withThisInside(functions) };
}

function classOf({ fn, bindings: [binding], superclass, members }: ConstructorFunction, id: number): ClassFact {
  const constructor: ClassMember = {
    kind: 'constructor',
    name: 'constructor',
    static: false,
    private: false,
    function: fn.id,
    decorators: [],
    span: fn.span,
  };
  return {
    id,
    ...(fn.name !== undefined && { name: fn.name }),
    ...(binding !== undefined && { binding }),
    span: fn.span,
    constructorFunction: true,
    ...(superclass && { superclass }),
    decorators: [],
    members: [constructor, ...members],
  };
}

/** The `this` of an arrow is that of where it stands. */
function belong(functions: FunctionFact[], id: number | undefined, cls: number): void {
  const fn = id === undefined ? undefined : functions[id];
  if (fn && !fn.arrow && fn.class === undefined) functions[fn.id] = { ...fn, class: cls };
}

/** What sees the `this` of a method belongs to its class; an outer function comes before those in it. */
function withThisInside(functions: readonly FunctionFact[]): readonly FunctionFact[] {
  const all = [...functions];
  for (const fn of functions) {
    const cls = all[fn.owner]?.class;
    if (cls !== undefined && fn.class === undefined && seesOuterThis(fn)) all[fn.id] = { ...fn, class: cls };
  }
  return all;
}

/** Whether the `this` of a function is that of the code around it. */
export function seesOuterThis({ arrow, boundToThis }: FunctionFact): boolean {
  return arrow || boundToThis === true;
}

function callSuper({ id, body }: FunctionFact, superclass: Value, prototypes: Prototypes): void {
  const name = prototypes.nameOf(superclass);
  walkSteps(body, (value) => {
    if (name === undefined || value.kind !== 'call' || value.callee.kind !== 'member') return;
    const { callee, args } = value;
    const [self, ...given] = args;
    const isCall = callee.name === 'call' || callee.name === 'apply';
    if (!isCall || !self || !prototypes.isThisOf(id, self) || prototypes.nameOf(callee.object) !== name) return;
    const list = callee.name === 'apply' ? given.map((one): Value => ({ kind: 'spread', value: one, span: one.span })) : given;
    become(value, { ...value, callee: { kind: 'this', super: true, span: callee.span }, args: list });
  });
}

function become(value: Value, other: Value): void {
  for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
  Object.assign(value, other);
}
