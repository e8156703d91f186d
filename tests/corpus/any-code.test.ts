/** Packages that are plainly no service: nothing fails, and nothing is found. All of any-code.json with CORPUS=all, else a few. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { projectOf, repository } from '../package/built.js';
import releases from './any-code.json' with { type: 'json' };
import { lintAnyCode, parsers } from './any-code.js';
import { fetchAll, unpacked } from './tarballs.js';

/** Installed for the project's own needs, in many styles of code. */
const INSTALLED = ['acorn', 'espree', 'esquery', 'semver', 'yaml', 'ignore', 'debug', 'dockerfile-ast'];

/** A copy that stands in no folder for installed code. */
function copyOf(name: string): string {
  const folder = projectOf({});
  fs.cpSync(path.join(repository, 'node_modules', name), folder, { recursive: true, dereference: true });
  return folder;
}

describe.each(parsers)('%s', (parser) => {
  test.each(INSTALLED)('%s', async (name) => {
    const { files, failures, findings } = await lintAnyCode(copyOf(name), parser);
    expect({ failures, findings }).toEqual({ failures: [], findings: [] });
    expect(files).toBeGreaterThan(0);
  });

  test.runIf(process.env['CORPUS'] === 'all').for(releases)('$name $version', { timeout: 600_000 }, async (release) => {
    expect(await fetchAll([release])).toBeUndefined();
    const outcome = await unpacked(release, (folder) => lintAnyCode(folder, parser));
    console.log(JSON.stringify({ parser, name: release.name, ...outcome }));
    expect({ failures: outcome.failures, findings: outcome.findings }).toEqual({ failures: [], findings: [] });
  });
});
