import fs from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { hasNamespaces, isInstalled, measure, workshop } from './measure.js';
import { MEASURED, type Measured } from './measured.js';

/**
 * Measures again what the reader of commands believes: a few rows each time, all of them with `npm run test:signals`. It needs PID
 * namespaces for ordinary users, and runs what is installed.
 */
const isAll = process.env['MEASURE'] === 'all';
const FEW = /^(?:node app|(?:sh|bash) -c (?:exec )?node app\.js$|npm run (?:plain|exec)$|\.\/arguments\.sh node)/u;
const isAllowed = hasNamespaces();
const folder = workshop();
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function missing({ words, shell = 'dash' }: Measured): string | undefined {
  if (!isAllowed) return 'no PID namespaces here';
  const program = words[0] === 'sh' ? undefined : words[0];
  const inner = words.find((word) => /^(?:npm|pnpm|yarn|pm2-runtime)\b/u.test(word))?.split(' ')[0];
  const needed = [shell, program, inner].filter((name) => name !== undefined).find((name) => !isInstalled(name));
  return needed && `${needed} is not installed`;
}

describe('process 1', () => {
  const rows = MEASURED.filter((row) => isAll || (row.shell === undefined && FEW.test(row.words.join(' '))));
  for (const row of rows) {
    const reason = missing(row);
    const name = `${row.words.join(' ')}${row.shell ? ` (${row.shell})` : ''}`;
    if (reason !== undefined) {
      test.skip(`${name}: ${reason}`);
      continue;
    }
    test.concurrent(name, { timeout: 60_000, retry: 1 }, async () => {
      const outcome = await measure(folder, row.words, row.shell ?? 'dash');
      // The app listens for SIGTERM alone: SIGINT cuts it.
      expect(outcome).toBe(row.outcome === 'interrupted' ? 'cut' : row.outcome);
    });
  }
});
