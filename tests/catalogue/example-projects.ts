import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { libraries } from '../../src/catalogue/index.js';
import type { Example, Library } from '../../src/catalogue/shape.js';
import plugin from '../../src/index.js';

/** An example of the catalogue, written down as a project of its own. */
export interface ExampleProject {
  /** `redis 4.x`; with a number when the library has several examples. */
  readonly title: string;
  readonly library: Library;
  readonly example: Example;
  /** The module as the catalogue gives it. */
  readonly file: string;
  /** The same with the line of the close replaced; absent when the example says nothing of it. */
  readonly notClosedFile?: string;
}

const CLOSE = /^.*\/\/ close$/mu;

/** Writes every example below one temporary folder. Call `remove` when they are no longer needed. */
export function writeExamples(): { readonly root: string; readonly projects: readonly ExampleProject[]; readonly remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  const projects = libraries.flatMap((library, position) =>
    library.examples.map((example, index) => {
      const folder = path.join(root, `${String(position)}-${String(index)}`);
      const write = (name: string, code: string): string => writeProject(path.join(folder, name), library, example, code);
      return {
        title: [library.name, library.versions, index > 0 ? `(${String(index + 1)})` : ''].filter(Boolean).join(' '),
        library,
        example,
        file: write('closed', example.code),
        ...(example.notClosed !== undefined && { notClosedFile: write('open', withoutClose(example, example.notClosed)) }),
      };
    }),
  );
  return {
    root,
    projects,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function withoutClose({ code }: Example, instead: string): string {
  if (!CLOSE.test(code)) throw new Error(`No line is marked with the comment "close":\n${code}`);
  return code.replace(CLOSE, instead.replaceAll('$', '$$$$'));
}

function writeProject(folder: string, library: Library, example: Example, code: string): string {
  const file = path.join(folder, example.file ?? (example.typescript ? 'service.ts' : 'service.js'));
  const manifest = {
    name: 'service',
    type: 'module',
    ...(example.start !== undefined && { scripts: { start: example.start } }),
    ...(!library.name.startsWith('node:') && { dependencies: { [library.name]: library.versions ?? '*' } }),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(file, code);
  return file;
}

/** What the recommended rules say of all files below the folder, by file, as `12 rule: message`. */
export async function lintFolder(root: string, settings?: Linter.Config['settings']): Promise<ReadonlyMap<string, readonly string[]>> {
  const overrideConfig = [...plugin.configs.recommended, ...(settings ? [{ settings }] : [])];
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
  const results = await eslint.lintFiles(['.']);
  return new Map(results.map(({ filePath, messages }) => [filePath, messages.map(asText)]));
}

function asText({ line, ruleId, message }: Linter.LintMessage): string {
  return `${String(line)} ${(ruleId ?? 'syntax').replace('graceful-shutdown/', '')}: ${message}`;
}
