/** Small projects in which one rule finds what is marked, and nothing else. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ESLint, type Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import plugin from '../../src/index.js';
import { dedented } from '../dedented.js';

export interface Case {
  readonly name: string;
  /** Text by path. A line that is reported ends with `// ! messageId` or `# ! messageId`, which is no part of the text. */
  readonly files: Readonly<Record<string, string>>;
  /** Version ranges; what the files import and is not named here is any version. */
  readonly dependencies?: Readonly<Record<string, string>>;
  /** No repair is offered: it belongs into another file, or takes more than an edit. */
  readonly unrepaired?: true;
  /** What the messages say, in the order of the files and their lines. */
  readonly says?: readonly string[];
  /** Further fields of package.json. */
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** A project of one module. */
export const js = (text: TemplateStringsArray): Case['files'] => ({ 'src/main.js': text.raw.join('') });
export const cjs = (text: TemplateStringsArray): Case['files'] => ({ 'src/main.cjs': text.raw.join('') });
export const ts = (text: TemplateStringsArray): Case['files'] => ({ 'src/main.ts': text.raw.join('') });

export interface Table {
  /** What the reported text looks like. */
  readonly at?: RegExp;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly reports?: readonly Case[];
  readonly silent?: readonly Case[];
}

/** Each case is a folder of one temporary root, so that all of them are linted in one go. */
export function table(rule: string, { at = /./u, settings, reports = [], silent = [] }: Table): void {
  describe(rule === '*' ? 'every rule' : rule, () => {
    const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'rule-table-')));
    const eslint = eslintFor(root, rule, settings);
    const found = new Map<string, readonly ESLint.LintResult[]>();
    const all = [...reports.map((one) => ({ one, folder: 'reports' })), ...silent.map((one) => ({ one, folder: 'silent' }))].map(
      (row, index) => ({ ...row, folder: path.join(root, row.folder, String(index)) }),
    );
    const failures = watchFailures();

    beforeAll(async () => {
      for (const { one, folder } of all) write(folder, one);
      const results = await eslint.lintFiles(isForManifests(rule) ? ['.'] : [SCRIPTS]);
      for (const { folder } of all)
        found.set(
          folder,
          results.filter(({ filePath }) => filePath.startsWith(folder + path.sep)),
        );
    });
    afterAll(() => {
      failures.restore();
      rmSync(root, { recursive: true, force: true });
      expect(failures.lines).toEqual([]);
    });

    it('has reporting and silent cases', () => {
      expect(reports.filter((one) => marksIn(one).length === 0).map(({ name }) => name)).toEqual([]);
      expect(silent.filter((one) => marksIn(one).length > 0).map(({ name }) => name)).toEqual([]);
    });
    for (const { one, folder } of all.slice(0, reports.length)) {
      it(`reports ${one.name}`, async () => {
        const results = found.get(folder) ?? [];
        expect(placesIn(folder, results)).toEqual(marksIn(one));
        if (one.says) expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual(one.says);
        for (const result of results) await expectHelpful(eslint, result, at, one);
      });
    }
    for (const { one, folder } of all.slice(reports.length)) {
      it(`leaves alone ${one.name}`, () => {
        expect(placesIn(folder, found.get(folder) ?? [])).toEqual([]);
      });
    }
  });
}

/** What a repair may name without declaring it. */
const GLOBALS = [
  'process',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'URL',
  'fetch',
  'AbortSignal',
  'AbortController',
  'AsyncDisposableStack',
  'performance',
  'require',
  'module',
  'exports',
  '__dirname',
  'document',
  'NodeJS',
];

function eslintFor(cwd: string, rule: string, settings: Table['settings']): ESLint {
  const reading = plugin.configs.all
    .filter(({ languageOptions, language }) => languageOptions !== undefined || language !== undefined)
    .map((config): Linter.Config => ({ ...config, ...(config.rules && { rules: rulesFor(rule) }) }));
  const checking: Linter.Config = {
    files: [SCRIPTS],
    plugins: { ...plugin.configs.all.at(-1)?.plugins },
    languageOptions: { globals: Object.fromEntries(GLOBALS.map((name) => [name, 'readonly' as const])) },
    rules: { ...rulesFor(rule), 'no-undef': 'error', 'no-redeclare': 'error', 'no-const-assign': 'error' },
  };
  const shared = settings ? [{ settings: { 'graceful-shutdown': settings } }] : [];
  return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...reading, checking, ...shared] });
}

const SCRIPTS = '**/{*.{js,mjs,cjs,jsx,ts,mts,cts,tsx},bin/www}';

function isForManifests(rule: string): boolean {
  return plugin.rules[rule]?.meta.docs.preset.toString().includes('manifests') === true;
}

/** `*` is every rule. */
function rulesFor(rule: string): Linter.RulesRecord {
  const names = rule === '*' ? Object.keys(plugin.rules) : [rule];
  return Object.fromEntries(names.map((name) => [`graceful-shutdown/${name}`, 'error' as const]));
}

/** A rule that fails inside is silent: here that must not pass for an answer. */
function watchFailures(): { readonly lines: readonly string[]; readonly restore: () => void } {
  const lines: string[] = [];
  vi.stubEnv('DEBUG', 'graceful-shutdown');
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  const restore = (): void => {
    spy.mockRestore();
    vi.unstubAllEnvs();
  };
  return { lines, restore };
}

const IMPORT = /(?:\bfrom\s*|\brequire\(|\bimport\s*\(?\s*)'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/gu;

function write(folder: string, { files, dependencies, manifest }: Case): void {
  const imported = Object.values(files).flatMap((text) => [...text.matchAll(IMPORT)].flatMap(([, name]) => name ?? []));
  const anyVersion = Object.fromEntries(imported.map((name) => [name, '*']));
  const json = { name: 'service', private: true, type: 'module', dependencies: { ...anyVersion, ...dependencies }, ...manifest };
  // Manifests belong to a repository.
  if (Object.keys(files).some((file) => !/\.[cm]?[jt]sx?$|\/www$/u.test(file))) mkdirSync(path.join(folder, '.git'), { recursive: true });
  for (const [file, text] of Object.entries({ 'package.json': JSON.stringify(json), ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), dedented(text).replace(/ *(?:\/\/|#) ! [\w-]+$/gmu, ''));
  }
}

function marksIn({ files }: Case): readonly string[] {
  return Object.entries(files)
    .flatMap(([file, text]) =>
      dedented(text)
        .split('\n')
        .flatMap((line, index) => {
          const [, messageId] = /(?:\/\/|#) ! ([\w-]+)$/u.exec(line) ?? [];
          return messageId === undefined ? [] : [`${file}:${String(index + 1)} ${messageId}`];
        }),
    )
    .sort();
}

function placesIn(folder: string, results: readonly ESLint.LintResult[]): readonly string[] {
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, messageId, message, ruleId }) =>
          `${path.relative(folder, filePath)}:${String(line)} ${isFinding({ ruleId }) && messageId ? messageId : message}`,
      ),
    )
    .sort();
}

function isFinding({ ruleId }: Pick<Linter.LintMessage, 'ruleId'>): boolean {
  return ruleId?.startsWith('graceful-shutdown/') ?? false;
}

/** Whole sentences, and repairs after which the finding is gone. */
async function expectHelpful(
  eslint: ESLint,
  { filePath, messages, source = '' }: ESLint.LintResult,
  at: RegExp,
  { unrepaired }: Case,
): Promise<void> {
  for (const message of messages) {
    expect(message.message).toMatch(/^[`A-Z\d].*[^.]\.$/su);
    expect(message.message).not.toMatch(/\{\{|\}\}|undefined| {2}|``| \(\)/u);
    expect(unbalancedIn(message.message)).toEqual([]);
    expect(reportedText(source, message)).toMatch(at);
    const repairs = [...(message.fix ? [{ desc: 'fix', fix: message.fix }] : []), ...(message.suggestions ?? [])];
    if (!unrepaired) expect(repairs.length, `repairs of: ${message.message}`).toBeGreaterThan(0);
    for (const { desc, fix } of repairs) {
      expect(desc).not.toMatch(/\{\{|\}\}|undefined| {2}|``/u);
      const repaired = source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]);
      const [after] = await eslint.lintText(repaired, { filePath });
      expect(
        after?.messages.filter((one) => !isFinding(one)).map((one) => one.message),
        `${desc}\n${repaired}`,
      ).toEqual([]);
      expect(after?.messages.length, `${desc}\n${repaired}`).toBeLessThan(messages.length);
    }
  }
  if (messages.length > 0) await eslint.lintText(source, { filePath });
}

/** Code that is quoted in a message and whose brackets do not fit. */
function unbalancedIn(message: string): readonly string[] {
  const quoted = [...message.matchAll(/`([^`]*)`/gu)].map(([, code = '']) => code);
  return quoted.filter((code) => code.split('(').length !== code.split(')').length);
}

function reportedText(source: string, { line, column, endLine = line, endColumn = column }: Linter.LintMessage): string {
  const lines = source.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines.map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined)).join('\n');
}
