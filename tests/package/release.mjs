/** `node tests/package/release.mjs v1.2.3`: prints what CHANGELOG.md says of that version, and fails where anything names another. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const repository = path.resolve(import.meta.dirname, '..', '..');
const read = (file) => fs.readFileSync(path.join(repository, file), 'utf8');

const version = (process.argv[2] ?? '').replace(/^v/u, '');
const { version: packaged } = JSON.parse(read('package.json'));
const [, built] = /\bversion: '([^']+)'/u.exec(read('src/adapter/meta.ts')) ?? [];
const section = read('CHANGELOG.md')
  .split(/^## /mu)
  .find((text) => text.startsWith(`${version} `) || text.startsWith(`${version}\n`));

const wrong = [
  packaged !== version && `package.json is at ${packaged}`,
  built !== version && `src/adapter/meta.ts is at ${built}`,
  section === undefined && `CHANGELOG.md says nothing of ${version}`,
].filter(Boolean);
if (wrong.length > 0) {
  process.stderr.write(`This is no release of ${version}: ${wrong.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(section.slice(section.indexOf('\n')).trim() + '\n');
}
