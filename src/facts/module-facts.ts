/**
 * What one module says, as plain JSON: no AST node, no reference to other modules, no knowledge of libraries.
 *
 * The collector lowers the syntax to *values* (what an expression denotes) and *steps* (what a body does, in order).
 * Everything cross-module, and all knowledge of libraries, is added later by `src/project` and `src/catalogue`.
 */

/** Start and end offsets in UTF-16 code units in the module's text, end exclusive. */
export type Span = readonly [start: number, end: number];

export interface ModuleFacts {
  /** `#!` on the first line: a command-line tool unless something else says otherwise. */
  readonly hashbang: boolean;
  /** `esm` when the text has import/export syntax, else `cjs` when it uses require/module/exports, else `script`. */
  readonly format: 'esm' | 'cjs' | 'script';
  /** Every edge to another module, in source order; `import type` edges are left out. */
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  /** Every variable of the module in every scope; the index is its id. */
  readonly bindings: readonly BindingFact[];
  /** The index is the id; `functions[0]` is the body of the module itself. */
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  /** Assignments to properties anywhere in the module: `this.server = …`, `app.locals.db = …`, `handlers[name] = …`. */
  readonly memberWrites: readonly MemberWrite[];
}

export interface ImportFact {
  readonly specifier: string;
  readonly kind: 'import' | 'require' | 'dynamic' | 're-export';
  readonly span: Span;
}

/**
 * `export const a = …` and `export { a }` carry a value; `export { a } from` and `export *` carry `from`.
 * CommonJS: `exports.a = …` is `a`; `module.exports = …` and TypeScript's `export =` are named `=`.
 * `export *` has the name `*`; `export * as ns from` has the name `ns` and `from.name` `*`.
 */
export interface ExportFact {
  readonly name: string;
  readonly value?: Value;
  readonly from?: { readonly specifier: string; readonly name: string };
}

export interface BindingFact {
  readonly name: string;
  readonly kind: 'import' | 'const' | 'let' | 'var' | 'using' | 'await using' | 'parameter' | 'function' | 'class' | 'catch' | 'enum';
  /** The function whose body declares it; 0 for the module. */
  readonly owner: number;
  /** The identifier where it is declared. */
  readonly span: Span;
  /** For imports: `default`, `*` (namespace; also `import x = require()`), or the imported name. */
  readonly imported?: { readonly specifier: string; readonly name: string };
  readonly type?: TypeFact;
  /** Everything that is ever written to it: the initialiser, assignments, destructurings, for-of elements. */
  readonly sources: readonly Source[];
}

/** Where a binding's content comes from. */
export interface Source {
  /** Absent for a parameter: then `parameter` says which one. */
  readonly value?: Value;
  /** Zero-based position in the parameter list; `rest` parameters carry `path: ['...']` first. */
  readonly parameter?: number;
  /** Steps into the value by destructuring: a property name, `*` for an element of an iterable, `*0` for the first one of an array, `...` for a rest. */
  readonly path: readonly string[];
  /** The default of the destructuring or parameter (`{ port = 80 }`). */
  readonly fallback?: Value;
}

/** A type annotation that stands in the text; evidence, never proof. */
export interface TypeFact {
  /** `http.Server` is `['http', 'Server']`; `Promise<Pool>` is `['Promise']` with `args`. */
  readonly name?: readonly string[];
  /** The binding of the first part of `name` when it is declared or imported (also by `import type`) in this module. */
  readonly binding?: number;
  readonly args?: readonly TypeFact[];
  /** For `A | B` and `A & B`: the members, null and undefined left out. */
  readonly members?: readonly TypeFact[];
  /** `A[]` and tuples. */
  readonly element?: TypeFact;
}

export interface FunctionFact {
  readonly id: number;
  /** Its own name, else the variable, property, field or method it is given to. */
  readonly name?: string;
  readonly span: Span;
  /** The block with its braces, or the expression of an arrow. */
  readonly bodySpan: Span;
  readonly async: boolean;
  readonly generator: boolean;
  readonly arrow: boolean;
  /** The enclosing function; -1 for the module body. */
  readonly owner: number;
  /** A constructor that is not written: it sets the fields. Its span is empty. */
  readonly implicit?: true;
  /** What follows a wait for a signal, made a function that the one around it calls: what it waits for. Its span is that of the statements. */
  readonly after?: Value;
  /** `function () { … }.bind(this)`: no arrow, but its `this` is that of the code around it. */
  readonly boundToThis?: true;
  /** The class whose method, accessor, constructor or field initialiser it is, or whose `this` an arrow in it sees. */
  readonly class?: number;
  readonly parameters: readonly ParameterFact[];
  readonly returnType?: TypeFact;
  readonly body: readonly Step[];
}

export interface ParameterFact {
  /** The name of a plain parameter; absent when it is destructured. */
  readonly name?: string;
  /** The binding of a plain parameter. */
  readonly binding?: number;
  readonly type?: TypeFact;
  readonly rest: boolean;
  readonly fallback?: Value;
  /** `@Inject(TOKEN)` and the like. */
  readonly decorators?: readonly Value[];
}

export interface ClassFact {
  readonly id: number;
  readonly name?: string;
  readonly binding?: number;
  /** Of a constructor function: that of the function; its methods stand elsewhere. */
  readonly span: Span;
  /** Written as a function with a prototype; may be called without `new`. */
  readonly constructorFunction?: true;
  readonly superclass?: Value;
  /** The names of the interfaces behind `implements`. */
  readonly interfaces?: readonly string[];
  readonly decorators: readonly Value[];
  readonly members: readonly ClassMember[];
}

export interface ClassMember {
  /** Without `#`; undefined when computed from something that is no literal or well-known symbol; `Symbol.asyncDispose` is `@@asyncDispose`. */
  readonly name?: string;
  /** `static` is a `static { … }` block: a nameless member whose function runs when the class is defined. */
  readonly kind: 'constructor' | 'method' | 'get' | 'set' | 'field' | 'static';
  readonly static: boolean;
  readonly private: boolean;
  /** Of a constructor, method or accessor. */
  readonly function?: number;
  /** Of a field. A constructor's `private readonly pool: Pool` is a field with `parameter`. */
  readonly value?: Value;
  readonly parameter?: number;
  readonly type?: TypeFact;
  readonly decorators: readonly Value[];
  readonly span: Span;
}

export interface MemberWrite {
  readonly object: Value;
  /** As in `MemberValue`. */
  readonly name?: string;
  readonly value: Value;
  /** The function that writes. */
  readonly owner: number;
  readonly span: Span;
}

/* ---- values ---------------------------------------------------------------------------------------------------- */

export type Value =
  | ReferenceValue
  | GlobalValue
  | MemberValue
  | CallValue
  | FunctionValue
  | ClassValue
  | LiteralValue
  | TemplateValue
  | ObjectValue
  | ArrayValue
  | SpreadValue
  | ThisValue
  | AwaitValue
  | ChoiceValue
  | AssignValue
  | OperationValue
  | ImportValue
  | UnknownValue;

interface Located {
  readonly span: Span;
}

export interface ReferenceValue extends Located {
  readonly kind: 'reference';
  readonly binding: number;
}
/** A name that the module does not declare: `process`, `setInterval`, `Promise`, `undefined`. */
export interface GlobalValue extends Located {
  readonly kind: 'global';
  readonly name: string;
}
/** `name` is absent for a computed key that is no literal; then `key` holds it. `#x` is `x`; `[Symbol.asyncDispose]` is `@@asyncDispose`. */
export interface MemberValue extends Located {
  readonly kind: 'member';
  readonly object: Value;
  readonly name?: string;
  readonly key?: Value;
  readonly optional: boolean;
}
/** A call or `new`; tagged templates are calls of their tag. `span` is the whole call. `super(…)` has the callee `{ kind: 'this', super: true }`. */
export interface CallValue extends Located {
  readonly kind: 'call';
  readonly callee: Value;
  readonly args: readonly Value[];
  /** `container.get<Pool>('pool')`: as in `TypeFact`. */
  readonly types?: readonly TypeFact[];
  readonly construct: boolean;
  readonly optional: boolean;
}
export interface FunctionValue extends Located {
  readonly kind: 'function';
  readonly function: number;
}
export interface ClassValue extends Located {
  readonly kind: 'class';
  readonly class: number;
}
export interface LiteralValue extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly regex?: true;
}
/** `quasis` are the cooked texts around `parts`. */
export interface TemplateValue extends Located {
  readonly kind: 'template';
  readonly quasis: readonly string[];
  readonly parts: readonly Value[];
}
export interface ObjectValue extends Located {
  readonly kind: 'object';
  readonly properties: readonly PropertyFact[];
}
export interface PropertyFact {
  /** Absent for a computed key that is no literal, and for a spread. */
  readonly name?: string;
  readonly kind: 'property' | 'method' | 'get' | 'set' | 'spread';
  readonly value: Value;
}
export interface ArrayValue extends Located {
  readonly kind: 'array';
  readonly items: readonly Value[];
}
export interface SpreadValue extends Located {
  readonly kind: 'spread';
  readonly value: Value;
}
export interface ThisValue extends Located {
  readonly kind: 'this';
  readonly super: boolean;
}
export interface AwaitValue extends Located {
  readonly kind: 'await';
  readonly value: Value;
}
/**
 * `a ? b : c` has the operator `?`, a test and the options b and c. `a || b || c` (`&&`, `??` alike) is one choice without a test
 * whose options are all operands in order: naming the first one twice would double the facts at each level of nesting.
 */
export interface ChoiceValue extends Located {
  readonly kind: 'choice';
  readonly operator: '?' | '||' | '&&' | '??';
  readonly test?: Value;
  readonly options: readonly Value[];
}
export interface AssignValue extends Located {
  readonly kind: 'assign';
  readonly operator: string;
  readonly target: Target;
  readonly value: Value;
}
/** Unary and binary operators, `typeof`, `delete`, `void`, `++`, and `,`. `a + b + c` is one operation with three operands. */
export interface OperationValue extends Located {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Value[];
}
/** `require('x')` and `import('x')`; the latter gives a promise. */
export interface ImportValue extends Located {
  readonly kind: 'import';
  readonly specifier?: string;
  readonly dynamic: boolean;
  readonly argument?: Value;
}
/** Whatever else, with the values that are evaluated inside it, in order (JSX, yield, …). */
export interface UnknownValue extends Located {
  readonly kind: 'unknown';
  readonly parts: readonly Value[];
}

export type Target =
  | { readonly kind: 'binding'; readonly binding: number }
  | { readonly kind: 'member'; readonly object: Value; readonly name?: string; readonly key?: Value; readonly span: Span }
  | { readonly kind: 'pattern'; readonly bindings: readonly number[] };

/* ---- steps ------------------------------------------------------------------------------------------------------ */

export type Step = EvaluateStep | DeclareStep | BranchStep | LoopStep | AttemptStep | SwitchStep | EndStep | BlockStep;

export interface EvaluateStep extends Located {
  readonly kind: 'evaluate';
  readonly value: Value;
}
/** One declarator. `value` is absent without an initialiser. */
export interface DeclareStep extends Located {
  readonly kind: 'declare';
  readonly target: Target;
  readonly value?: Value;
  readonly using?: 'using' | 'await using';
}
export interface BranchStep extends Located {
  readonly kind: 'branch';
  readonly test: Value;
  readonly then: readonly Step[];
  readonly otherwise: readonly Step[];
}
export interface LoopStep extends Located {
  readonly kind: 'loop';
  readonly variant: 'while' | 'do' | 'for' | 'of' | 'in' | 'await-of';
  readonly init: readonly Step[];
  /** Absent in `for (;;)`, of and in. */
  readonly test?: Value;
  readonly update?: Value;
  /** What for-of and for-in walk over. */
  readonly iterable?: Value;
  readonly target?: Target;
  readonly label?: string;
  readonly body: readonly Step[];
}
export interface AttemptStep extends Located {
  readonly kind: 'attempt';
  readonly body: readonly Step[];
  readonly parameter?: number;
  /** Absent without a catch clause. */
  readonly handler?: readonly Step[];
  readonly finalizer?: readonly Step[];
}
export interface SwitchStep extends Located {
  readonly kind: 'switch';
  readonly subject: Value;
  readonly cases: readonly { readonly test?: Value; readonly body: readonly Step[] }[];
}
export interface EndStep extends Located {
  readonly kind: 'return' | 'throw' | 'break' | 'continue';
  readonly value?: Value;
  readonly label?: string;
}
/** A plain or labelled block. */
export interface BlockStep extends Located {
  readonly kind: 'block';
  readonly label?: string;
  readonly body: readonly Step[];
}
