import type { Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allValues } from '../../facts/walk.js';
import type { CallSite, Module } from '../module.js';
import { scopeOf } from '../scope.js';
import type { Service } from '../service.js';
import { functionThing, instanceThing } from '../thing.js';

const NAME = /^\w+$/u;

/** In a function that no process runs and no source but tests names: written for them, or forgotten by the shutdown. */
export function isUncalled(service: Service, { module, owner }: CallSite): boolean {
  const outermost = outermostOf(module, owner);
  const fact = module.function(outermost);
  const name = fact?.name ?? '';
  if (outermost === 0 || module.objects.has(outermost) || !NAME.test(name)) return false;
  const processes = service.processesLoading(module);
  const { id } = functionThing(module, outermost);
  if (processes.length === 0 || processes.some(({ possible }) => possible.has(id))) return false;
  if (fact?.class !== undefined) return isForgotten(service, module, fact.class, name);
  return !isUsedInside(module, name) && !isNamedElsewhere(service, module, name);
}

/** A method by whose name only objects that are known to be others are asked, of a class whose objects nobody unseen gets to know. */
function isForgotten(service: Service, module: Module, cls: number, name: string): boolean {
  const fact = module.class(cls);
  const isPlain = fact?.superclass === undefined && fact?.interfaces === undefined && fact?.decorators.length === 0;
  const member = fact?.members.find((one) => one.name === name);
  if (!isPlain || member?.kind !== 'method' || member.static || member.decorators.length > 0) return false;
  const { link } = service;
  const { id } = instanceThing(module, cls);
  const isOne = (value: Value, { module: within }: CallSite): boolean => link.of(within, value).some((thing) => thing.id === id);
  const asks = (site: CallSite): boolean => {
    const { callee, args } = site.call;
    const isAway = link.called(site).some(({ kind }) => kind === 'unknown' || kind === 'external');
    const isNamed = callee.kind === 'member' && (callee.name ?? name) === name;
    return isAway && (isNamed || args.some((value) => isOne(value, site)));
  };
  return !service.calls.some(asks) && !isReadApart(service, name) && !isNamedUnread(service, name);
}

/** `const { stop } = check`, `onStop(check.stop)`: not called, and so not followed. */
function isReadApart({ modules }: Service, name: string): boolean {
  return modules.some(({ facts }) =>
    facts.functions.some(({ body }) => {
      const values = allValues(body);
      const called = new Set(values.flatMap((value) => (value.kind === 'call' ? [value.callee] : [])));
      return values.some((value) => value.kind === 'member' && value.name === name && !called.has(value));
    }),
  );
}

/** In a file that is not read, since nothing else in it matters. */
function isNamedUnread({ workspace, modules }: Service, name: string): boolean {
  const read = new Set(modules.map(({ path }) => path));
  const mention = new RegExp(`\\.\\s*${name}\\b`, 'u');
  return workspace.files.some((file) => !read.has(file) && scopeOf(file, workspace) !== 'test' && workspace.matches(file, mention));
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
