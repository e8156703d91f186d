import { createRequire } from 'node:module';
import path from 'node:path';
import type * as oxc from 'oxc-resolver';
import { readText } from './disk.js';
import type { PackageInfo } from './packages.js';
import { modulePaths, tsconfigOf, type ModulePaths } from './tsconfig.js';

const require = createRequire(import.meta.url);
export const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json'];

/** Extensions that sources have where the import names what is made of them. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
  '.jsx': ['.tsx', '.jsx'],
};

/** The TypeScript configuration of a folder. */
interface Config {
  readonly file: string;
  /** It leads out of the boundary. */
  readonly leaves: boolean;
}

/** What makes a configuration lead elsewhere. */
const NAMING = /"(?:extends|references|paths|baseUrl)"/u;

/** Looks on the disk, as Node.js and the TypeScript configuration of the importing file have it. */
export class Lookup {
  readonly #resolvers = new Map<string, oxc.ResolverFactory>();

  readonly #configs = new Map<string, Config | undefined>();
  readonly #leaving = new Map<string, boolean>();

  /** Nothing outside of the boundary is read. */
  constructor(
    readonly packages: readonly PackageInfo[],
    readonly boundary: string,
  ) {}

  /** A configuration that does not load as a whole counts as far as it can be read. */
  find(from: string, specifier: string): string | undefined {
    const config = this.#configFor(path.dirname(from));
    if (config && !config.leaves) {
      const { path: found, error = '' } = resolved(
        this.#resolver('', () => ({ tsconfig: 'auto' })),
        from,
        specifier,
      );
      if (found !== undefined || error.startsWith('Cannot find module')) return found;
    }
    const named = specifier.startsWith('.') ? undefined : config?.file;
    const resolver = this.#resolver(named ?? 'plain', () =>
      named === undefined ? {} : optionsFor(modulePaths(named, this.packages, this.boundary)),
    );
    return resolved(resolver, from, specifier).path;
  }

  #configFor(folder: string): Config | undefined {
    if (this.#configs.has(folder)) return this.#configs.get(folder);
    const file = tsconfigOf(path.join(folder, 'tsconfig.json'), this.boundary);
    const config = file === undefined ? undefined : { file, leaves: this.#leaves(file) };
    this.#configs.set(folder, config);
    return config;
  }

  #leaves(file: string): boolean {
    const known = this.#leaving.get(file);
    if (known !== undefined) return known;
    const leaves = NAMING.test(readText(file) ?? '') && modulePaths(file, this.packages, this.boundary).leaves;
    this.#leaving.set(file, leaves);
    return leaves;
  }

  #resolver(key: string, options: () => oxc.NapiResolveOptions): oxc.ResolverFactory {
    const known = this.#resolvers.get(key) ?? makeResolver(options());
    this.#resolvers.set(key, known);
    return known;
  }
}

function resolved(resolver: oxc.ResolverFactory, from: string, specifier: string): oxc.ResolveResult {
  try {
    return resolver.resolveFileSync(from, specifier);
  } catch (error) {
    return { error: String(error) };
  }
}

/** Patterns are aliases; one without a star stands for itself alone. */
function optionsFor({ paths, baseUrl }: ModulePaths): oxc.NapiResolveOptions {
  const alias = Object.entries(paths).map(([pattern, targets]): readonly [string, string[]] => [
    pattern.includes('*') ? pattern : `${pattern}$`,
    [...targets],
  ]);
  return { alias: Object.fromEntries(alias), modules: baseUrl === undefined ? [] : [baseUrl] };
}

/** Loaded on first need: 27 ms. */
function makeResolver(options: oxc.NapiResolveOptions): oxc.ResolverFactory {
  const { ResolverFactory: Factory } = require('oxc-resolver') as typeof oxc;
  return new Factory({
    extensions: EXTENSIONS,
    extensionAlias: Object.fromEntries(Object.entries(ALIASES).map(([written, extensions]) => [written, [...extensions]])),
    conditionNames: ['source', 'node', 'import', 'require', 'default'],
    mainFields: ['source', 'module', 'main'],
    modules: [],
    symlinks: false,
    ...options,
  });
}
