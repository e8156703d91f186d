import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Rule } from 'eslint';
import plugin from '../../index.js';
import { record } from '../../project/packages.js';
import type { Format } from './index.js';

interface Context {
  readonly cwd: string;
  readonly rulesMeta: Readonly<Record<string, Rule.RuleMetaData>>;
}

type Formatter = (results: readonly ESLint.LintResult[], context: Context) => string | Promise<string>;

/** A formatter of ESLint that the user has installed, or a file of theirs; undefined when there is none of that name. */
export async function installedFormat(name: string, cwd: string): Promise<Format | undefined> {
  const file = fileOf(name, createRequire(path.join(cwd, 'package.json')));
  if (file === undefined) return undefined;
  const loaded: unknown = await import(pathToFileURL(file).href);
  const formatter = record(loaded)['default'];
  if (!isFormatter(formatter)) throw new Error(`${file} exports no function by default.`);
  const rulesMeta = Object.fromEntries(Object.entries(plugin.rules).map(([rule, { meta }]) => [`graceful-shutdown/${rule}`, meta]));
  return (results, folder) => formatter(results, { cwd: folder, rulesMeta });
}

function isFormatter(value: unknown): value is Formatter {
  return typeof value === 'function';
}

function fileOf(name: string, require: NodeJS.Require): string | undefined {
  try {
    return require.resolve(packageOf(name));
  } catch {
    return undefined;
  }
}

/** `junit` is the package eslint-formatter-junit, as in ESLint; what begins with a dot or a slash is a file. */
function packageOf(name: string): string {
  if (name.startsWith('.') || path.isAbsolute(name)) return name;
  return name.replace(/^(@[^/]+\/)?(?:eslint-formatter-)?(?=[^@/]+$)/u, '$1eslint-formatter-');
}
