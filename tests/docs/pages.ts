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

/** Fences of manifests that follow another one without a word between them belong to the same service. */
function blocksIn(text: string): readonly Block[] {
  const blocks: (Block & { readonly files: Map<string, string>; end: number })[] = [];
  for (const match of text.matchAll(/^```(\w+)\n([^]*?)^```$/gmu)) {
    const [fence, language = '', code = ''] = match;
    const before = text.slice(0, match.index);
    const section = [...before.matchAll(/^## (.+)$/gmu)].at(-1)?.[1] ?? '';
    const files = filesIn(code, language);
    const end = match.index + fence.length;
    const last = blocks.at(-1);
    const isPart = last && !/^[cm]?[jt]s$/u.test(language) && text.slice(last.end, match.index).trim() === '';
    if (isPart) {
      for (const [name, part] of files) last.files.set(name, part);
      last.end = end;
    } else blocks.push({ section, line: before.split('\n').length, files, end });
  }
  return blocks.filter(({ section }) => section === 'Wrong' || section === 'Right');
}

const NAMES: Readonly<Record<string, string>> = { dockerfile: 'Dockerfile', yaml: 'k8s/app.yaml', json: 'package.json' };
const FILE = /^(?:\/\/|#) (?:[\w.-]+\/)*(?:[\w.-]+\.(?:[cm]?[jt]s|ya?ml|json|sh|service)|Dockerfile|Procfile)$/u;

const HEADING = new RegExp(FILE.source.replace('^', '^(?=').replace(/\$$/u, '$)'), 'mu');

/** The first file is the one that the service starts with. A heading is no part of what takes no comment. */
function filesIn(code: string, language: string): Map<string, string> {
  const parts = code.split(HEADING).filter((part) => part !== '');
  return new Map(
    parts.map((part): [string, string] => {
      const [first = ''] = part.split('\n', 1);
      if (!FILE.test(first)) return [NAMES[language] ?? `server.${language}`, part];
      const name = first.replace(/^\S+ /u, '');
      return [name, /\.(?:json|sh)$/u.test(name) ? part.slice(first.length + 1) : part];
    }),
  );
}
