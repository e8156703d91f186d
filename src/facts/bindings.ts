/** The variables of a module, found by whichever scope manager read it, numbered by where they are declared. */
import type { BindingFact, Source, Span, TypeFact } from './module-facts.js';
import { nameSpan, type Placed } from './syntax.js';

type Kind = BindingFact['kind'];
type Imported = NonNullable<BindingFact['imported']>;

/** What eslint-scope and `@typescript-eslint/scope-manager` have in common. */
export interface ScopeManager {
  readonly scopes: readonly Scope[];
}
interface Scope {
  readonly type: string;
  readonly block: SyntaxNode;
  readonly upper: Scope | null;
  readonly variables: readonly Variable[];
  readonly references: readonly Reference[];
  readonly set: ReadonlyMap<string, Variable>;
  readonly dynamic?: boolean;
}
interface SyntaxNode extends Placed {
  readonly type: string;
  readonly name?: unknown;
  readonly decorators?: unknown;
  readonly declare?: unknown;
  readonly kind?: unknown;
}
interface Variable {
  readonly name: string;
  readonly defs: readonly Definition[];
  readonly references: readonly Reference[];
}
interface Definition {
  readonly type: string;
  readonly name: SyntaxNode;
  readonly node: SyntaxNode;
  readonly parent?: SyntaxNode | null;
}
interface Reference {
  readonly identifier: SyntaxNode;
  readonly from: Scope;
  readonly resolved: Variable | null;
  readonly isValueReference?: boolean;
}

interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly span: Span;
  readonly scope: Scope;
  readonly variables: Variable[];
  readonly sources: Source[];
  type?: TypeFact;
  imported?: Imported;
}

const KINDS: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>([
  ['CatchClause', 'catch'],
  ['ClassName', 'class'],
  ['FunctionName', 'function'],
  ['ImportBinding', 'import'],
  ['Parameter', 'parameter'],
  ['TSEnumName', 'enum'],
  ['TSModuleName', 'const'],
]);
const DECLARATORS: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>(
  (['const', 'let', 'var', 'using', 'await using'] as const).map((kind) => [kind, kind]),
);
/** Scopes without anything that exists at run time. */
const TYPE_SCOPES = new Set(['conditionalType', 'functionType', 'mappedType', 'type', 'tsEnum']);
const BODILESS = new Set(['TSDeclareFunction', 'TSEmptyBodyFunctionExpression']);

export class Bindings {
  readonly #entries: Entry[] = [];
  readonly #ids = new Map<object, number>();

  constructor(manager: ScopeManager, text: string) {
    const known = new Map<object, Entry>();
    for (const scope of realScopes(manager.scopes)) {
      for (const variable of scope.variables) this.#read(variable, scope, known, text);
    }
    this.#entries.sort((a, b) => a.span[0] - b.span[0]);
    const byVariable = this.#number();
    for (const scope of manager.scopes) {
      for (const reference of scope.references) this.#resolveLate(reference, byVariable);
    }
  }

  /** A class has a second variable inside its body with the same declaration: one binding. */
  #read(variable: Variable, scope: Scope, known: Map<object, Entry>, text: string): void {
    const definitions = variable.defs.filter((definition) => kindOf(definition) !== undefined);
    const [first] = definitions;
    const kind = first && kindOf(first);
    if (!first || !kind || variable.name === 'this') return;
    const same = definitions.map(({ name }) => known.get(name)).find((entry) => entry !== undefined);
    const span = nameSpan(first.name, variable.name, text);
    const entry = same ?? { name: variable.name, kind, span, scope, variables: [], sources: [] };
    if (!same) this.#entries.push(entry);
    entry.variables.push(variable);
    for (const { name } of definitions) known.set(name, entry);
  }

  #number(): Map<Variable, number> {
    const byVariable = new Map<Variable, number>();
    for (const [id, { variables }] of this.#entries.entries()) {
      for (const variable of variables) byVariable.set(variable, id);
      for (const { name } of variables.flatMap(({ defs }) => defs)) this.#ids.set(name, id);
      for (const { identifier } of variables.flatMap(({ references }) => references)) this.#ids.set(identifier, id);
    }
    return byVariable;
  }

  /** Scope managers leave names unresolved that `with`, `eval` or a script's global scope could change at run time. */
  #resolveLate({ identifier, from, resolved, isValueReference }: Reference, ids: ReadonlyMap<Variable, number>): void {
    if (resolved || isValueReference === false || typeof identifier.name !== 'string') return;
    let open = false;
    for (let scope: Scope | null = from; scope; scope = scope.upper) {
      open ||= scope.dynamic === true || scope.type === 'with' || scope.type === 'global';
      const variable = open ? scope.set.get(identifier.name) : undefined;
      const id = variable && ids.get(variable);
      if (id !== undefined) {
        this.#ids.set(identifier, id);
        return;
      }
    }
  }

  /** The binding that an identifier declares or refers to; undefined for a name that the module does not declare. */
  find(identifier: object): number | undefined {
    return this.#ids.get(identifier);
  }

  get(id: number): Readonly<Entry> | undefined {
    return this.#entries[id];
  }

  addSource(id: number, source: Source): void {
    this.#entries[id]?.sources.push(source);
  }

  setType(id: number, type: TypeFact): void {
    const entry = this.#entries[id];
    if (entry) entry.type ??= type;
  }

  setImported(id: number, imported: Imported): void {
    const entry = this.#entries[id];
    if (entry) entry.imported = imported;
  }

  facts(functionIds: ReadonlyMap<object, number>, within: (owner: number, span: Span) => number): BindingFact[] {
    return this.#entries.map(({ name, kind, scope, span, imported, type, sources }) => ({
      name,
      kind,
      owner: within(ownerOf(scope, functionIds), span),
      span,
      ...(imported && { imported }),
      ...(type && { type }),
      sources,
    }));
  }
}

function* realScopes(scopes: readonly Scope[]): Generator<Scope> {
  const unreal = new Set<Scope | null>();
  for (const scope of scopes) {
    const { block, type, upper } = scope;
    const isDeclared = block.type === 'TSModuleDeclaration' && block.declare === true;
    if (isDeclared || TYPE_SCOPES.has(type) || BODILESS.has(block.type) || unreal.has(upper)) unreal.add(scope);
    else yield scope;
  }
}

/** Undefined for types, and for what `declare` only promises. */
function kindOf({ type, node, parent }: Definition): Kind | undefined {
  if (node.declare === true || parent?.declare === true || BODILESS.has(node.type)) return undefined;
  return type === 'Variable' ? DECLARATORS.get(parent?.kind) : KINDS.get(type);
}

function ownerOf(scope: Scope, functionIds: ReadonlyMap<object, number>): number {
  let inner: Scope | null = scope;
  while (inner && (inner.type === 'function-expression-name' || !functionIds.has(inner.block))) inner = inner.upper;
  return (inner && functionIds.get(inner.block)) ?? 0;
}
