import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lintFolder } from './example-projects.js';

/** A worked example of the page: one or more services, and the description of what they import. */
interface Worked {
  readonly title: string;
  readonly services: readonly string[];
  readonly manifest: string;
  readonly description: string;
}

const PAGE = readFileSync(new URL('../../docs/your-own-libraries.md', import.meta.url), 'utf8');
const root = mkdtempSync(path.join(tmpdir(), 'own-libraries-'));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Sections whose last block of code is a description of a library. */
const examples = PAGE.split(/^## /mu).flatMap((section): readonly Worked[] => {
  const fences = [...section.matchAll(/^```(?<language>\w+)\n(?<code>.*?)^```$/gmsu)];
  const blocks = fences.map(({ groups }) => ({ language: groups?.['language'], code: groups?.['code'] ?? '' }));
  const scripts = blocks.filter(({ language }) => language === 'js').map(({ code }) => code);
  const description = scripts.at(-1);
  if (description === undefined || !/^ {2}name: '/mu.test(description)) return [];
  const manifest = blocks.find(({ language }) => language === 'json')?.code ?? '{ "type": "module" }';
  return [{ title: section.split('\n')[0] ?? '', services: scripts.slice(0, -1), manifest, description }];
});

/** Each service linted in a project of its own, as `0:8 rule` for the first service's line 8. */
async function lint({ title, services, manifest }: Worked, settings?: Parameters<typeof lintFolder>[1]): Promise<readonly string[]> {
  const folder = path.join(root, title, settings ? 'with' : 'without');
  for (const [index, code] of services.entries()) {
    mkdirSync(path.join(folder, String(index)), { recursive: true });
    writeFileSync(path.join(folder, String(index), 'package.json'), manifest);
    writeFileSync(path.join(folder, String(index), 'service.js'), code);
  }
  const found = [...(await lintFolder(folder, settings))];
  const places = found.flatMap(([file, messages]) => messages.map((message) => ({ service: path.basename(path.dirname(file)), message })));
  return places.map(({ service, message }) => `${service}:${message.split(': ')[0] ?? ''}`).sort();
}

function expected({ services }: Worked, when: 'with' | 'without'): readonly string[] {
  const told = new RegExp(`// ${when} the description: (?<rules>[\\w, -]+)$`, 'u');
  return services
    .flatMap((code, index) =>
      code.split('\n').flatMap((line, position) => {
        const rules = told.exec(line)?.groups?.['rules']?.split(', ') ?? [];
        return rules.map((rule) => `${String(index)}:${String(position + 1)} ${rule}`);
      }),
    )
    .sort();
}

async function descriptionOf({ description }: Worked): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(description)}`);
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
}

test('the page has three worked examples', () => {
  expect(examples.map(({ title }) => title)).toEqual(['A server wrapper', 'A pool', 'A shutdown helper']);
});

describe.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
  test('without the description reports what the comments say', async () => {
    expect(await lint(example)).toEqual(expected(example, 'without'));
  });

  test('with the description reports what the comments say', async () => {
    const settings = { 'graceful-shutdown': { catalogue: [await descriptionOf(example)] } };
    expect(await lint(example, settings)).toEqual(expected(example, 'with'));
  });
});
