/** An error inside the plugin is one debug line and silence for the file at fault; all others have their findings. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, type Files } from '../package/built.js';
import { findingsWith, notesOf } from '../package/eslint-run.js';
import { deployment, SERVICE } from '../rules/cluster.js';
import { orders, ordersFindings } from '../package/services.js';

/** The layer that fails now, wherever it looks at `bad.js`. */
const fault = vi.hoisted(() => ({ layer: '' }));

interface Placed {
  readonly path?: string;
  readonly module?: { readonly path: string };
  readonly site?: { readonly module: { readonly path: string } };
}

const fail = vi.hoisted(() => (layer: string, isAtFault: boolean): void => {
  if (fault.layer === layer && isAtFault) throw new TypeError(`broken ${layer}`);
});

/** Replaces one function of a module by one that fails first. */
const failing = vi.hoisted(
  () =>
    (layer: string, name: string, isAtFault: (args: readonly never[]) => boolean) =>
    async (load: () => Promise<Record<string, unknown>>): Promise<object> => {
      const real = await load();
      const whole = real[name] as (...args: readonly never[]) => unknown;
      const broken = (...args: readonly never[]): unknown => {
        fail(layer, isAtFault(args));
        return whole(...args);
      };
      return { ...real, [name]: broken };
    },
);

const isBad = vi.hoisted(() => (args: readonly (Placed | undefined)[]): boolean => {
  return args.some((one) => (one?.path ?? one?.module?.path ?? one?.site?.module.path)?.endsWith('bad.js') === true);
});

vi.mock(
  '../../src/facts/collect.js',
  failing('facts', 'collectFacts', ([, , text]: readonly string[]) => text?.includes('/* bad */') === true),
);
vi.mock('../../src/project/bindings.js', failing('link', 'bindingThings', isBad));
vi.mock(
  '../../src/project/units.js',
  failing('relevance', 'unitsOf', ([, text]: readonly string[]) => text?.includes('/* bad */') === true),
);
vi.mock('../../src/project/run/functions.js', failing('run', 'callFunction', isBad));
vi.mock(
  '../../src/project/questions/timers.js',
  failing('question', 'unclearedTimers', () => true),
);
vi.mock('../../src/fixes/suggest-timers.js', failing('fixes', 'timerSuggestions', isBad));
vi.mock(
  '../../src/manifests/kubernetes/read.js',
  failing('manifests', 'readKubernetes', ([text]: readonly string[]) => text?.includes('# bad') === true),
);
vi.mock(
  '../../src/adapter/report.js',
  failing('report', 'report', ([context]: readonly { filename: string }[]) => context?.filename.endsWith('bad.js') === true),
);

const bad = `/* bad */
import http from 'node:http';
const server = http.createServer((request, response) => response.end('ok')).listen(4000);
setInterval(() => console.log(process.memoryUsage().rss), 60_000);
process.once('SIGTERM', () => {
  server.close();
});
`;
const files: Files = { ...orders, 'src/bad.js': bad };
const badFindings = ['src/bad.js:4 no-uncleared-timer', 'src/bad.js:5 require-shutdown-deadline'];
const all = [...badFindings, ...ordersFindings];

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.stubEnv('DEBUG', 'graceful-shutdown');
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  fault.layer = '';
});

test('without a fault, each file has its findings', async () => {
  expect(await findingsWith(projectOf(files), plugin.configs.recommended)).toEqual(all);
  expect(lines).toEqual([]);
});

describe('a fault in one file', () => {
  test.each(['facts', 'relevance', 'link', 'run', 'fixes'])('%s', async (layer) => {
    fault.layer = layer;
    const found = await findingsWith(projectOf(files), plugin.configs.recommended);
    expect({ found, lines }).toMatchObject({ found: ordersFindings });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^graceful-shutdown: .*broken ${layer} `, 'u'))]);
    expect(lines[0]).toMatch(/\n$/u);
  });

  test('in a text that an editor has not saved, until the text is another', async () => {
    const cwd = projectOf(files);
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
    const lint = async (text: string): Promise<readonly string[]> =>
      notesOf(cwd, await eslint.lintText(text, { filePath: path.join(cwd, 'src/bad.js') }));
    for (const layer of ['facts', 'link', 'run']) {
      fault.layer = layer;
      expect(await lint(`${bad}// ${layer}\n`)).toEqual([]);
      fault.layer = '';
      expect(await lint(`${bad}// repaired ${layer}\n`)).toEqual(badFindings);
    }
    expect(lines).toHaveLength(3);
  });
});

test('a report that ESLint refuses is left out', async () => {
  fault.layer = 'report';
  expect(await findingsWith(projectOf(files), plugin.configs.recommended)).toEqual(ordersFindings);
  expect(lines).toHaveLength(badFindings.length);
});

test('a question that fails whatever it looks at silences its own rule', async () => {
  fault.layer = 'question';
  const found = await findingsWith(projectOf(files), plugin.configs.recommended);
  expect(found).toEqual(all.filter((note) => !note.endsWith('no-uncleared-timer')));
  expect(lines).toHaveLength(1);
});

test('a manifest that a reader fails on leaves the others as they are', async () => {
  const abrupt = deployment({ pod: 'terminationGracePeriodSeconds: 0' }) + SERVICE;
  const cwd = projectOf({ '.git/HEAD': 'x', 'bad/app.yaml': `# bad\n${abrupt}`, 'good/app.yaml': abrupt });
  const rule = 'require-grace-period-budget';
  const found = await findingsWith(cwd, plugin.configs.manifests);
  expect(found).toEqual([expect.stringMatching(`^bad/app.yaml:\\d+ ${rule}`), expect.stringMatching(`^good/app.yaml:\\d+ ${rule}`)]);
  fault.layer = 'manifests';
  const other = projectOf({ '.git/HEAD': 'x', 'bad/app.yaml': `# bad\n${abrupt}`, 'good/app.yaml': abrupt });
  expect(await findingsWith(other, plugin.configs.manifests)).toEqual(found.slice(1));
  expect(lines).toHaveLength(1);
});
