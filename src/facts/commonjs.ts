/** The exports of a CommonJS module, as people and as compilers write them. */
import type { Lowering } from './lowering.js';
import type { CallValue, FunctionFact, Value } from './module-facts.js';

type Member = { readonly object: Value; readonly name?: string };

/** `module.exports = …`, `exports.a = …`, `module.exports.a = …`. */
export function recordExportWrite(target: Member, value: Value, at: Lowering): void {
  if (isModuleExports(target)) at.exports.push({ name: '=', value });
  else if (isExports(target.object, at) && target.name !== undefined) recordNamed(target.name, value, at);
}

/** True for `module.exports` itself, which is no name for what is assigned to it. */
export function isModuleExports({ object, name }: Member): boolean {
  return name === 'exports' && object.kind === 'global' && object.name === 'module';
}

/** By another name too: `const api = module.exports; api.start = …`. */
function isExports(value: Value | undefined, at: Lowering): boolean {
  if (value?.kind === 'member') return isModuleExports(value);
  if (value?.kind !== 'reference') return value?.kind === 'global' && value.name === 'exports';
  const [only, ...more] = at.bindings.get(value.binding)?.sources ?? [];
  return more.length === 0 && only?.path.length === 0 && only.value?.kind !== 'reference' && isExports(only.value, at);
}

/** `Object.defineProperty(exports, 'a', { get: … })`, and `__exportStar(require('./a'), exports)` of TypeScript's output. */
export function recordExportCall({ callee, args }: CallValue, at: Lowering): void {
  const [first, second, descriptor] = args;
  const name = 'name' in callee ? callee.name : undefined;
  if (name === 'defineProperty' && isExports(first, at) && second?.kind === 'literal') {
    recordNamed(String(second.value), describedValue(descriptor, at), at);
  }
  const isStar = first?.kind === 'import' && isExports(second, at);
  if (isStar && first.specifier !== undefined) at.exports.push({ name: '*', from: { specifier: first.specifier, name: '*' } });
}

/** `__esModule` only tells other compilers what the file was. */
function recordNamed(name: string, value: Value | undefined, at: Lowering): void {
  if (name !== '__esModule') at.exports.push({ name, ...(value && { value }) });
}

function describedValue(descriptor: Value | undefined, at: Lowering): Value | undefined {
  if (descriptor?.kind !== 'object') return undefined;
  const value = descriptor.properties.find((property) => property.name === 'value' || property.name === 'get');
  const getter = value?.name === 'get' && value.value.kind === 'function' ? at.functions[value.value.function] : undefined;
  return getter ? returned(getter) : value?.value;
}

function returned({ body }: FunctionFact): Value | undefined {
  const [only] = body;
  return only?.kind === 'return' ? only.value : undefined;
}
