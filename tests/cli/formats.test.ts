import { beforeAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, write } from '../package/built.js';
import { orders, ordersFindings } from '../package/services.js';
import { command } from './command.js';

const broken = 'const = 1;\n';
const files = { ...orders, 'src/broken file.js': broken };
let folder = '';

beforeAll(() => {
  folder = projectOf(files);
});

async function report(format: string): Promise<string> {
  const { code, stdout, stderr } = await command(folder, '--format', format);
  expect([code, stderr]).toEqual([1, '']);
  return stdout;
}

test('stylish: place, fact, rule with its page, remedies, and what the exit code means', async () => {
  const blocks = (await report('stylish')).split('\n\n');
  expect(blocks).toHaveLength(ordersFindings.length + 2);
  expect(blocks[0]).toMatch(/^src\/broken file\.js:1:7\n {4}Parsing error: /u);
  expect(blocks[0]).not.toContain('why');
  const [place, fact, why, remedy] = (blocks[1] ?? '').split('\n');
  expect(place).toBe('src/metrics.js:2:3');
  expect(fact).toMatch(/^ {4}.*`setInterval` .+\.$/u);
  expect(why).toMatch(/^ {4}why {2}graceful-shutdown\/no-uncleared-timer {2}https:.+no-uncleared-timer\.md$/u);
  expect(remedy).toMatch(/^ {4}try {2}.+\.$/u);
  expect(blocks[ordersFindings.length]).toContain('fix  --fix repairs this.');
  expect(blocks.at(-1)).toBe(`${String(ordersFindings.length + 1)} findings in 4 files. Exit code 1 means findings, not a failure.\n`);
});

test("json: what ESLint's own format has, without the text of the files", async () => {
  const results: readonly Readonly<Record<string, unknown>>[] = JSON.parse(await report('json'));
  expect(results).toHaveLength(5);
  for (const result of results) {
    const keys = ['filePath', 'messages', 'errorCount', 'warningCount', 'fatalErrorCount', 'fixableErrorCount'];
    expect(Object.keys(result)).toEqual(expect.arrayContaining(keys));
    expect(result).not.toHaveProperty('source');
  }
  expect(results.find(({ filePath }) => String(filePath).endsWith('worker.js'))).toMatchObject({
    errorCount: 2,
    fixableErrorCount: 1,
    warningCount: 0,
    fatalErrorCount: 0,
  });
});

test('github: one workflow command a finding', async () => {
  const lines = (await report('github')).trimEnd().split('\n');
  expect(lines).toHaveLength(ordersFindings.length + 2);
  expect(lines[0]).toMatch(/^::error file=src\/broken file\.js,line=1,col=7,title=syntax::Parsing error: /u);
  expect(lines[1]).toMatch(/^::error file=src\/metrics\.js,line=2,col=3,title=graceful-shutdown\/no-uncleared-timer::.*`setInterval`/u);
});

interface Log {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] } };
      readonly originalUriBaseIds: { readonly ROOT: { readonly uri: string } };
      readonly results: readonly Result[];
    },
  ];
}

interface Rule {
  readonly id: string;
  readonly helpUri: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly markdown: string };
}

interface Result {
  readonly ruleId?: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: {
          readonly startLine: number;
          readonly startColumn: number;
          readonly endLine?: number;
          readonly endColumn?: number;
        };
      };
    },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

async function sarif(): Promise<Log> {
  return JSON.parse(await report('sarif'));
}

test('sarif: the tool and its rules', async () => {
  const {
    version,
    $schema,
    runs: [run],
  } = await sarif();
  expect(version).toBe('2.1.0');
  expect($schema).toContain('sarif-2.1.0');
  expect(run.tool.driver).toMatchObject({ name: plugin.meta.name, version: plugin.meta.version });
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(plugin.rules).map((name) => `graceful-shutdown/${name}`));
  const timers = run.tool.driver.rules.find(({ id }) => id.endsWith('no-uncleared-timer'));
  expect(timers?.help.markdown).toMatch(/^# no-uncleared-timer\n/u);
  for (const { helpUri, shortDescription } of run.tool.driver.rules) {
    expect(URL.canParse(helpUri)).toBe(true);
    expect(shortDescription.text).toMatch(/\w\.$/u);
  }
});

test('sarif: each finding with its rule, level and region', async () => {
  const {
    runs: [{ results, originalUriBaseIds }],
  } = await sarif();
  const notes = results.map(
    ({
      ruleId,
      locations: [
        {
          physicalLocation: { artifactLocation, region },
        },
      ],
    }) => {
      const rule = ruleId?.replace('graceful-shutdown/', '') ?? 'none';
      return `${artifactLocation.uri}:${String(region.startLine)} ${rule}`;
    },
  );
  expect(notes).toEqual(['src/broken%20file.js:1 none', ...ordersFindings]);
  expect(originalUriBaseIds.ROOT.uri).toMatch(/^file:\/\/.+\/$/u);
  for (const {
    level,
    message,
    ruleId,
    locations: [
      {
        physicalLocation: { region },
      },
    ],
  } of results) {
    expect(level).toBe('error');
    expect(message.text).not.toBe('');
    if (ruleId !== undefined) expect([region.endLine, region.endColumn].every((one) => Number(one) > 0)).toBe(true);
    expect(region.startColumn).toBeGreaterThan(0);
  }
});

test('sarif: fingerprints are those of one finding, wherever it has moved in its file', async () => {
  const printsOf = ({ runs: [{ results }] }: Log): readonly string[] => results.map((one) => Object.values(one.partialFingerprints).join());
  const twice = { ...files, 'src/worker.js': "process.on('SIGKILL', () => {});\nprocess.on('SIGKILL', () => {});\n" };
  folder = projectOf(twice);
  const before = printsOf(await sarif());
  expect(new Set(before).size).toBe(before.length);
  for (const [name, text] of Object.entries(twice)) {
    if (name.endsWith('.js')) write(folder, { [name]: `// one\n\n// more\n${text}` });
  }
  expect(printsOf(await sarif())).toEqual(before);
});
