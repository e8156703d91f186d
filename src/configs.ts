import type { Linter } from 'eslint';
import type { RuleModule } from './adapter/define-rule.js';
import { typescriptParser } from './adapter/typescript-parser.js';

const NAMESPACE = 'graceful-shutdown';
const SCRIPTS = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const TYPESCRIPT = ['**/*.{ts,mts,cts,tsx}'];
/** Files that are named here are linted, so they must be readable too. */
const JSX = { ecmaFeatures: { jsx: true } };

/** A type rather than an interface: ESLint's type of a plugin wants any name to be a key. */
export type Configs = {
  /** Proven defects. */
  readonly recommended: Linter.Config[];
  /** `recommended`, and what makes a good shutdown a better one. */
  readonly strict: Linter.Config[];
  /** Every rule for JavaScript and TypeScript. */
  readonly all: Linter.Config[];
  /** Rules for manifests. */
  readonly manifests: Linter.Config[];
};

type Preset = RuleModule['meta']['docs']['preset'];

/** The shared configurations: each is a question to the metadata of the rules. */
export function configsFor(plugin: Linter.Config['plugins'], rules: Readonly<Record<string, RuleModule>>): Configs {
  const config = (name: string, includes: (preset: Preset) => boolean): Linter.Config[] => {
    const chosen = Object.entries(rules).filter(([, rule]) => includes(rule.meta.docs.preset));
    return [
      { name: `${NAMESPACE}/${name}/jsx`, files: ['**/*.jsx'], languageOptions: { parserOptions: JSX } },
      { name: `${NAMESPACE}/${name}/typescript`, files: TYPESCRIPT, languageOptions: { parser: typescriptParser, parserOptions: JSX } },
      {
        name: `${NAMESPACE}/${name}`,
        files: SCRIPTS,
        plugins: plugin,
        rules: Object.fromEntries(chosen.map(([rule]) => [`${NAMESPACE}/${rule}`, 'error'])),
      },
    ];
  };
  return {
    recommended: config('recommended', (preset) => preset === true),
    strict: config('strict', (preset) => preset === true || preset === 'strict'),
    all: config('all', (preset) => preset !== 'manifests'),
    manifests: [],
  };
}
