/** A run lets go of programs that it has the answers of; what is asked later is answered all the same. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { Releasing } from '../../src/adapter/cache/releasing.js';
import { ManifestFiles } from '../../src/project/deployment/manifest-files.js';
import { Workspace } from '../../src/project/workspace.js';
import { deployment, READINESS, SERVICE } from '../rules/cluster.js';
import { entryUrl, installedIn, node, projectOf } from './built.js';

const MANY = 30;
const SERVER = "import http from 'node:http';\nhttp.createServer((req, res) => res.end()).listen(8080);\n";

function orders(): string {
  return projectOf({
    '.git/HEAD': '',
    'package.json': JSON.stringify({ name: 'orders', type: 'module', scripts: { start: 'node src/main.js' } }),
    'src/main.js': SERVER,
    'k8s/orders.yaml': deployment({ container: `${READINESS}\ncommand: [node, src/main.js]` }) + SERVICE,
    ...Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`src/part-${String(at)}.js`, `export const part = ${String(at)};\n`])),
  });
}

/** Whether the program of the project is another one after so many files that were answered. */
function isReleased(folder: string, releasing: Releasing, files: number, answered = 'src/main.js'): boolean {
  const main = path.join(folder, 'src/main.js');
  const before = Workspace.of(main);
  ManifestFiles.of(folder);
  for (let at = 0; at < files; at += 1) releasing.noteAnswered(path.join(folder, answered));
  return Workspace.of(main) !== before;
}

test('many files in a row that are answered are enough, a few are not', () => {
  const releasing = new Releasing();
  const folder = orders();
  releasing.noteAsked('code');
  expect(isReleased(folder, releasing, 5)).toBe(false);
  expect(isReleased(folder, releasing, MANY)).toBe(true);
});

test('a run whose answers are all kept has no program to let go', () => {
  expect(isReleased(orders(), new Releasing(), MANY)).toBe(false);
});

test('manifests that are still to come are joined with the program first', () => {
  const releasing = new Releasing();
  const folder = orders();
  releasing.noteAsked('code');
  expect(isReleased(folder, releasing, MANY, 'api/main.js')).toBe(false);
  releasing.noteAsked('manifests');
  expect(isReleased(folder, releasing, MANY, 'api/main.js')).toBe(true);
});

test('a program that had to be made again stays', () => {
  const releasing = new Releasing();
  const folder = orders();
  releasing.noteAsked('code');
  expect(isReleased(folder, releasing, MANY)).toBe(true);
  releasing.noteAsked('code');
  expect(isReleased(folder, releasing, MANY)).toBe(false);
});

test('manifests and other settings that are linted last have the findings that they have alone', async () => {
  const folder = installedIn(orders());
  const script = `
    import { ESLint } from 'eslint';
    import plugin from '${entryUrl}';
    const configs = [...plugin.configs.recommended, ...plugin.configs.manifests];
    const lint = async (glob, settings = {}) => {
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...configs, { settings }] });
      const results = await eslint.lintFiles([glob]);
      console.log(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId.split('/')[1])).join());
    };
    await lint('src/*.js');
    await lint('k8s/*.yaml');
    await lint('src/*.js', { 'graceful-shutdown': { entries: ['src/main.js'] } });
  `;
  const { stdout, stderr } = await node(folder, ['--input-type=module', '--eval', script]);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(['require-sigterm-listener', 'require-drain-delay', 'require-sigterm-listener']);
});
