/** Modules that are named by the folder in which the file stands: `require(path.join(__dirname, 'app.js'))`. */
import path from 'node:path';
import { bare, cookedTexts, type Node, type NodeOf, stringOf } from './syntax.js';

const JOINS = new Set(['join', 'resolve']);

/** What `import './app.js'` would name; undefined where it is not known as a text. */
export function besideSpecifier(source: Node): string | undefined {
  switch (source.type) {
    case 'CallExpression':
      return joined(source);
    case 'BinaryExpression':
      return source.operator === '+' && isFolder(source.left) ? following(stringOf(bare(source.right))) : undefined;
    case 'TemplateLiteral':
      return inTemplate(source);
    default:
      return undefined;
  }
}

/** Relative, whatever the parts are. */
export function specifierOf(parts: readonly string[]): string {
  const joined = path.posix.join(...parts);
  return joined.startsWith('../') ? joined : `./${joined}`;
}

/** `path.join(__dirname, 'lib', 'app.js')`. */
function joined({ callee, arguments: [folder, ...rest] }: NodeOf<'CallExpression'>): string | undefined {
  if (!folder || !isFolder(folder) || !joinsPaths(callee)) return undefined;
  const parts = rest.map((part) => stringOf(bare(part)));
  return parts.every((part) => part !== undefined) ? specifierOf(parts) : undefined;
}

function joinsPaths(callee: Node): boolean {
  if (callee.type === 'Identifier') return JOINS.has(callee.name);
  return callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' && JOINS.has(callee.property.name);
}

/** `${__dirname}/app.js`. */
function inTemplate(template: NodeOf<'TemplateLiteral'>): string | undefined {
  const [folder, ...others] = template.expressions;
  const [before, after] = cookedTexts(template);
  return folder && others.length === 0 && before === '' && isFolder(folder) ? following(after) : undefined;
}

function following(text: string | undefined): string | undefined {
  return text?.startsWith('/') === true ? specifierOf([text.slice(1)]) : undefined;
}

/** `__dirname`, `import.meta.dirname`. */
function isFolder(source: Node): boolean {
  const node = bare(source);
  if (node.type === 'Identifier') return node.name === '__dirname';
  const { object, property } = node.type === 'MemberExpression' ? node : { object: undefined, property: undefined };
  return object?.type === 'MetaProperty' && property?.type === 'Identifier' && property.name === 'dirname';
}
