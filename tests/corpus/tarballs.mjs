/** Published packages, at exact versions: fetched once into a cache, checked against the recorded hash, unpacked for each run. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = path.join(tmpdir(), 'graceful-shutdown-corpus');
/** So that a machine without a network knows soon. Milliseconds. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=1000', '--fetch-timeout=20000'];
/** Codes of npm that say that nothing answered, rather than that something is wrong with what was asked for. */
const UNREACHABLE =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONN(?:REFUSED|RESET|ABORTED)|E(?:HOST|NET)UNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E50[234])\b/u;

/** Fetches what the cache lacks, without running any script. Answers why that was impossible when the registry cannot be reached. */
export async function fetchAll(releases) {
  mkdirSync(CACHE, { recursive: true });
  const lacking = releases.filter((release) => !existsSync(tarballOf(release)) || hashOf(release) !== release.integrity);
  if (lacking.length === 0) return undefined;
  const specifiers = lacking.map(({ name, version }) => `${name}@${version}`);
  try {
    const options = { cwd: CACHE, shell: process.platform === 'win32', maxBuffer: 2 ** 26 };
    await run('npm', ['pack', '--ignore-scripts', '--silent', '--json', ...PATIENCE, ...specifiers], options);
    return undefined;
  } catch (error) {
    const code = UNREACHABLE.exec(saidBy(error))?.[0];
    if (code === undefined) throw error;
    return `the npm registry cannot be reached (${code}), so these packages are not linted: ${specifiers.join(', ')}`;
  }
}

/** Versions of npm differ in the stream that they write the error to. */
function saidBy(error) {
  return [error.message, error.stdout ?? '', error.stderr ?? ''].join(' ');
}

/** Where npm puts a packed release: `@scope/name` becomes `scope-name`. */
function tarballOf({ name, version }) {
  return path.join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

export function hashOf(release) {
  const hash = createHash('sha512').update(readFileSync(tarballOf(release)));
  return `sha512-${hash.digest('base64')}`;
}

/** Unpacks into a folder of its own, outside of this repository, for as long as it is used. */
export async function unpacked(release, use) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'corpus-')));
  try {
    // What old versions of npm wrote beside the files is of no interest, and tar says so for each of them.
    const options = { cwd: folder, maxBuffer: 2 ** 26 };
    await run('tar', ['-xzf', path.relative(folder, tarballOf(release)), '--strip-components=1'], options);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
