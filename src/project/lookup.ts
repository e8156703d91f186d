import { createRequire } from 'node:module';
import type * as oxc from 'oxc-resolver';
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

/** Looks on the disk, as Node.js and the TypeScript configuration of the importing file have it. */
export class Lookup {
  readonly #resolvers = new Map<string, oxc.ResolverFactory>();

  constructor(readonly packages: readonly PackageInfo[]) {}

  /** A configuration that does not load as a whole counts as far as it can be read. */
  find(from: string, specifier: string): string | undefined {
    const { path: found, error = '' } = resolved(
      this.#resolver('', () => ({ tsconfig: 'auto' })),
      from,
      specifier,
    );
    if (found !== undefined || error.startsWith('Cannot find module')) return found;
    const config = specifier.startsWith('.') ? undefined : tsconfigOf(from);
    const resolver = this.#resolver(config ?? 'plain', () => (config === undefined ? {} : optionsFor(modulePaths(config, this.packages))));
    return resolved(resolver, from, specifier).path;
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
