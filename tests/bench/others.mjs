/**
 * What other rules cost on the same service: those of other plugins that forbid `process.exit` and blocking calls, and the typed rule
 * for promises that nobody awaits; and what oxlint takes for the rules of this plugin. `node tests/bench/others.mjs [files]`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import plugin from '../../dist/src/index.js';
import { generate } from './generate.mjs';
import { median } from './median.mjs';

const [files = 1000, rounds = 3] = process.argv.slice(2).map(Number);
const repository = path.join(import.meta.dirname, '../..');
const tools = installed();
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));

/** As other places of the tests have their tools: once, in a folder that git ignores. */
function installed() {
  const wanted = readFileSync(path.join(import.meta.dirname, 'tools/package.json'), 'utf8');
  const place = path.join(repository, '.tools', `bench-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  if (existsSync(path.join(place, 'complete'))) return place;
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], { cwd: place, stdio: 'inherit' });
  writeFileSync(path.join(place, 'complete'), '');
  return place;
}

const eslint = (config) => () => {
  const args = [path.join(import.meta.dirname, 'lint.mjs'), folder, '--config', config, '--tools', tools];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })).wall;
};
const cold = (run) => () => {
  rmSync(path.join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  return run();
};
/** oxlint would go through node_modules as well, where this repository stands. */
const oxlint = () => {
  const started = performance.now();
  spawnSync(process.execPath, [path.join(tools, 'node_modules/oxlint/bin/oxlint'), 'src'], { cwd: folder });
  return performance.now() - started;
};

const RUNS = {
  'one empty rule': eslint('empty'),
  'this plugin, recommended': cold(eslint('recommended')),
  'n/no-process-exit, unicorn/no-process-exit, n/no-sync': eslint('others'),
  '@typescript-eslint/no-floating-promises, typed': eslint('typed'),
  'this plugin, recommended, under oxlint': cold(oxlint),
};

try {
  generate(folder, files);
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-graceful-shutdown'), 'dir');
  cpSync(path.join(tools, 'package.json'), path.join(folder, 'node_modules/tools.json'));
  const rules = Object.assign({}, ...plugin.configs.recommended.map((config) => config.rules ?? {}));
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify({ jsPlugins: ['eslint-plugin-graceful-shutdown'], rules }));
  const times = Array.from({ length: rounds }, () => Object.fromEntries(Object.entries(RUNS).map(([name, run]) => [name, run()])));
  for (const name of Object.keys(RUNS)) {
    const ratio = median(times.map((round) => round[name] / round['one empty rule']));
    console.log(`${name}: ${(median(times.map((round) => round[name])) / 1000).toFixed(2)} s, ${ratio.toFixed(2)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
