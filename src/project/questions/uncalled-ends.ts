import type { Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allValues } from '../../facts/walk.js';
import type { CallSite, Module } from '../module.js';
import { scopeOf } from '../scope.js';
import type { Service } from '../service.js';
import { functionThing } from '../thing.js';

const NAME = /^\w+$/u;

/** In a function that no process runs and no source but tests names: written for them, or forgotten by the shutdown. */
export function isUncalled(service: Service, { module, owner }: CallSite): boolean {
  const outermost = outermostOf(module, owner);
  const fact = module.function(outermost);
  const name = fact?.name ?? '';
  if (outermost === 0 || fact?.class !== undefined || module.objects.has(outermost) || !NAME.test(name)) return false;
  const processes = service.processesLoading(module);
  const { id } = functionThing(module, outermost);
  if (processes.length === 0 || processes.some(({ possible }) => possible.has(id))) return false;
  return !isUsedInside(module, name) && !isNamedElsewhere(service, module, name);
}

function outermostOf(module: Module, owner: number): number {
  const outer = module.function(owner)?.owner ?? 0;
  return owner === 0 || outer === 0 ? owner : outermostOf(module, outer);
}

/** For more than to export it; what an exported function does with it is more. */
function isUsedInside(module: Module, name: string): boolean {
  return module.facts.functions.some(({ body }) => {
    const values = allValues(body);
    const exported = values.filter(isExport);
    return values.some(
      (value) =>
        value.kind === 'reference' &&
        module.facts.bindings[value.binding]?.name === name &&
        !exported.some((one) => contains(one.span, value.span)),
    );
  });
}

/** `module.exports = { … }`, `exports.stop = …`. */
function isExport(value: Value): boolean {
  if (value.kind !== 'assign' || value.target.kind !== 'member') return false;
  const { object, name } = value.target;
  const isWhole = object.kind === 'global' && object.name === 'module' && name === 'exports';
  const isOfWhole = object.kind === 'member' && object.name === 'exports';
  return isWhole || isOfWhole || (object.kind === 'global' && object.name === 'exports');
}

function isNamedElsewhere({ workspace }: Service, { path }: Module, name: string): boolean {
  const mention = new RegExp(`\\b${name}\\b`, 'u');
  return workspace.files.some((file) => file !== path && scopeOf(file, workspace) !== 'test' && workspace.matches(file, mention));
}
