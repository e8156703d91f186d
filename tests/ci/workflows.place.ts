/** The workflows of docs/ci.md and of this repository: valid, and their steps do what the page says. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../package/built.js';
import { exampleIn } from '../package/doc-blocks.js';
import { orders } from '../package/services.js';
import { shell, teamOf, tool, type Ended } from './team.js';

const page = 'docs/ci.md';
const GITHUB = '.github/workflows/graceful-shutdown.yml';
const clean = { 'package.json': '{ "name": "a", "type": "module" }', 'index.js': 'export const answer = 42;\n' };

interface Validator {
  readonly validateWorkflow: (text: string) => { readonly errors: readonly unknown[] };
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

let validator: Validator;
let parsed: typeof JSON.parse;

beforeAll(async () => {
  validator = await tool('@action-validator/core');
  ({ parse: parsed } = await tool<{ readonly parse: typeof parsed }>('yaml'));
});

function workflows(): readonly string[] {
  const folder = path.join(repository, '.github/workflows');
  return fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

test('every workflow is one that GitHub takes', () => {
  for (const text of [exampleIn(page, GITHUB), ...workflows()]) expect(validator.validateWorkflow(text).errors).toEqual([]);
  expect(validator.validateWorkflow('on: push\njobs: { a: { steps: [] } }').errors).not.toEqual([]);
});

/** What a runner does without what is downloaded: one shell a line, until one fails. */
function runs(folder: string, lines: readonly string[], env: NodeJS.ProcessEnv = {}): Ended | undefined {
  let last: Ended | undefined;
  for (const line of lines) {
    last = shell(folder, line, env);
    if (last.code !== 0) return last;
  }
  return last;
}

function githubLines(): readonly string[] {
  const { jobs }: Workflow = parsed(exampleIn(page, GITHUB));
  const lines = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(lines[0]).toBe('npm ci');
  return lines.slice(1);
}

function gitlabLines(): readonly string[] {
  const config: Readonly<Record<string, { readonly script: readonly string[] }>> = parsed(exampleIn(page, '.gitlab-ci.yml'));
  const lines = config['graceful-shutdown']?.script ?? [];
  expect(lines[0]).toBe('npm ci');
  return lines.slice(1);
}

describe('GitHub', () => {
  test('findings fail the job, and the report is there to upload', async () => {
    const team = await teamOf(orders);
    expect(runs(team, githubLines())).toMatchObject({ code: 1 });
    const log: { readonly runs: readonly { readonly results: readonly unknown[] }[] } = JSON.parse(
      fs.readFileSync(path.join(team, 'graceful-shutdown.sarif'), 'utf8'),
    );
    expect(log.runs[0]?.results).toHaveLength(5);
  });

  test('a clean service passes', async () => {
    expect(runs(await teamOf(clean), githubLines())).toMatchObject({ code: 0 });
  });
});

describe('GitLab', () => {
  const env = { CI_JOB_NAME: 'graceful-shutdown' };
  const config = { '.gitlab-ci.yml': exampleIn(page, '.gitlab-ci.yml') };

  test('findings fail the job, and the report is there', async () => {
    const team = await teamOf({ ...orders, ...config });
    expect(runs(team, gitlabLines(), { ...env, CI_PROJECT_DIR: team })).toMatchObject({ code: 1 });
    expect(fs.existsSync(path.join(team, 'gl-code-quality-report.json'))).toBe(true);
  });

  test('a clean service passes', async () => {
    const team = await teamOf({ ...clean, ...config });
    expect(runs(team, gitlabLines(), { ...env, CI_PROJECT_DIR: team })).toMatchObject({ code: 0 });
  });
});
