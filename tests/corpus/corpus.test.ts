/**
 * Services as their authors published them. Each finding in services.json was compared with the source by hand, and has a verdict:
 * `true`, `arguable`, or `false`, a false alarm that is to go. `missed` are defects that reading shows and the plugin does not find.
 */
import { ESLint, type Linter } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { notesOf } from '../package/eslint-run.js';
import services from './services.json' with { type: 'json' };
import { fetchAll, hashOf, unpacked } from './tarballs.mjs';

type Service = (typeof services)[number];

async function findingsIn(folder: string, { sourceType, ignores }: Service): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ['**/*.min.js', ...ignores] },
      { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
      { files: ['**/*.js'], languageOptions: { sourceType: sourceType === 'module' ? 'module' : 'commonjs' } },
      ...plugin.configs.recommended,
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const ours = results.map(({ filePath, messages }) => ({ filePath, messages: messages.filter(isOurs) }));
  return [...new Set(notesOf(folder, ours))].sort();
}

/** A finding, or a file that cannot be read. */
function isOurs({ ruleId, fatal }: Linter.LintMessage): boolean {
  return fatal === true || ruleId?.startsWith('graceful-shutdown/') === true;
}

describe('published services', () => {
  let unreachable: string | undefined;

  beforeAll(async () => {
    unreachable = await fetchAll(services);
    if (unreachable !== undefined) console.warn(`Skipped: ${unreachable}.`);
  });

  test.for(services)('$name $version: the findings are those that were reviewed', async (service, { skip }) => {
    skip(unreachable !== undefined, unreachable);
    expect(hashOf(service)).toBe(service.integrity);
    const found = await unpacked(service, (folder) => findingsIn(folder, service));
    const missed = service.missed.map(({ at }) => at);
    expect(
      missed.filter((at) => found.includes(at)),
      'found now: move it to the findings',
    ).toEqual([]);
    expect(found).toEqual(service.findings.map(({ at }) => at).sort());
  });
});

describe('the reviews', () => {
  const reviews = services.flatMap(({ findings }) => findings);

  test('give each finding a verdict and a reason', () => {
    const known = ['true', 'arguable', 'false'];
    expect(reviews.filter(({ verdict, why }) => !known.includes(verdict) || why === '')).toEqual([]);
  });

  test('leave few false alarms', () => {
    const falseAlarms = reviews.filter(({ verdict }) => verdict === 'false');
    expect(falseAlarms.length / reviews.length).toBeLessThan(0.2);
  });
});
