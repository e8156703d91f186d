import path from 'node:path';
import type { Value } from '../facts/module-facts.js';
import { parseModule } from '../facts/parse.js';
import { isWithin, standsWithin } from './boundary.js';
import { foldersAbove, isFile, readText, realPath } from './disk.js';
import { record, type PackageInfo } from './packages.js';

/** What a TypeScript configuration says of where modules stand. */
export interface ModulePaths {
  /** By pattern (`@/*`): where to look, in order. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Where names that are not relative are looked for as well. */
  readonly baseUrl?: string;
}

const NOTHING: ModulePaths = { paths: {} };
/** Configurations that are read for one file at most. */
const MOST = 12;

/** The configuration inside the boundary that holds for a file, if any. */
export function tsconfigOf(file: string, boundary: string): string | undefined {
  return foldersAbove(file)
    .filter((folder) => isWithin(folder, boundary))
    .map((folder) => path.join(folder, 'tsconfig.json'))
    .find(isFile);
}

/**
 * The paths of a configuration that does not load as a whole: `extends` and `references` that cannot be found, in a clone
 * without installed packages for one, are passed over. So is whatever leads out of the boundary, and `leaves` tells that something does.
 */
export function modulePaths(
  tsconfig: string,
  packages: readonly PackageInfo[],
  boundary: string,
): ModulePaths & { readonly leaves: boolean } {
  let leaves = false;
  const waiting = [tsconfig];
  const seen = new Set<string>();
  let found = NOTHING;
  for (let next = waiting.shift(); next !== undefined && seen.size < MOST; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const isOutside = !isWithin(realPath(next) ?? next, boundary);
    leaves ||= isOutside;
    if (isOutside) continue;
    const config = record(jsonOf(readText(next)));
    const written = ownPaths(config, next, path.dirname(tsconfig));
    const own = confined(written, boundary);
    leaves ||= own !== written;
    found = { ...own, ...found, paths: Object.keys(found.paths).length > 0 ? found.paths : own.paths };
    waiting.push(...extended(config['extends'], next, packages), ...referenced(config['references'], next));
  }
  return { ...found, leaves };
}

function ownPaths(config: Readonly<Record<string, unknown>>, file: string, configDir: string): ModulePaths {
  const options = record(config['compilerOptions']);
  const folder = path.dirname(file);
  const at = (base: string, target: string): string => path.resolve(base, target.replace('${configDir}', configDir));
  const baseUrl = typeof options['baseUrl'] === 'string' ? at(folder, options['baseUrl']) : undefined;
  const paths = Object.entries(record(options['paths'])).map(
    ([pattern, targets]) => [pattern, textsIn(targets).map((target) => at(baseUrl ?? folder, target))] as const,
  );
  return { paths: Object.fromEntries(paths), ...(baseUrl !== undefined && { baseUrl }) };
}

function confined(written: ModulePaths, boundary: string): ModulePaths {
  const isInside = (target: string): boolean => standsWithin(target.split('*')[0] ?? target, boundary);
  const { paths, baseUrl } = written;
  const isBaseInside = baseUrl === undefined || isInside(baseUrl);
  if (isBaseInside && Object.values(paths).flat().every(isInside)) return written;
  const inside = Object.entries(paths).map(([pattern, targets]) => [pattern, targets.filter(isInside)] as const);
  return { paths: Object.fromEntries(inside), ...(baseUrl !== undefined && isBaseInside && { baseUrl }) };
}

/** The last one named counts most. */
function extended(names: unknown, from: string, packages: readonly PackageInfo[]): readonly string[] {
  return textsIn(names)
    .toReversed()
    .flatMap((name) => {
      const target = /^\.{0,2}\//u.test(name) ? path.resolve(path.dirname(from), name) : inPackage(name, packages);
      return target === undefined ? [] : (configAt(target) ?? []);
    });
}

/** A configuration that a package of the workspace offers: `@acme/tsconfig/node.json`. */
function inPackage(name: string, packages: readonly PackageInfo[]): string | undefined {
  const owner = packages.find(({ manifest }) => manifest.name !== undefined && `${name}/`.startsWith(`${manifest.name}/`));
  return owner && path.join(owner.dir, name.slice(owner.manifest.name?.length));
}

function referenced(references: unknown, from: string): readonly string[] {
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference) =>
    textsIn(record(reference)['path']).flatMap((target) => configAt(path.resolve(path.dirname(from), target)) ?? []),
  );
}

function configAt(target: string): string | undefined {
  return [target, `${target}.json`, path.join(target, 'tsconfig.json')].find(isFile);
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

/** JSON with comments and trailing commas is an expression of JavaScript. */
function jsonOf(text: string | undefined): unknown {
  const [whole] = parseModule(`export default ${text ?? 'null'}`, 'tsconfig.js')?.exports ?? [];
  return whole?.value && contentOf(whole.value);
}

function contentOf(value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'array':
      return value.items.map(contentOf);
    case 'object':
      return Object.fromEntries(
        value.properties.flatMap(({ name, value: inner }) => (name === undefined ? [] : [[name, contentOf(inner)]])),
      );
    default:
      return undefined;
  }
}
