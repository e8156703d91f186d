/** The documents hold together: every link leads to a file, and to a heading of it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './built.js';

const pages = [
  ...fs.readdirSync(repository).filter((name) => name.endsWith('.md')),
  ...fs
    .readdirSync(path.join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

function textOf(page: string): string {
  return fs.readFileSync(path.join(repository, page), 'utf8').replace(/^```[^]*?^```$/gmu, '');
}

/** As GitHub makes them of headings; one that is there before has a number. */
function anchorsOf(page: string): readonly string[] {
  const plain = [...textOf(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return plain.map((anchor, index) => {
    const before = plain.slice(0, index).filter((other) => other === anchor).length;
    return before === 0 ? anchor : `${anchor}-${String(before)}`;
  });
}

test.each(pages)('%s', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));
  const broken = links.filter((target) => {
    const [file = '', anchor] = target.split('#');
    const found = file === '' ? page : path.join(path.dirname(page), file);
    if (!fs.existsSync(path.join(repository, found))) return true;
    return anchor !== undefined && !anchorsOf(found).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test('every page can be reached from README.md', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    const targets = [...textOf(page).matchAll(/\]\(([^)#\s]+\.md)(?:#[^)]*)?\)/gu)].map(([, target = '']) =>
      path.join(path.dirname(page), target),
    );
    for (const target of targets.filter((one) => fs.existsSync(path.join(repository, one)))) reached.add(target);
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

/** Jekyll, which makes a site of the documents, would take these for commands. */
test.each(pages)('%s has nothing that a site generator would run', (page) => {
  expect(fs.readFileSync(path.join(repository, page), 'utf8')).not.toMatch(/\{\{|\{%/u);
});
