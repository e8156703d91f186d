/** Runs of the real oxlint. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import { toolsOf } from '../package/tools.js';

export interface Found {
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}

interface Report {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

export async function oxlint(folder: string, ...args: readonly string[]): Promise<string> {
  const program = path.join(await toolsOf('oxlint'), 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(stderr).toBe('');
  return stdout;
}

/** Sorted by place, since oxlint reports files as they are done. */
export async function oxlintFindings(folder: string): Promise<readonly Found[]> {
  const report: Report = JSON.parse(await oxlint(folder, '--format', 'json'));
  const found = report.diagnostics.map(({ message, code, filename, labels }) => {
    const [label] = labels;
    const place = [filename.split(path.sep).join('/'), label?.span.line, label?.span.column].join(':');
    return { place, rule: /\((.+)\)/u.exec(code)?.[1] ?? code, message };
  });
  return sorted(found);
}

export function sorted(found: readonly Found[]): readonly Found[] {
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ place, rule, message }: Found): string {
  return `${place} ${rule} ${message}`;
}
