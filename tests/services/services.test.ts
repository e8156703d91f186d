import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';

/** Each folder is a service; `// expect: rule, rule` (in manifests `# expect: …`) stands at the end of the line where a report begins. No comment expects silence. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const services = readdirSync(HERE).filter((name) => statSync(path.join(HERE, name)).isDirectory());

interface Found {
  readonly place: string;
  readonly file: string;
  readonly message: Linter.LintMessage;
  readonly source: string;
}

async function lint(folder: string): Promise<readonly Found[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: [...plugin.configs.recommended, ...plugin.configs.manifests],
  });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages, source = '' }) =>
    messages.map((message) => {
      const file = path.relative(folder, filePath);
      return {
        place: `${file}:${String(message.line)} ${(message.ruleId ?? 'syntax').replace('graceful-shutdown/', '')}`,
        file,
        message,
        source,
      };
    }),
  );
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:[cm]?[jt]sx?|ya?ml)$/u.test(name));
}

function expected(folder: string): readonly string[] {
  return files(folder).flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const rules = /(?:\/\/|\/\*|#) expect: ([\w, -]+)/u.exec(line)?.[1]?.split(',') ?? [];
        return rules.map((rule) => `${file}:${String(index + 1)} ${rule.trim()}`);
      }),
  );
}

/** A copy outside of this repository, where the service is a project of its own. */
async function inCopy<Result>(name: string, use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'service-'));
  try {
    cpSync(path.join(HERE, name), folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(services)('%s', (name) => {
  test('reports what the comments say and nothing else', async () => {
    await inCopy(name, async (folder) => {
      const found = await lint(folder);
      expect([...new Set(found.map(({ place }) => place))].sort()).toEqual([...expected(folder)].sort());
    });
  });

  test('each suggestion repairs what it is offered for', async () => {
    const findings = await inCopy(name, lint);
    for (const { file, message, source, place } of findings) {
      for (const suggestion of message.suggestions ?? []) {
        const text = source.slice(0, suggestion.fix.range[0]) + suggestion.fix.text + source.slice(suggestion.fix.range[1]);
        const after = await inCopy(name, async (folder) => {
          writeFileSync(path.join(folder, file), text);
          return lint(folder);
        });
        const label = `${place}: ${suggestion.desc}\n${text}`;
        expect(
          after.filter(({ message: { fatal } }) => fatal === true),
          label,
        ).toEqual([]);
        const same = (one: Found): boolean => one.message.ruleId === message.ruleId;
        expect(after.filter(same).length, label).toBeLessThan(findings.filter(same).length);
      }
    }
  });
});
