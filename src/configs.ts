import type { Linter } from 'eslint';
import type { RuleModule } from './adapter/rule-module.js';
import { fingerprintSetting } from './adapter/cache/fingerprint.js';
import { programParser } from './adapter/program-parser.js';
import { typescriptParser } from './adapter/typescript-parser.js';
import { NO_MANIFESTS, SCRIPT_FILES, TEXT_FILES, YAML_FILES } from './manifests/formats.js';

const NAMESPACE = 'graceful-shutdown';
/** It starts the server of an application that was made by the Express generator. */
const PROGRAMS = ['**/bin/www'];
const SCRIPTS = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', ...PROGRAMS];
/** Yarn in the repository: one text of some megabytes. */
const NOT_OURS = ['**/.yarn/**', '**/.pnp.*'];
const TYPESCRIPT = ['**/*.{ts,mts,cts,tsx}'];
/** Files that are named here are linted, so they must be readable too. */
const JSX = { ecmaFeatures: { jsx: true } };

/**
 * The rules of @eslint/json, which ESLint 10 refuses for any other language than its own. Where our language comes after its own they have no
 * tree to look at; where it comes before, the user's configuration turns them on again.
 */
const FOREIGN_RULES: Linter.RulesRecord = Object.fromEntries(
  ['no-duplicate-keys', 'no-empty-keys', 'no-unnormalized-keys', 'no-unsafe-values', 'sort-keys', 'top-level-interop'].map((rule) => [
    `json/${rule}`,
    'off' as const,
  ]),
);

/** For ESLint's cache: findings depend on other files too. */
const settings = { [`${NAMESPACE}/fingerprint`]: fingerprintSetting() };

/** A type rather than an interface: ESLint's type of a plugin wants any name to be a key. */
export type Configs = {
  /** Proven defects. */
  readonly recommended: Linter.Config[];
  /** `recommended`, and what makes a good shutdown a better one. */
  readonly strict: Linter.Config[];
  /** Every rule, those for manifests too. */
  readonly all: Linter.Config[];
  /** Rules for Kubernetes manifests, Dockerfiles and the like, beside `recommended` or `strict`. */
  readonly manifests: Linter.Config[];
};

type Preset = RuleModule['meta']['docs']['preset'];

/** The shared configurations: each is a question to the metadata of the rules. */
export function configsFor(plugin: Linter.Config['plugins'], rules: Readonly<Record<string, RuleModule>>): Configs {
  const chosen = (includes: (preset: Preset) => boolean): Linter.RulesRecord =>
    Object.fromEntries(
      Object.entries(rules)
        .filter(([, rule]) => includes(rule.meta.docs.preset))
        .map(([rule]) => [`${NAMESPACE}/${rule}`, 'error' as const]),
    );
  const code = (name: string, includes: (preset: Preset) => boolean): Linter.Config[] => [
    { name: `${NAMESPACE}/${name}/jsx`, files: ['**/*.jsx'], languageOptions: { parserOptions: JSX } },
    { name: `${NAMESPACE}/${name}/typescript`, files: TYPESCRIPT, languageOptions: { parser: typescriptParser, parserOptions: JSX } },
    { name: `${NAMESPACE}/${name}/programs`, files: PROGRAMS, languageOptions: { parser: programParser } },
    { name: `${NAMESPACE}/${name}`, files: SCRIPTS, ignores: NOT_OURS, plugins: plugin, rules: chosen(includes), settings },
  ];
  const manifests = (name: string, includes: (preset: Preset) => boolean): Linter.Config[] => {
    const found = chosen(includes);
    const shared = { ignores: NO_MANIFESTS, plugins: plugin, rules: found, settings };
    return [
      {
        name: `${NAMESPACE}/${name}/yaml`,
        files: YAML_FILES,
        language: `${NAMESPACE}/yaml`,
        ...shared,
        rules: { ...FOREIGN_RULES, ...found },
      },
      { name: `${NAMESPACE}/${name}/text`, files: TEXT_FILES, language: `${NAMESPACE}/text`, ...shared },
      { name: `${NAMESPACE}/${name}/modules`, files: SCRIPT_FILES, plugins: plugin, rules: found, settings },
    ];
  };
  return {
    recommended: code('recommended', (preset) => preset === true),
    strict: code('strict', (preset) => preset === true || preset === 'strict'),
    all: [...code('all', isForCode), ...manifests('all', (preset) => !isForCode(preset))],
    manifests: manifests('manifests', (preset) => preset === 'manifests'),
  };
}

function isForCode(preset: Preset): boolean {
  return preset === true || preset === 'strict';
}
