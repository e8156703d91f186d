import { describe, expect, test } from 'vitest';
import { commandText, wordsIn, writtenAs } from '../../src/manifests/command/command-text.js';
import { readCompose } from '../../src/manifests/compose.js';
import { millisecondsIn } from '../../src/manifests/duration.js';
import { readEcs } from '../../src/manifests/ecs.js';
import { readPackageText } from '../../src/manifests/package-scripts.js';
import { placeOf, verbatim } from '../../src/manifests/placed-text.js';
import { readPm2 } from '../../src/manifests/pm2.js';
import { readProcfile } from '../../src/manifests/procfile.js';
import { readSkaffold } from '../../src/manifests/skaffold.js';
import { readUnit } from '../../src/manifests/unit.js';
import { placedText } from '../../src/manifests/yaml/placed.js';
import { readYaml } from '../../src/manifests/yaml/read.js';

test.each([
  ['1m30s', 's', 90_000],
  ['1min 30s', 's', 90_000],
  ['20', 's', 20_000],
  ['1600', 'ms', 1600],
  ['0.5s', 's', 500],
  ['500ms', 's', 500],
  ['infinity', 's', Infinity],
  ['soon', 's', undefined],
  ['5 weeks', 's', undefined],
] as const)('%s', (text, bare, expected) => {
  expect(millisecondsIn(text, bare)).toBe(expected);
});

describe('the characters of a scalar', () => {
  const at = (text: string, part: string): string | undefined => {
    const item = readYaml(text)[0]?.get('a');
    const placed = item && placedText(item);
    const start = placed?.text.indexOf(part) ?? -1;
    return placed?.offsets ? text.slice(...placeOf(placed, start, start + part.length)) : undefined;
  };

  test.each([
    'a: one two\n',
    'a: "one two"\n',
    "a: 'one two'\n",
    'a: |\n  zero\n  one two\n',
    'a: |-\n    one\n    two\n',
    '{"a": "x\\tone two"}',
  ])('%j', (text) => {
    expect(at(text, 'two')).toBe('two');
  });

  test('a folded text hides them', () => {
    expect(at('a: >\n  one\n  two\n', 'two')).toBeUndefined();
  });
});

describe('commands', () => {
  const words = (text: string): readonly string[] | undefined =>
    commandText(readYaml(text)[0]?.get('command'))?.words.map((word) => word.text);

  test('lists and lines', () => {
    expect(words('command: ["npm", start]\n')).toEqual(['npm', 'start']);
    expect(words('command:\n  - node\n  - x.js\n')).toEqual(['node', 'x.js']);
    expect(words('command: sh -c "npm i && npm start"\n')).toEqual(['sh', '-c', 'npm i && npm start']);
    expect(words('command: [a, {{ .Values.b }}]\n')).toBeUndefined();
    expect(words('command: 5\n')).toEqual(['5']);
    expect(words('command:\n')).toBeUndefined();
  });

  test('quotes inside words', () => {
    expect(wordsIn(verbatim(`a --b="c d" 'e'`, 0)).map((word) => word.text)).toEqual(['a', '--b=c d', 'e']);
    const [joined] = wordsIn(verbatim(String.raw`"it's "a'\"'\ b`, 10));
    expect(joined).toMatchObject({ text: String.raw`it's a\" b`, span: [10, 25], offsets: [11, 12, 13, 14, 15, 17, 19, 20, 23, 24, 25] });
  });

  test('are written in the same notation', () => {
    expect(writtenAs(['node', 'a b.js'], { kind: 'line' })).toBe("node 'a b.js'");
    expect(writtenAs(['node', 'x.js'], { kind: 'flow' })).toBe('["node", "x.js"]');
    expect(writtenAs(['node', 'x.js'], { kind: 'block', indent: 4 })).toBe('- "node"\n    - "x.js"');
  });
});

test('Compose', () => {
  const [api, db] = readCompose(`
services:
  api:
    build: { context: ./api, target: prod }
    command: npm start
    init: true
    stop_grace_period: 1m
    stop_signal: SIGINT
  db:
    image: "postgres:\${TAG}"
    command: \${RUN}
`);
  expect(api?.build).toEqual({ context: './api', target: 'prod' });
  expect([api?.init, api?.gracePeriod?.value, api?.stopSignal?.value, api?.isHidden]).toEqual([true, 60_000, 'SIGINT', false]);
  expect([db?.image?.value, db?.name]).toEqual([undefined, 'db']);
  expect(readCompose('kind: Service\nservices:\n  a: {image: x}\n')).toEqual([]);
});

test('PM2', () => {
  const [app] = readPm2('{"apps": [{"name": "api", "script": "src/index.js", "kill_timeout": 4000, "wait_ready": true}]}');
  expect([app?.name, app?.script?.value, app?.killTimeout?.value, app?.waitReady?.value]).toEqual(['api', 'src/index.js', 4000, true]);
  expect(readPm2('apps:\n  - script: a.js\n    kill_timeout: 5s\n')[0]?.killTimeout?.value).toBe(5000);
  expect(readPm2('script: echo\n')).toEqual([]);
});

test('units of systemd', () => {
  const unit = readUnit(
    '[Unit]\nTimeoutStopSec=1\n[Service]\n# why\nExecStart=-/usr/bin/node \\\n  /srv/app.js\nKillSignal=SIGINT\nTimeoutStopSec=1min 30s\nWorkingDirectory=/srv\n[Install]\nKillMode=none\n',
  );
  expect([unit?.start?.text, unit?.folder, unit?.killSignal?.value, unit?.stopTimeout?.value, unit?.killMode]).toEqual([
    '/usr/bin/node \\\n  /srv/app.js',
    '/srv',
    'SIGINT',
    90_000,
    undefined,
  ]);
  expect(readUnit('[Unit]\n')).toBeUndefined();
});

test('Procfiles', () => {
  const text = '# comment\nweb: node server.js\r\nworker-2:  npm run work \n';
  expect(readProcfile(text).map(({ name, command }) => [name, command.text, text.slice(...command.span)])).toEqual([
    ['web', 'node server.js', 'node server.js'],
    ['worker-2', 'npm run work', 'npm run work'],
  ]);
});

test('task definitions of ECS', () => {
  const [container] = readEcs(
    '{"family": "a", "containerDefinitions": [{"name": "api", "image": "api:1", "command": ["npm", "start"], "stopTimeout": 5, "linuxParameters": {"initProcessEnabled": true}}]}',
  );
  expect([container?.name, container?.stopTimeout?.value, container?.init]).toEqual(['api', 5000, true]);
});

test('skaffold', () => {
  const text =
    'apiVersion: skaffold/v4beta6\nbuild:\n  artifacts:\n    - image: api\n      context: services/api\n      docker: { dockerfile: Dockerfile.prod }\n';
  expect(readSkaffold(text)).toEqual([{ image: 'api', context: 'services/api', dockerfile: 'Dockerfile.prod' }]);
});

test.each([
  ['whole', ''],
  ['being written', ','],
])('package.json, %s', (_, comma) => {
  const text = `{ "wireit": { "scripts": { "start": "none" } }, "files": ["scripts"], "scripts": { "start": "node \\"a b.js\\"", "b": "x" ${comma} }, "packageManager": "yarn@4.1.0" }`;
  const read = readPackageText(text);
  expect([Object.keys(read?.scripts ?? {}), read?.manager]).toEqual([['start', 'b'], 'yarn@4.1.0']);
  const { start } = read?.scripts ?? {};
  expect([start?.text, text.slice(...(start?.span ?? [0, 0]))]).toEqual(['node "a b.js"', String.raw`"node \"a b.js\""`]);
});

test.each([
  '{'.repeat(30_000),
  '\0'.repeat(1000),
  'services:\n'.repeat(10_000),
  `apps: [${'{script: a},'.repeat(5000)}]`,
  '[Service]\n'.repeat(9000),
])('nonsense is read in no time', (text) => {
  const started = process.cpuUsage();
  for (const read of [readCompose, readPm2, readUnit, readProcfile, readEcs, readPackageText]) read(text);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
});
