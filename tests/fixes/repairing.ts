/** Lints a small project, applies what is offered for a finding, and lints again. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

export interface Repair {
  readonly name: string;
  /** By path; the first one is the program. */
  readonly files: Readonly<Record<string, string>>;
  /** The name of the suggestion, and the text of the finding's file with it. The others offered are only checked to help. */
  readonly suggestion: string;
  readonly after: string;
  /** How many findings of the rule the project has; one if absent. */
  readonly findings?: number;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Found {
  readonly file: string;
  readonly rule: string;
  readonly message: Linter.LintMessage;
}

/** A shutdown that a repair makes of something else may still lack its bound, which that rule adds. */
const BOUND = 'require-shutdown-deadline';

/** Each suggestion must leave a file that parses, without the finding and without one of another recommended rule. */
export function repairs(rule: string, cases: readonly Repair[]): void {
  describe(rule, () => {
    it.each(cases)('$name', async (repair) => {
      const findings = await lint(repair, repair.files);
      const own = findings.filter((found) => found.rule === rule);
      expect(own.map(({ message }) => message.message)).toHaveLength(repair.findings ?? 1);
      const texts = new Map<string, string>();
      for (const found of own) {
        for (const suggestion of found.message.suggestions ?? []) {
          const files = applied(repair.files, found.file, suggestion.fix);
          const text = files[found.file] ?? '';
          if (found === own[0]) texts.set(suggestion.messageId ?? '', text);
          expectHelp(rule, findings, await lint(repair, files), `${suggestion.desc}\n${text}`);
        }
      }
      expect(texts.get(repair.suggestion) ?? [...texts.keys()]).toBe(repair.after);
    });
  });
}

function expectHelp(rule: string, before: readonly Found[], after: readonly Found[], label: string): void {
  expect(
    after.filter(({ message }) => message.fatal === true).map(({ message }) => message.message),
    label,
  ).toEqual([]);
  const count = (findings: readonly Found[], name: string): number => findings.filter((found) => found.rule === name).length;
  expect(count(after, rule), `still found: ${label}`).toBeLessThan(count(before, rule));
  const more = [...new Set(after.map((found) => found.rule))].filter(
    (name) => isRecommended(name) && name !== BOUND && count(before, name) === 0,
  );
  expect(more, `new findings: ${label}`).toEqual([]);
}

function isRecommended(name: string): boolean {
  return Object.entries(plugin.rules).some(([rule, { meta }]) => rule === name && meta.docs.preset === true);
}

function applied(
  files: Repair['files'],
  file: string,
  { range: [start, end], text }: { range: readonly [number, number]; text: string },
): Record<string, string> {
  const before = files[file] ?? '';
  return { ...files, [file]: before.slice(0, start) + text + before.slice(end) };
}

async function lint({ dependencies }: Repair, files: Repair['files']): Promise<readonly Found[]> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'repair-')));
  try {
    write(folder, files, dependencies);
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
    const results = await eslint.lintFiles(['.']);
    return results.flatMap(({ filePath, messages }) =>
      messages.map((message) => ({
        file: path.relative(folder, filePath),
        rule: (message.ruleId ?? 'syntax').replace('graceful-shutdown/', ''),
        message,
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, files: Repair['files'], dependencies: Repair['dependencies'] = {}): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const [main = ''] = Object.keys(files);
  const isModule = Object.values(files).some((text) => /^(?:import|export) /mu.test(text));
  const manifest = { name: 'service', private: true, main, ...(isModule && { type: 'module' }), dependencies };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
