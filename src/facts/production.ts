/** Conditions that have one answer wherever the service is deployed. What only runs while somebody works at the code is no part of it. */
import { bare, isHoisted, spanOf, type Node, type NodeOf } from './syntax.js';

const PRODUCTION = new Set(['production', 'prod']);
const DEVELOPMENT = new Set(['development', 'dev', 'test', 'testing', 'local']);
/** Other things may be a test, or local. */
const CERTAIN = new Set(['production', 'development']);
const NAMED_ENVIRONMENT = /env(?!elope)|stage/iu;
const IS_PRODUCTION = /^(?:is_?)(?:prod|production)(?:_?(?:mode|env|environment))?$/iu;
const IS_DEVELOPMENT =
  /^(?:(?:is_?)(?:(?:dev|development|test|testing)(?:_?(?:mode|env|environment))?|local_?env(?:ironment)?)|__DEV__|__TEST__)$/iu;
/** Variables that are set for a run of tests alone. */
const IS_TEST_RUN = /^(?:(?:UNIT|E2E|INTEGRATION)_TESTS?(?:_(?:ENV|MODE))?|TEST_(?:ENV|MODE)|JEST_WORKER_ID|VITEST(?:_WORKER_ID)?)$/u;
/** What has the names above as properties; those of an order or a user are about something else. */
const SETTINGS = /^(?:.*(?:config|env|environment|settings|constants|options))$/iu;

/** Conditions in conditions: people write few, generated code chains of thousands. */
const DEEPEST = 8;

/** Whether the condition holds in production; undefined where nothing tells. */
export function inProduction(test: Node, text: string, depth = 0): boolean | undefined {
  if (depth > DEEPEST) return undefined;
  const node = bare(test);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? negated(inProduction(node.argument, text, depth + 1)) : undefined;
    case 'LogicalExpression':
      return ofBoth(node, text, depth + 1);
    case 'BinaryExpression':
      return compared(node, text);
    case 'CallExpression':
      return node.arguments.length === 0 ? named(node.callee) : asked(node, text);
    default:
      return named(node);
  }
}

/** Of statements in a row, those that may be reached: `if (isProduction) return fast(); return slow();` ends with the first. */
export function reachedInProduction(nodes: readonly Node[], text: string): readonly Node[] {
  const last = nodes.findIndex((node) => node.type === 'IfStatement' && leavesInProduction(node, text));
  return last === -1 ? nodes : nodes.filter((node, index) => index <= last || isHoisted(node));
}

function leavesInProduction({ test, consequent, alternate }: NodeOf<'IfStatement'>, text: string): boolean {
  const way = inProduction(test, text);
  const taken = way === true ? consequent : alternate;
  return way !== undefined && taken !== null && leaves(taken);
}

/** On every way. */
function leaves(node: Node, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (node.type === 'BlockStatement') return node.body.some((one) => leaves(one, depth + 1));
  if (node.type === 'IfStatement')
    return node.alternate !== null && [node.consequent, node.alternate].every((one) => leaves(one, depth + 1));
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function ofBoth({ operator, left, right }: NodeOf<'LogicalExpression'>, text: string, depth: number): boolean | undefined {
  if (operator === '??') return undefined;
  const decisive = operator === '||';
  const answers = [inProduction(left, text, depth), inProduction(right, text, depth)];
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

/** `process.env.NODE_ENV !== 'test'`. */
function compared({ operator, left, right }: NodeOf<'BinaryExpression'>, text: string): boolean | undefined {
  const isSame = /^={2,3}$/u.test(operator);
  if (!isSame && !/^!={1,2}$/u.test(operator)) return undefined;
  const [value, other] = right.type === 'Literal' ? [right.value, left] : [left.type === 'Literal' ? left.value : undefined, right];
  if (typeof value !== 'string' || other.type === 'Literal') return undefined;
  const isNamed = NAMED_ENVIRONMENT.test(text.slice(...spanOf(other)));
  if (!isNamed && !CERTAIN.has(value)) return undefined;
  if (PRODUCTION.has(value)) return isSame;
  return DEVELOPMENT.has(value) ? !isSame : undefined;
}

/** `isLocal(process.env.NODE_ENV)`, `['development', 'test'].includes(env)`. */
function asked({ callee, arguments: given }: NodeOf<'CallExpression'>, text: string): boolean | undefined {
  const [environment] = given;
  if (!environment || given.length > 1 || environment.type === 'Literal') return undefined;
  if (!NAMED_ENVIRONMENT.test(text.slice(...spanOf(environment)))) return undefined;
  const target = bare(callee);
  if (target.type !== 'MemberExpression') return target.type === 'Identifier' ? ofEnvironment(target.name) : undefined;
  const list = bare(target.object);
  const name = lastName(target);
  return list.type === 'ArrayExpression' && name === 'includes' ? listed(list) : ofEnvironment(name);
}

/** Given the environment, it can only be asked about that. */
function ofEnvironment(name: string): boolean | undefined {
  return /^is_?[Ll]ocal(?![a-z])/u.test(name) ? false : told(name);
}

/** Only names that are known count, and those of production before others. */
function listed({ elements }: NodeOf<'ArrayExpression'>): boolean | undefined {
  const names = elements.map((element) => (element?.type === 'Literal' ? element.value : undefined));
  const isOf = (known: ReadonlySet<string>) => (name: (typeof names)[number]) => typeof name === 'string' && known.has(name);
  if (names.some(isOf(PRODUCTION))) return true;
  return names.length > 0 && names.every(isOf(DEVELOPMENT)) ? false : undefined;
}

/** `isProduction`, `config.isTest`. */
function named(node: Node): boolean | undefined {
  if (node.type === 'Identifier') return told(node.name);
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.computed) return undefined;
  return SETTINGS.test(lastName(bare(node.object))) ? told(node.property.name) : undefined;
}

function told(name: string): boolean | undefined {
  if (IS_PRODUCTION.test(name)) return true;
  return IS_DEVELOPMENT.test(name) || IS_TEST_RUN.test(name) ? false : undefined;
}

function lastName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';
}
