/**
 * Installs the packed plugin beside the oldest and the newest ESLint of each major version and lints the example with both kinds of
 * configuration: `npm run test:matrix`. Needs the registry, so it is no part of `npm test`.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const VERSIONS = ['9.15.0', '9', '10.0.0', '10'];
const CONFIGURATIONS = {
  'eslint.config.mjs':
    "import gracefulShutdown from 'eslint-plugin-graceful-shutdown';\nexport default [...gracefulShutdown.configs.all];\n",
  'eslint.config.cjs':
    "const gracefulShutdown = require('eslint-plugin-graceful-shutdown');\nmodule.exports = [...gracefulShutdown.configs.all];\n",
};

const execute = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '..', '..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'graceful-matrix-'));

try {
  const tarball = await pack();
  const outcomes = [];
  for (const version of VERSIONS) outcomes.push(...(await lintWith(version, tarball)));
  const [expected] = outcomes;
  for (const { name, findings } of outcomes) process.stdout.write(`${findings === expected.findings ? 'same' : 'DIFFERENT'}  ${name}\n`);
  process.stdout.write(`${expected.findings}\n`);
  const isRight = expected.findings !== '' && outcomes.every(({ findings }) => findings === expected.findings);
  process.exitCode = isRight ? 0 : 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

async function pack() {
  await execute('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], { cwd: repository });
  return path.join(
    scratch,
    fs.readdirSync(scratch).find((name) => name.endsWith('.tgz')),
  );
}

async function lintWith(version, tarball) {
  const folder = path.join(scratch, version);
  fs.cpSync(path.join(repository, 'examples', 'checkout', 'src'), path.join(folder, 'src'), { recursive: true });
  fs.copyFileSync(path.join(repository, 'examples', 'checkout', 'package.json'), path.join(folder, 'package.json'));
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev', '--no-save'];
  await execute('npm', ['install', ...options, `eslint@${version}`, 'typescript@5', tarball], { cwd: folder });
  const { version: installed } = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', 'eslint', 'package.json'), 'utf8'));
  const outcomes = [];
  for (const [name, text] of Object.entries(CONFIGURATIONS)) {
    fs.writeFileSync(path.join(folder, name), text);
    outcomes.push({ name: `eslint ${installed}, ${name}`, findings: await findingsIn(folder) });
    fs.rmSync(path.join(folder, name));
  }
  const command = ['eslint-plugin-graceful-shutdown', 'dist/src/cli/main.js'];
  outcomes.push({
    name: `eslint ${installed}, graceful-shutdown --config all`,
    findings: await findingsIn(folder, command, ['--config', 'all']),
  });
  return outcomes;
}

/** `file:line rule` on a line each. */
async function findingsIn(folder, [owner, script] = ['eslint', 'bin/eslint.js'], args = []) {
  const program = path.join(folder, 'node_modules', owner, script);
  const run = await execute(process.execPath, [program, '--format', 'json', ...args, 'src'], { cwd: folder }).catch((error) => error);
  if (run.stdout === undefined || run.stderr !== '') return `failed: ${run.stderr ?? run}`;
  const notes = JSON.parse(run.stdout).flatMap(({ filePath, messages }) => {
    const file = path.relative(fs.realpathSync(folder), filePath);
    return messages.map(({ line, ruleId }) => `${file}:${line} ${ruleId}`);
  });
  return notes.join('\n');
}
