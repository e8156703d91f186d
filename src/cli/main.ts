#!/usr/bin/env node
import path from 'node:path';
import process from 'node:process';
import plugin from '../index.js';
import { exists } from '../project/disk.js';
import { withAffected } from './affected.js';
import { explain } from './explain/index.js';
import { formatOf } from './formats/index.js';
import { inputs } from './inputs.js';
import type * as Lint from './lint.js';
import { HELP, readOptions, type Options } from './options.js';
import { showProgress } from './progress.js';
import { suppressAll, suppressionsIn } from './suppressions.js';

/** 0 nothing found, 1 findings, 2 wrong use or failure. */
async function main(args: readonly string[], cwd: string): Promise<number> {
  const options = readOptions(args);
  if (options.help) return say(HELP);
  if (options.version) return say(plugin.meta.version);
  if (options.command === 'explain') return say(await explained(options, cwd));
  if (options.command === 'inputs') return say(inputs(options.paths[0] ?? '.', cwd, options.format));
  const missing = options.paths.find((one) => !/[*?{[]/u.test(one) && !exists(path.resolve(cwd, one)));
  if (missing !== undefined) throw new Error(`There is no file or folder "${missing}".`);
  return await run(options, cwd);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

async function explained(options: Options, cwd: string): Promise<string> {
  const { lint } = await loadLint();
  return await explain(
    options.paths[0],
    cwd,
    async (files) => await lint({ ...options, config: 'all', paths: withAffected(files, cwd) }, cwd),
  );
}

async function run(options: Options, cwd: string): Promise<number> {
  const format = await formatOf(options.format, cwd);
  const { keeping, lint } = await loadLint();
  const progress = showProgress();
  const paths = options.affected ? withAffected(options.paths, cwd) : options.paths;
  const found = await lint({ ...options, paths }, cwd).finally(() => {
    progress.end();
  });
  if (options.suppressAll) await suppressAll(found, cwd);
  const isKnown = suppressionsIn(cwd);
  const results = found.map((result) => keeping(result, (message) => !isKnown(result, message)));
  const shown = options.quiet ? results.map((result) => keeping(result, ({ severity }) => severity === 2)) : results;
  say(await format(shown, cwd));
  const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
  const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  return errors > 0 || (options.maxWarnings >= 0 && warnings > options.maxWarnings) ? 1 : 0;
}
/** ESLint is a peer: not every package manager installs it by itself. */
async function loadLint(): Promise<typeof Lint> {
  try {
    return await import('./lint.js');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Cannot find package 'eslint'")) {
      throw new Error('ESLint is not installed: npm install --save-dev eslint', { cause: error });
    }
    throw error;
  }
}

/** What ESLint says of a `.eslintignore` file is for its own users: the command never read one. */
const emitWarning = process.emitWarning.bind(process);
process.emitWarning = (warning: string | Error, ...rest: readonly unknown[]): void => {
  if (rest[0] !== 'ESLintIgnoreWarning') Reflect.apply(emitWarning, undefined, [warning, ...rest]);
};

/** A reader that wants no more, such as `head`, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd());
} catch (error) {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  process.stderr.write(`graceful-shutdown: ${text}\n`);
  process.exitCode = 2;
}
