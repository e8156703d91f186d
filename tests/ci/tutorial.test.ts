/** What docs/tutorial.md and docs/why.md say happens. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from '../cli/command.js';
import { projectOf, repository, type Outcome } from '../package/built.js';
import { exampleIn, linesIn } from '../package/doc-blocks.js';

const page = 'docs/tutorial.md';
const names = ['package.json', 'server.js', 'db.js', 'metrics.js'];
const service = (): string => projectOf(Object.fromEntries(names.map((name) => [name, exampleIn(page, name)])));

/** Runs a command of the page, which must have it. */
async function follow(folder: string, line: string): Promise<Outcome> {
  expect(linesIn(page, 'sh')).toContain(line);
  return await command(folder, ...line.split(' ').slice(2));
}

function shown(from: string): string {
  const block = linesIn(from, '').join('\n');
  expect(block.length).toBeGreaterThan(100);
  return block;
}

describe('tutorial', () => {
  test('look', async () => {
    const { code, stdout } = await follow(service(), 'npx eslint-plugin-graceful-shutdown .');
    expect(code).toBe(1);
    expect(stdout).toContain(shown(page));
    expect(stdout).toContain('4 findings in 2 files.');
  });

  test('ask', async () => {
    const folder = service();
    const { stdout } = await follow(folder, 'npx graceful-shutdown explain server.js:14');
    expect(stdout).toContain('It comes here by server.js');
    expect((await command(folder, 'explain', 'db.js:4')).stdout).toContain('The shutdown closes it: server.js:15');
  });

  test('repair, and keep it so', async () => {
    const folder = service();
    expect(await follow(folder, 'npx graceful-shutdown --fix-suggestions')).toMatchObject({ code: 0, stdout: 'No findings in 4 files.\n' });
    expect(await follow(folder, 'npx graceful-shutdown')).toMatchObject({ code: 0 });
  });

  test('what cannot be repaired today', async () => {
    const folder = service();
    expect(await follow(folder, 'npx graceful-shutdown')).toMatchObject({ code: 1 });
    expect(await follow(folder, 'npx graceful-shutdown --suppress-all')).toMatchObject({ code: 0 });
    expect(await follow(folder, 'npx graceful-shutdown')).toMatchObject({ code: 0 });
  });
});

test('the answer that docs/why.md shows', async () => {
  const { stdout } = await command(path.join(repository, 'examples/checkout'), 'explain', 'src/server.ts:14');
  expect(stdout.trimEnd()).toBe(shown('docs/why.md'));
});
