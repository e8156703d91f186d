/** What other modules of a process open and export: a shutdown imports it to close it. */
import path from 'node:path';
import type { CallSite, Module } from '../project/module.js';
import type { Process } from '../project/processes.js';
import type { Service } from '../project/service.js';
import { awaited, type ResourceThing } from '../project/thing.js';
import { closeOf, closerOn, rankOf } from './closers.js';
import { imported, type Imported } from './names.js';
import { type Edit, insert, type Source, textOf } from './source.js';
import type { LiveClosers } from './suggest-exit.js';

interface Exported {
  readonly thing: ResourceThing;
  readonly module: Module;
  readonly name: string;
}

/** `taken`: things that have a name in the file already. */
export function closersElsewhere(service: Service, process: Process, source: Source, taken: ReadonlySet<string>): LiveClosers {
  const found = [...process.reached.values()]
    .flatMap((fn) => (fn.function === 0 && fn.module.path !== source.path ? service.reach.callsIn(fn) : []))
    .flatMap((site) => exportedBy(service, site))
    .filter(({ thing }) => !taken.has(thing.id))
    .toSorted((one, other) => rankOf(one.thing) - rankOf(other.thing));
  const kept = found.flatMap((exported) => {
    const close = closeOf(service, exported.thing);
    const local = close && importOf(service, source, exported);
    return local ? [{ closer: closerOn(`${local.name}.`, close), edits: local.edits }] : [];
  });
  return { closers: kept.map(({ closer }) => closer), edits: kept.flatMap(({ edits }) => edits) };
}

/** A dependency that a constant of its module holds and that is exported under a name. */
function exportedBy(service: Service, { module, call, owner }: CallSite): readonly Exported[] {
  if (owner !== 0) return [];
  const [thing, ...others] = awaited(service.link.of(module, call)).filter((one) => one.kind === 'resource' && one.origin?.call === call);
  if (thing?.kind !== 'resource' || others.length > 0) return [];
  if (thing.type.needsClose !== true || !/^(?:close-dependencies|flush-telemetry)$/u.test(thing.type.phase ?? '')) return [];
  const binding = module.facts.bindings.findIndex(({ kind, sources }) => kind === 'const' && sources.some(({ value }) => value === call));
  const known = module.facts.exports.find(
    ({ name, value }) => value?.kind === 'reference' && value.binding === binding && /^\w+$/u.test(name),
  );
  return binding === -1 || !known || known.name === 'default' ? [] : [{ thing, module, name: known.name }];
}

function importOf(service: Service, source: Source, { module, name }: Exported): Imported | undefined {
  const resolved = (specifier: string): boolean => {
    const target = service.workspace.resolve(source.path, specifier);
    return target.kind === 'project' && target.path === module.path;
  };
  const existing = source.facts.imports.find(({ kind, specifier }) => kind === 'import' && resolved(specifier));
  const joined = existing && join(source, existing.span, name);
  if (joined) return { name, edits: [joined] };
  const specifier = existing?.specifier ?? specifierFor(source, module.path);
  return resolved(specifier) ? imported(source, specifier, name) : undefined;
}

/** `import { sleep } from './db.js'` takes one more name. */
function join(source: Source, span: readonly [number, number], name: string): Edit | undefined {
  const text = textOf(source, span);
  const last = /^import\s+\{[^{}]*[\w$](?=[\s,]*\})/u.exec(text)?.[0];
  const isTaken = source.facts.bindings.some((binding) => binding.name === name);
  return last === undefined || isTaken ? undefined : insert(span[0] + last.length, `, ${name}`);
}

/** Written as the file writes its other relative imports: with the extension `.js`, with the real one, or without. */
function specifierFor(source: Source, target: string): string {
  const relative = path.relative(path.dirname(source.path), target).split(path.sep).join('/');
  const local = relative.startsWith('.') ? relative : `./${relative}`;
  const others = source.facts.imports.map(({ specifier }) => specifier).filter((specifier) => specifier.startsWith('.'));
  const extension = path.extname(others[0] ?? (source.facts.format === 'esm' ? local : ''));
  return local.slice(0, -path.extname(local).length) + (/^\.[cm]?[jt]sx?$/u.test(extension) ? extension : '');
}
