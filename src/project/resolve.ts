import path from 'node:path';
import { isWithin, standsWithin } from './boundary.js';
import { isFile, realPath } from './disk.js';
import { ALIASES, EXTENSIONS, Lookup } from './lookup.js';
import { fromOutput, sourceOf } from './outputs.js';
import type { PackageInfo } from './packages.js';
import { readPackage, record } from './packages.js';

export type Resolution =
  | { readonly kind: 'project'; readonly path: string }
  | { readonly kind: 'external'; readonly specifier: string }
  | { readonly kind: 'unresolved' };

const UNRESOLVED: Resolution = { kind: 'unresolved' };
/** Finds what import specifiers mean in one workspace. Never looks into installed packages. */
export class Resolver {
  readonly #packages = new Map<string, PackageInfo>();
  readonly #folders: readonly string[];
  readonly #owners = new Map<string, string>();
  readonly #known = new Map<string, Resolution>();
  /** The same by file, since asking again is most of what is asked. */
  readonly #byFile = new Map<string, Map<string, Resolution>>();
  readonly #lookup: Lookup;
  /** The sources by their paths in small letters; made on first need. */
  #byLetters: ReadonlyMap<string, string> | undefined;

  /** `sources` are files that are known to be there, none of them a link. */
  constructor(
    readonly boundary: string,
    packages: readonly PackageInfo[],
    readonly sources: ReadonlySet<string> = new Set(),
  ) {
    this.#lookup = new Lookup(packages, boundary);
    this.#folders = packages.map(({ dir }) => dir);
    for (const found of packages)
      if (found.manifest.name !== undefined && !this.#packages.has(found.manifest.name)) this.#packages.set(found.manifest.name, found);
  }

  resolve(from: string, specifier: string): Resolution {
    const ofFile = this.#byFile.get(from) ?? new Map<string, Resolution>();
    this.#byFile.set(from, ofFile);
    const before = ofFile.get(specifier);
    if (before) return before;
    const found = this.#find(from, specifier);
    ofFile.set(specifier, found);
    return found;
  }

  #find(from: string, specifier: string): Resolution {
    const isBare = !specifier.startsWith('.');
    const key = `${isBare ? this.#packageFolder(from) : path.dirname(from)}\0${specifier}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#resolve(from, specifier);
    this.#known.set(key, found);
    return found;
  }

  /** Bare specifiers mean the same everywhere in a package. */
  #packageFolder(from: string): string {
    const folder = path.dirname(from);
    const known = this.#owners.get(folder);
    if (known !== undefined) return known;
    const owner = this.#folders.find((one) => from.startsWith(one + path.sep)) ?? folder;
    this.#owners.set(folder, owner);
    return owner;
  }

  #resolve(from: string, specifier: string): Resolution {
    if (specifier.startsWith('node:')) return { kind: 'external', specifier };
    const isRelative = /^\.{0,2}\//u.test(specifier) || specifier === '.' || specifier === '..';
    if (!isRelative) {
      const member = this.#workspacePackage(specifier);
      if (member) return member;
    }
    const listed = isRelative ? this.#listed(from, specifier) : undefined;
    // Before the resolver reads what stands beside the target.
    if (isRelative && !listed && this.#leadsOut(path.resolve(path.dirname(from), specifier))) return UNRESOLVED;
    const found = listed ?? this.#onDisk(from, specifier);
    if (found) return found;
    if (isRelative) return this.#inOtherCase(from, specifier) ?? this.#ofOutput(from, specifier) ?? UNRESOLVED;
    return specifier.startsWith('#') ? UNRESOLVED : { kind: 'external', specifier };
  }

  #leadsOut(target: string): boolean {
    if (!standsWithin(target, this.boundary)) return true;
    const { source, module, main } = readPackage(target)?.manifest ?? {};
    return [source, module, main].some((field) => field !== undefined && !standsWithin(path.resolve(target, field), this.boundary));
  }

  /** A relative specifier of a listed file, as the resolver would have it, without a look at the disk. */
  #listed(from: string, specifier: string): Resolution | undefined {
    const target = path.resolve(path.dirname(from), specifier);
    const found = candidatesFor(target).find((candidate) => this.sources.has(candidate));
    return found === undefined ? undefined : { kind: 'project', path: found };
  }

  /** As file systems have it that tell no capitals from small letters, those of most developers. */
  #inOtherCase(from: string, specifier: string): Resolution | undefined {
    this.#byLetters ??= new Map([...this.sources].map((file) => [file.toLowerCase(), file]));
    const letters = this.#byLetters;
    const target = path.resolve(path.dirname(from), specifier);
    const found = [...candidatesFor(target), ...EXTENSIONS.map((extension) => path.join(target, `index${extension}`))]
      .flatMap((candidate) => letters.get(candidate.toLowerCase()) ?? [])
      .at(0);
    return found === undefined ? undefined : { kind: 'project', path: found };
  }

  /** The source of what has not been compiled yet: `require('../dist/app')` in a program of plain JavaScript. */
  #ofOutput(from: string, specifier: string): Resolution | undefined {
    const target = path.resolve(path.dirname(from), specifier);
    const found = fromOutput(target) ?? fromOutput(path.join(target, 'index.js'));
    return found !== undefined && this.sources.has(found) ? { kind: 'project', path: found } : undefined;
  }

  #onDisk(from: string, specifier: string): Resolution | undefined {
    const found = this.#lookup.find(from, specifier);
    if (found === undefined || found.endsWith('.json')) return undefined;
    const real = realPath(found) ?? found;
    if (real.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
    if (isWithin(real, this.boundary)) return { kind: 'project', path: sourceOf(real) };
    // The boundary may stand behind a link itself; a link out of it is not followed.
    const isHere = isWithin(found, this.boundary) && isWithin(real, realPath(this.boundary) ?? this.boundary);
    return isHere ? { kind: 'project', path: sourceOf(found) } : UNRESOLVED;
  }

  /** A package of the same workspace by its name, in its sources. */
  #workspacePackage(specifier: string): Resolution | undefined {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    const found = this.#packages.get(name);
    if (!found) return undefined;
    const inside = specifier.slice(name.length + 1);
    const targets = packageTargets(found, inside);
    const target = targets.find((file) => this.sources.has(file)) ?? targets.find((file) => isFile(file));
    return target === undefined ? UNRESOLVED : { kind: 'project', path: target };
  }
}

/** The files that a specifier may name, as the resolver tries them. */
function candidatesFor(target: string): readonly string[] {
  const written = path.extname(target);
  const aliases = ALIASES[written];
  if (aliases) return aliases.map((extension) => target.slice(0, -written.length) + extension);
  return EXTENSIONS.includes(written) ? [target] : EXTENSIONS.map((extension) => target + extension);
}

/** Where a package's entry, or a sub-path of it, may stand, likeliest first. */
function packageTargets(found: PackageInfo, inside: string): readonly string[] {
  const { manifest, dir } = found;
  const exported = exportTargets(manifest.exports, inside === '' ? '.' : `./${inside}`);
  const fields = inside === '' ? [manifest.source, manifest.module, manifest.main, manifest.types].flatMap((one) => one ?? []) : [inside];
  const usual = inside === '' ? ['src/index', 'index', 'src/main', 'lib/index'] : [`src/${inside}`];
  return [...exported, ...fields, ...usual].flatMap((target) => {
    const full = path.join(dir, target);
    return [
      sourceOf(full),
      ...EXTENSIONS.map((extension) => full + extension),
      ...EXTENSIONS.map((extension) => path.join(full, `index${extension}`)),
    ];
  });
}

function exportTargets(exports: unknown, key: string): readonly string[] {
  if (typeof exports === 'string') return key === '.' ? [exports] : [];
  const fields = record(exports);
  const isConditions = Object.keys(fields).every((name) => !name.startsWith('.'));
  if (isConditions) return key === '.' ? conditionTargets(exports) : [];
  const direct = fields[key];
  if (direct !== undefined) return conditionTargets(direct);
  return Object.entries(fields).flatMap(([pattern, target]) => {
    const [before = '', after = ''] = pattern.split('*');
    if (!pattern.includes('*') || !key.startsWith(before) || !key.endsWith(after)) return [];
    return conditionTargets(target).map((one) => one.replace('*', key.slice(before.length, key.length - after.length)));
  });
}

function conditionTargets(target: unknown, depth = 0): readonly string[] {
  if (typeof target === 'string') return [target];
  return depth > 5 ? [] : Object.values(record(target)).flatMap((inner) => conditionTargets(inner, depth + 1));
}
