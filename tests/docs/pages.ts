import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PAGES = path.join(ROOT, 'docs/rules');

/** A fenced block of a page: a small service of one module, or of several below headings like `// src/db.js`. */
export interface Block {
  readonly section: string;
  /** Where the block begins in the page, from 1. */
  readonly line: number;
  readonly files: ReadonlyMap<string, string>;
}

export interface Page {
  readonly title: string;
  /** The paragraphs between the title and the first section. */
  readonly head: readonly string[];
  readonly sections: readonly string[];
  readonly blocks: readonly Block[];
}

export function pageNames(): readonly string[] {
  return readdirSync(PAGES)
    .map((file) => path.basename(file, '.md'))
    .sort();
}

export function readReadme(): string {
  return readFileSync(path.join(ROOT, 'README.md'), 'utf8');
}

export function readPage(rule: string): Page {
  const text = readFileSync(path.join(PAGES, `${rule}.md`), 'utf8');
  const prose = text.replace(/^```[^]*?^```$/gmu, '');
  const [head = ''] = prose.split(/^## /mu);
  const [title = '', ...paragraphs] = head.trim().split(/\n\n+/u);
  const sections = [...prose.matchAll(/^## (.+)$/gmu)].map(([, name]) => name ?? '');
  return { title, head: paragraphs, sections, blocks: blocksIn(text) };
}

function blocksIn(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gmu)].flatMap(([, language = '', code = ''], index, all) => {
    const before = text.slice(0, all[index]?.index);
    const section = [...before.matchAll(/^## (.+)$/gmu)].at(-1)?.[1] ?? '';
    const isExample = section === 'Wrong' || section === 'Right';
    return isExample ? [{ section, line: before.split('\n').length, files: filesIn(code, language) }] : [];
  });
}

/** The first file is the one that the service starts with. */
function filesIn(code: string, language: string): ReadonlyMap<string, string> {
  const parts = code.split(/^(?=\/\/ [\w./-]+\.[cm]?[jt]s$)/mu);
  const named = parts.map((part): [string, string] => [/^\/\/ ([\w./-]+\.[cm]?[jt]s)\n/u.exec(part)?.[1] ?? `server.${language}`, part]);
  return new Map(named);
}
