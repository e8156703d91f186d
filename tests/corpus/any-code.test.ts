/** Packages that are plainly no service: nothing fails, and nothing is found. `npm run test:corpus` has many more. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectOf, repository } from '../package/built.js';
import releases from './any-code.json' with { type: 'json' };
import { lintAnyCode, PARSERS } from './any-code.mjs';

/** Installed for the project's own needs, in many styles of code. */
const INSTALLED = ['acorn', 'espree', 'esquery', 'semver', 'yaml', 'ignore', 'debug', 'dockerfile-ast'];

/** A copy that stands in no folder for installed code. */
function copyOf(name: string): string {
  const folder = projectOf({});
  fs.cpSync(path.join(repository, 'node_modules', name), folder, { recursive: true, dereference: true });
  return folder;
}

describe.each(PARSERS)('parser: %s', (parser) => {
  test.each(INSTALLED)('%s', async (name) => {
    const { files, failures, findings } = await lintAnyCode(copyOf(name), parser);
    expect({ failures, findings }).toEqual({ failures: [], findings: [] });
    expect(files).toBeGreaterThan(0);
  });
});

describe('failures are seen', () => {
  test('when a folder cannot be linted', async () => {
    const { failures } = await lintAnyCode('a-relative-folder', 'usual');
    expect(failures[0]).toMatch(/^the process ended with /u);
  });

  test('and findings too', async () => {
    const folder = projectOf({ 'a.js': "process.on('SIGKILL', () => {});\n" });
    expect(await lintAnyCode(folder, 'own')).toMatchObject({ findings: ['a.js:1 valid-signal'], failures: [] });
  });
});

test('docs/corpus.md tells of each package that nothing fails in it and nothing is found', () => {
  const page = fs.readFileSync(path.join(repository, 'docs/corpus.md'), 'utf8');
  for (const { name, version } of releases)
    expect(page.split(`\n| ${name} ${version} |`)[1] ?? '', name).toMatch(/^ \d+ \| \d+ \| 0 \| 0 \|/u);
});
