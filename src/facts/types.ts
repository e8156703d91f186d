/** Type annotations that stand in the text. */
import type { Lowering } from './lowering.js';
import type { TypeFact } from './module-facts.js';
import { type Node, type NodeOf, type RuleTable, ruleFor } from './syntax.js';

const TYPES: RuleTable<Lowering, TypeFact | undefined> = {
  TSArrayType: (node, at) => elementOf([node.elementType], at),
  TSIntersectionType: (node, at) => membersOf(node.types, at),
  TSNamedTupleMember: (node, at) => read(node.elementType, at),
  TSOptionalType: (node, at) => read(node.typeAnnotation, at),
  TSRestType: (node, at) => read(node.typeAnnotation, at),
  TSTupleType: (node, at) => elementOf(node.elementTypes, at),
  TSTypeAnnotation: (node, at) => read(node.typeAnnotation, at),
  TSTypeOperator: (node, at) => (node.operator === 'keyof' ? undefined : lowerType(node.typeAnnotation, at)),
  TSTypeReference: named,
  TSUnionType: (node, at) => membersOf(node.types, at),
};
const KEYWORD = /^TS(Any|BigInt|Boolean|Never|Number|Object|String|Symbol|Unknown|Void)Keyword$/u;

/** Undefined where nothing is annotated, or nothing that names a type. */
export function lowerType(node: Node | null | undefined, at: Lowering): TypeFact | undefined {
  return node ? read(node, at) : undefined;
}

/** `<A, B>`; what names no type is empty. */
export function lowerTypes(node: NodeOf<'TSTypeParameterInstantiation'> | null | undefined, at: Lowering): TypeFact[] | undefined {
  return node?.params.map((type) => read(type, at) ?? {});
}

function read(node: Node, at: Lowering): TypeFact | undefined {
  const [, keyword] = KEYWORD.exec(node.type) ?? [];
  return keyword ? { name: [keyword.toLowerCase()] } : at.deeper(() => ruleFor(TYPES, node)?.(node, at));
}

function membersOf(nodes: readonly Node[], at: Lowering): TypeFact | undefined {
  const members = nodes.map((node) => read(node, at)).filter((type) => type !== undefined);
  return members.length > 1 ? { members } : members[0];
}

function elementOf(nodes: readonly Node[], at: Lowering): TypeFact | undefined {
  const element = membersOf(nodes, at);
  return element && { element };
}

function named(node: NodeOf<'TSTypeReference'>, at: Lowering): TypeFact | undefined {
  const parts = namePartsOf(node.typeName);
  const [first] = parts;
  if (!first) return undefined;
  const binding = at.bindings.find(first);
  const args = lowerTypes(node.typeArguments, at);
  return { name: parts.map(({ name }) => name), ...(binding !== undefined && { binding }), ...(args && { args }) };
}

/** Empty for a name that begins with `this`. */
function namePartsOf(name: Node): NodeOf<'Identifier'>[] {
  if (name.type === 'Identifier') return [name];
  if (name.type !== 'TSQualifiedName') return [];
  const left = namePartsOf(name.left);
  return left.length > 0 ? [...left, name.right] : [];
}
