import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { parserWithoutTypeScript } from '../adapter/oxc-typescript-parser.js';
import plugin from '../index.js';
import type { Options } from './options.js';
import { lintReadable } from './readable.js';
import { certainRepair, firstRepair, Repairs } from './repair.js';

/** Repairs can make new findings visible; after this many passes the rest is left. */
const PASSES = 10;

/** Installed code, what tools have made, and programs for work at the repository. */
const IGNORED = [
  ...['node_modules', 'dist', 'coverage', '.next', '.yarn', '.github'].map((folder) => `**/${folder}/`),
  ...['**/.pnp.*', '**/*.min.{js,mjs,cjs}', '**/*.d.{ts,mts,cts}'],
];

type Results = readonly ESLint.LintResult[];

export async function lint(options: Options, cwd: string): Promise<Results> {
  let results = await lintOnce(options, cwd);
  if (!options.fix && !options.fixSuggestions) return results;
  const repairs = new Repairs(options.fixSuggestions ? firstRepair : certainRepair);
  for (let pass = 0; pass < PASSES && (await repairs.apply(results)); pass += 1) results = await lintOnce(options, cwd);
  return results;
}

async function lintOnce(options: Options, cwd: string): Promise<Results> {
  const paths = options.paths.map((one) => path.resolve(cwd, one));
  const base = folderAbove([cwd, ...paths]);
  const modules = await lintReadable((ignores) => makeLinter(options, base, 'module', ignores), base, paths);
  const failed = modules.filter(isNoModule).map(({ filePath }) => filePath);
  const scripts = failed.length === 0 ? [] : await lintReadable((ignores) => makeLinter(options, base, 'commonjs', ignores), base, failed);
  const parsed = new Map(scripts.filter((one) => !isNoModule(one)).map((script) => [script.filePath, script]));
  return modules.map((result) => keeping(parsed.get(result.filePath) ?? result, isOurs));
}

/** Some scripts only parse as such: `return` at the top, octal numbers, `with`. */
function isNoModule({ filePath, fatalErrorCount }: ESLint.LintResult): boolean {
  return fatalErrorCount > 0 && /\.jsx?$/u.test(filePath);
}

/** ESLint lints nothing outside of the folder that it works in. */
function folderAbove(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const parts = first.split(path.sep);
  const shared = parts.findIndex((_, index) => others.some((other) => other.split(path.sep)[index] !== parts[index]));
  return shared < 0 ? first : parts.slice(0, shared).join(path.sep) + path.sep;
}

function makeLinter(options: Options, cwd: string, sourceType: 'module' | 'commonjs', ignores: readonly string[] = []): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    warnIgnored: false,
    overrideConfig: [
      { ignores: [...IGNORED, ...ignores] },
      { linterOptions: { reportUnusedDisableDirectives: 'off' }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ['**/*.{js,jsx}'], languageOptions: { sourceType } },
      ...plugin.configs[options.config],
      // Rules of other plugins, which may want types, do not run here.
      { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: parserWithoutTypeScript } },
      ...manifestsFor(options.config),
    ],
  });
}

/** Those for manifests that belong to a configuration for code; `all` has its own. */
function manifestsFor(config: Options['config']): readonly Linter.Config[] {
  if (config === 'all') return [];
  return config === 'recommended'
    ? plugin.configs.manifests
    : plugin.configs.all.filter(({ name }) => /\/(?:yaml|text|modules)$/u.test(name ?? ''));
}

/** Comments in a file can switch on rules of ESLint, or of plugins that are not here; those that ESLint cannot read are no findings either. */
function isOurs({ ruleId, fatal, message }: Linter.LintMessage): boolean {
  return (fatal === true && message.startsWith('Parsing error')) || ruleId?.startsWith('graceful-shutdown/') === true;
}

export function keeping(result: ESLint.LintResult, keeps: (message: Linter.LintMessage) => boolean): ESLint.LintResult {
  const messages = result.messages.filter(keeps).map(placed);
  const count = (matches: (message: Linter.LintMessage) => boolean): number => messages.filter(matches).length;
  return {
    ...result,
    messages,
    errorCount: count(({ severity }) => severity === 2),
    warningCount: count(({ severity }) => severity === 1),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
  };
}

/** A parser that runs out of stack does not say where. */
function placed(message: Linter.LintMessage): Linter.LintMessage {
  return Number.isFinite(message.line) ? message : { ...message, line: 1, column: 1 };
}
