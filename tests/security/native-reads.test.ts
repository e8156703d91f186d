/** What stands around a project is not read by native code either, which no function of Node.js sees: the times of access tell. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, node, projectOf, type Files } from '../package/built.js';

const [READ, WRITTEN] = [new Date('2001-01-01'), new Date('2002-01-01')];

/** Read longer ago than written: file systems that keep times of access at all then note the next read. */
function age(folder: string, names: readonly string[]): void {
  for (const name of names) fs.utimesSync(path.join(folder, name), READ, WRITTEN);
}

function readIn(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => fs.statSync(path.join(folder, name)).atimeMs !== READ.getTime());
}

function tellsReads(): boolean {
  const folder = projectOf({ 'a.txt': 'a', 'b.txt': 'b' });
  age(folder, ['a.txt', 'b.txt']);
  fs.readFileSync(path.join(folder, 'a.txt'));
  return readIn(folder, ['a.txt', 'b.txt']).join() === 'a.txt';
}

const secret = "process.once('SIGTERN', () => {});\n";
const around: Files = {
  'secret.js': secret,
  'elsewhere/package.json': '{ "name": "elsewhere", "main": "index.js" }',
  'elsewhere/index.js': secret,
  'elsewhere/tsconfig.json': '{ "compilerOptions": { "paths": { "up/*": ["../*"] } } }',
  'node_modules/left/package.json': '{ "name": "left", "main": "index.js" }',
  'node_modules/left/index.js': secret,
  'project/node_modules/right/package.json': '{ "name": "right", "main": "index.js" }',
  'project/node_modules/right/index.js': secret,
};
const server = `import http from 'node:http';
import 'left';
import 'right';
import '../../secret.js';
import '../../elsewhere';
import 'up/secret.js';
import 'up/elsewhere';
import 'linked/index.js';
import './linked/index.js';
import './linked';
import './package';
import '#out';
http.createServer().listen(3000);
`;

/** Ways in which a configuration of TypeScript leads out. */
const CONFIGURATIONS = {
  'that extends another': '{ "extends": "../elsewhere/tsconfig.json" }',
  'that refers to another': '{ "references": [{ "path": "../elsewhere" }] }',
  'with paths': '{ "compilerOptions": { "paths": { "up/*": ["../*"], "linked/*": ["./src/linked/*"] } } }',
  'with a base': '{ "compilerOptions": { "baseUrl": "..", "paths": { "up/*": ["./*"] } } }',
  'that is none': '{',
};

describe.skipIf(!tellsReads())('a configuration of TypeScript', () => {
  test.each(Object.entries(CONFIGURATIONS))('%s', async (_name, tsconfig) => {
    const top = projectOf({
      ...around,
      'project/package.json': '{ "name": "a", "type": "module", "main": "src/server.js", "imports": { "#out": "../secret.js" } }',
      'project/tsconfig.json': tsconfig,
      'project/src/server.js': server,
      'project/src/package/package.json': '{ "name": "inner", "main": "../../../elsewhere/index.js" }',
    });
    fs.symlinkSync(path.join(top, 'elsewhere'), path.join(top, 'project/src/linked'), 'dir');
    const names = Object.keys(around);
    age(top, names);
    const { stdout } = await node(path.join(top, 'project'), [cli]);
    expect(stdout).toContain('src/server.js:13:1');
    expect(readIn(top, names)).toEqual([]);
  });
});
