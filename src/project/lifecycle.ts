import type { Library, Role } from '../catalogue/shape.js';
import type { Module } from './module.js';
import type { Service } from './service.js';
import { functionThing, type FunctionThing } from './thing.js';

/** Methods that a framework calls by their name: `onModuleDestroy` of a Nest provider. */
export function lifecycleMethods(service: Service, role: Role): readonly FunctionThing[] {
  return service.modules.flatMap((module) => {
    const names = namesIn(service, module, role);
    if (names.size === 0) return [];
    const members = module.facts.classes.flatMap((cls) => cls.members);
    return members.flatMap((member) =>
      member.function !== undefined && names.has(member.name ?? '') ? [functionThing(module, member.function)] : [],
    );
  });
}

/** The life-cycle names of the libraries that the module imports. */
function namesIn(service: Service, module: Module, role: Role): ReadonlySet<string> {
  const names = lifecycleLibraries(service, module).flatMap(({ lifecycle = {} }) =>
    Object.entries(lifecycle).flatMap(([name, of]) => (of === role ? [name] : [])),
  );
  return new Set(names);
}

/** The libraries that call methods of the module's classes by their names. */
export function lifecycleLibraries(service: Service, module: Module): readonly Library[] {
  const libraries = module.facts.imports.flatMap(({ specifier }) => service.link.knowledge.library(specifier) ?? []);
  return libraries.filter(({ lifecycle }) => lifecycle !== undefined);
}
