/** Runs a service under load, stops it, repairs it, and does the same again. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { compile } from './compile.mjs';
import { LOADS } from './loads/index.mjs';
import { freePort, start } from './process.mjs';

const HERE = import.meta.dirname;
const COMMAND = path.join(HERE, '..', '..', 'dist', 'src', 'cli', 'main.js');

/** Milliseconds of load before the signal. */
const WARM_UP = 900;

/** Milliseconds after the signal within which a process has to be gone: the deadline that suggestions write, and some. */
const LIMIT = 11_000;

/** A signal that comes between two messages cuts nothing off: a defect is given as many chances to show. */
const CHANCES = 3;

const execute = promisify(execFile);

/** The outcome before and after the repair; folders are removed again unless asked to keep them. */
export async function prove(service, { node, stripsTypes, servers = {}, keep = false }) {
  const base = mkdtempSync(path.join(os.tmpdir(), `proof-${service.name}-`));
  const folder = path.join(base, service.name);
  try {
    copy(service, folder);
    const before = await broken(service, { node, stripsTypes, servers, folder });
    await command(folder, ['--fix-suggestions']);
    const findings = await findingsIn(folder);
    const after = await run(service, { node, stripsTypes, servers, folder });
    const isProven = findings.length === 0 && defectsOf(before, service).length > 0 && defectsOf(after, service).length === 0;
    return { name: service.name, before, after, findings, isProven, isExpected: isProven || service.byHand !== undefined, folder };
  } finally {
    if (!keep) rmSync(base, { recursive: true, force: true });
  }
}

/** A run in which the defect shows, if one of them does. */
async function broken(service, where, chances = CHANCES) {
  const result = await run(service, where);
  return chances === 1 || defectsOf(result, service).length > 0 ? result : await broken(service, where, chances - 1);
}

/** Packages are found beside the copy; `aliases` are other versions of some. */
function copy({ name, aliases = {}, isSecure = false }, folder) {
  const packages = path.join(HERE, 'packages', 'node_modules');
  cpSync(path.join(HERE, 'services', name), folder, { recursive: true });
  symlinkSync(packages, path.join(folder, '..', 'node_modules'));
  mkdirSync(path.join(folder, 'node_modules'));
  for (const [alias, other] of Object.entries(aliases))
    symlinkSync(path.resolve(packages, other), path.join(folder, 'node_modules', alias));
  if (isSecure) certify(folder);
}

/** A certificate for a day, made on the spot. */
function certify(folder) {
  const options = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
  ];
  execFileSync('openssl', options, { cwd: folder, stdio: 'ignore' });
}

/** Ends with 1 when findings are left, which is no failure here. */
async function command(folder, options) {
  return await execute(process.execPath, [COMMAND, ...options, '--config', 'recommended', '.'], { cwd: folder }).catch((error) => {
    if (error.code === 1) return error;
    throw error;
  });
}

async function findingsIn(folder) {
  const { stdout } = await command(folder, ['--format', 'json']);
  return JSON.parse(stdout).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${path.relative(folder, filePath)}:${line} ${ruleId} ${message}`),
  );
}

/** One run of what stands in the folder. */
export async function run(
  { load, main, options = {}, ready = 'port', signals = [0], queue },
  { node, stripsTypes, servers, folder, atExit = 'at-exit.json' },
) {
  const port = await freePort();
  const compiled = compile(folder, { file: entryOf(folder, main), stripsTypes });
  rmSync(path.join(folder, atExit), { force: true });
  const addresses = Object.entries(servers).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]);
  const env = { ...Object.fromEntries(addresses), ...(await LOADS[load].prepare?.({ queue, servers })) };
  const service = await start({ node, ...compiled, atExit: path.join(folder, atExit), port, env, isReadyBy: ready });
  try {
    const traffic = await LOADS[load].begin({ port, output: service.output, servers, ...options });
    await sleep(WARM_UP);
    const signalledAt = performance.now();
    traffic.signalled();
    for (const delay of signals) void sleep(delay).then(() => service.send('SIGTERM'));
    const ending = await Promise.race([service.ended, sleep(LIMIT)]);
    service.send('SIGKILL');
    await service.ended;
    const result = await traffic.end();
    return {
      ...result,
      ...(ending ? { exit: ending.signal ?? ending.code, milliseconds: Math.round(ending.at - signalledAt) } : { exit: 'none' }),
      open: service.openAtExit(),
      output: service.output.text,
    };
  } finally {
    service.send('SIGKILL');
  }
}

function entryOf(folder, main) {
  const file = main ?? JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).main;
  if (!existsSync(path.join(folder, file))) throw new Error(`no ${file} in ${folder}`);
  return file;
}

/** What is wrong with a run; nothing for a service that stops as it should. A crash ends with a code of its own. */
export function defectsOf({ lost, exit, open = [], errors }, { exits = 0, mayLose = false } = {}) {
  const wrongEnd = exit === 'none' ? ['does not end'] : [`exit ${exit}`];
  return [
    ...(lost > 0 && !mayLose ? [`${lost} lost (${errors.join(', ')})`] : []),
    ...(exit === exits ? [] : wrongEnd),
    ...(open.length > 0 && !mayLose ? [`open: ${open.join(' ')}`] : []),
  ];
}
