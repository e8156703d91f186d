/** What readers of CI reports want, by their own schemas and parsers. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { exampleIn } from '../package/doc-blocks.js';
import { orders, ordersFindings } from '../package/services.js';
import { shell, teamOf, tool, type Ended } from './team.js';

const files = { ...orders, '.gitlab-ci.yml': exampleIn('docs/ci.md', '.gitlab-ci.yml'), 'src/broken.js': 'const = 1;\n' };
const lines = ordersFindings.map((note) => note.split(' ')[0]);
let team = '';

beforeAll(async () => {
  team = await teamOf(files);
});

function report(format: string, env?: NodeJS.ProcessEnv): Ended {
  const ended = shell(team, `npx graceful-shutdown --format ${format}`, env);
  expect(ended.code).toBe(1);
  return ended;
}

type Validate = ((value: unknown) => boolean) & { readonly errors?: unknown };

interface Ajv {
  compile: (schema: unknown) => Validate;
}

test('SARIF is what its schema says', async () => {
  const { default: Ajv } = await tool<{ readonly default: new (options: object) => Ajv }>('ajv-draft-04');
  const { default: addFormats } = await tool<{ readonly default: (ajv: Ajv) => void }>('ajv-formats');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(await tool('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  const log: unknown = JSON.parse(report('sarif').stdout);
  const isValid = validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly positions: { readonly begin: { readonly line: number } } };
}

test('GitLab code quality: every issue with its place, rule and a fingerprint of its own', () => {
  report('gitlab', { CI_JOB_NAME: 'graceful-shutdown', CI_PROJECT_DIR: team });
  const issues: readonly Issue[] = JSON.parse(fs.readFileSync(path.join(team, 'gl-code-quality-report.json'), 'utf8'));
  const ours = issues.filter(({ check_name }) => check_name.startsWith('graceful-shutdown/'));
  expect(
    ours.map(({ location, check_name }) => `${location.path}:${String(location.positions.begin.line)} ${check_name.split('/')[1] ?? ''}`),
  ).toEqual(ordersFindings);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(ordersFindings.length + 1);
  for (const { severity, description } of ours) expect([severity, description]).toEqual(['major', expect.stringMatching(/\.$/u)]);
});

interface Xml {
  readonly XMLParser: new (options: object) => { readonly parse: (text: string) => Suites };
  readonly XMLValidator: { readonly validate: (text: string) => unknown };
}

interface Suites {
  readonly testsuites: { readonly testsuite: readonly { readonly '@_name': string; readonly testcase: unknown }[] };
}

test('JUnit is XML with a failed test a finding', async () => {
  const { XMLParser, XMLValidator } = await tool<Xml>('fast-xml-parser');
  const { stdout } = report('junit');
  expect(XMLValidator.validate(stdout)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(stdout);
  expect(testsuites.testsuite.map((suite) => path.relative(team, suite['@_name']))).toEqual(
    expect.arrayContaining(['src/metrics.js', 'src/server.js', 'src/worker.js']),
  );
  expect(stdout.match(/<failure /gu)).toHaveLength(ordersFindings.length);
  expect(stdout.match(/<error /gu)).toHaveLength(1);
  expect(stdout).toContain('graceful-shutdown/no-unawaited-close');
});

test('annotations of GitHub name every place', () => {
  const { stdout } = report('github');
  for (const place of lines) expect(stdout).toContain(`file=${place?.replace(':', ',line=') ?? ''},`);
});

test("formatters get the metadata of the rules, as from ESLint's command", () => {
  fs.writeFileSync(path.join(team, 'own.mjs'), 'export default (results, { rulesMeta }) => Object.keys(rulesMeta).join();\n');
  expect(report('./own.mjs').stdout.trim().split(',')).toEqual(Object.keys(plugin.rules).map((name) => `graceful-shutdown/${name}`));
});
