/** The built command line as a child process. */
import { expect } from 'vitest';
import { cli, node, projectOf, type Files, type Outcome } from '../package/built.js';
import { notesOf } from '../package/eslint-run.js';

export async function command(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const outcome = await node(folder, [cli, ...args]);
  expect(outcome.stdout + outcome.stderr, 'no stack trace').not.toMatch(/^\s+at .+[:(]/mu);
  return outcome;
}

export interface Linted {
  readonly code: number | null;
  /** `file:line rule`; for a file that cannot be read, its error in place of the rule. */
  readonly notes: readonly string[];
  readonly folder: string;
}

/** Lints a new project, or a folder that is there, and reads the report. */
export async function linted(where: Files | string, ...args: readonly string[]): Promise<Linted> {
  const folder = typeof where === 'string' ? where : projectOf(where);
  const { code, stdout, stderr } = await command(folder, '--format', 'json', ...args);
  expect(stderr).toBe('');
  return { code, notes: notesOf(folder, JSON.parse(stdout)), folder };
}
