/** Lints a folder in a process of its own: what is found, what fails inside, and what it takes. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const PARSERS = ['usual', 'typescript-eslint', 'own'];
/** Milliseconds; several times what the largest package takes. */
const PATIENCE = 600_000;
/** Said on purpose, for want of the other parser. */
const HIDDEN = '@typescript-eslint/parser: Error: hidden';

export async function lintAnyCode(folder, parser, what = 'rules') {
  const lint = path.join(import.meta.dirname, 'lint-folder.mjs');
  const child = spawn(process.execPath, [lint, folder, what, parser], {
    env: { ...process.env, DEBUG: 'graceful-shutdown' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  const [stdout, stderr, end] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes(HIDDEN));
  // ESLint itself says something about old configurations of the package.
  if (end === 0) return { ...JSON.parse(stdout), failures: lines.filter((line) => line.startsWith('graceful-shutdown:')) };
  const said = end === 'SIGKILL' ? 'was killed' : `ended with ${end}`;
  return { files: 0, refused: 0, findings: [], seconds: 0, cpu: 0, memory: 0, failures: [`the process ${said}`, ...lines] };
}

async function textOf(stream) {
  stream.setEncoding('utf8');
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
