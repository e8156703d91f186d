/** What is known and where we are while one module is lowered from syntax to facts. */
import type { Bindings } from './bindings.js';
import type { ClassFact, ExportFact, FunctionFact, ImportFact, MemberWrite, Span, Step, Value } from './module-facts.js';
import { reachedInProduction } from './production.js';
import { type Node, nameSpan, spanOf } from './syntax.js';

export interface Grammar {
  readonly value: (node: Node, at: Lowering, name?: string) => Value;
  readonly steps: (node: Node, at: Lowering) => readonly Step[];
}

/** Deeper than code that people write; far from the end of the stack. */
const DEEPEST = 500;

export class Lowering {
  readonly imports: ImportFact[] = [];
  exports: ExportFact[] = [];
  readonly functions: FunctionFact[] = [];
  readonly classes: ClassFact[] = [];
  readonly memberWrites: MemberWrite[] = [];
  /** The functions by the node that holds their variables. */
  readonly functionIds = new Map<object, number>();
  /** Bindings that `createRequire` made. */
  readonly requires = new Set<number>();
  /** Nodes of functions whose `this` is that of the code around them. */
  readonly boundToThis = new WeakSet<object>();
  /** The function and the class (of `this`) that is being lowered. */
  functionId = 0;
  classId: number | undefined;
  /** `import.meta` or `await` at the top. */
  onlyInModules = false;
  usesCommonJs = false;
  #depth = 0;
  #classCount = 0;

  constructor(
    readonly text: string,
    readonly bindings: Bindings,
    readonly grammar: Grammar,
  ) {}

  /** `name` is the variable or property that the value is given to. */
  value(node: Node, name?: string): Value {
    if (this.#depth >= DEEPEST) return { kind: 'unknown', parts: [], span: spanOf(node) };
    this.#depth += 1;
    const value = this.grammar.value(node, this, name);
    this.#depth -= 1;
    return value;
  }

  values(nodes: readonly Node[]): Value[] {
    return nodes.map((node) => this.value(node));
  }

  steps(nodes: readonly Node[]): Step[] {
    if (this.#depth >= DEEPEST) return [];
    this.#depth += 1;
    const steps = reachedInProduction(nodes, this.text).flatMap((node) => this.grammar.steps(node, this));
    this.#depth -= 1;
    return steps;
  }

  /** The steps of a branch or of a loop: the braces around them say nothing. */
  body(node: Node | null | undefined): Step[] {
    if (!node) return [];
    return this.steps(node.type === 'BlockStatement' ? node.body : [node]);
  }

  /** Runs `read` one level deeper unless that is too deep: for patterns and types, which are neither values nor steps. */
  deeper<Result>(read: () => Result): Result | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  openFunction(scopeNode: object): number {
    const id = this.functionIds.size;
    this.functionIds.set(scopeNode, id);
    return id;
  }

  openClass(): number {
    this.#classCount += 1;
    return this.#classCount - 1;
  }

  /** Runs `read` as code of another function or class. */
  within<Result>(functionId: number, classId: number | undefined, read: () => Result): Result {
    const outer = { functionId: this.functionId, classId: this.classId };
    Object.assign(this, { functionId, classId });
    const result = read();
    Object.assign(this, outer);
    return result;
  }

  /** The value of a name. */
  nameValue(identifier: Node & { readonly name: string }): Value {
    const span: Span = nameSpan(identifier, identifier.name, this.text);
    const binding = this.bindings.find(identifier);
    if (binding !== undefined) return { kind: 'reference', binding, span };
    if (identifier.name === 'require' || identifier.name === 'module' || identifier.name === 'exports') this.usesCommonJs = true;
    return { kind: 'global', name: identifier.name, span };
  }
}
