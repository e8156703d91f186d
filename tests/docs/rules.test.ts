import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.js';
import type { RuleModule } from '../../src/adapter/rule-module.js';
import { lintBlock, markedPlaces, type Reported } from './lint-block.js';
import { pageNames, readPage, readReadme } from './pages.js';

const SECTIONS = ['What it reports', 'What a user of the service sees', 'Wrong', 'Right', 'Options', 'Limits'];

test('every rule has a page and every page belongs to a rule', () => {
  expect(pageNames()).toEqual(Object.keys(rules).sort());
});

describe.each(Object.entries(rules))('%s', (name, rule) => {
  const { docs } = rule.meta;

  test('has a row in the table of the README', () => {
    const preset = docs.recommended ? 'recommended' : docs.preset;
    expect(readReadme()).toContain(`\n| [\`${name}\`](docs/rules/${name}.md) | ${docs.description} | ${String(preset)} |\n`);
  });

  test('has a page that agrees with its metadata', () => {
    const page = readPage(name);
    expect(page.title).toBe(`# ${name}`);
    expect(page.head).toEqual([`${docs.description}.`, summaryOf(rule)]);
    expect(page.sections).toEqual(SECTIONS);
  });

  const blocks = pageNames().includes(name) ? readPage(name).blocks : [];
  const wrong = blocks.filter(({ section }) => section === 'Wrong');
  const right = blocks.filter(({ section }) => section === 'Right');

  test('shows two wrong services and a right one', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(2);
    expect(right.length).toBeGreaterThanOrEqual(1);
  });

  test.each(wrong)('is reported where the wrong service at line $line says', async (block) => {
    const found = await lintBlock(block);
    expect(found.filter(isSyntax)).toEqual([]);
    const places = found.filter((one) => one.rule === name).map(({ place }) => place);
    expect(markedPlaces(block).length).toBeGreaterThan(0);
    expect([...new Set(places)].sort(), JSON.stringify(found, undefined, 1)).toEqual([...markedPlaces(block)].sort());
  });

  /** Rules of `strict` ask more than most examples show. */
  test.each(right)('and every recommended rule are silent on the right service at line $line', async (block) => {
    const found = await lintBlock(block);
    expect(found.filter((one) => isSyntax(one) || one.rule === name || rules[one.rule]?.meta.docs.recommended === true)).toEqual([]);
    expect(markedPlaces(block)).toEqual([]);
  });
});

function isSyntax({ rule }: Reported): boolean {
  return rule === 'syntax';
}

const CONFIGS: Readonly<Record<string, string>> = {
  true: 'In `recommended` and `strict`.',
  strict: 'In `strict`.',
  manifests: 'In `manifests`.',
  'strict-manifests': 'In `all`.',
};

/** Where the rule is switched on, and what it offers. */
function summaryOf({ meta }: RuleModule): string {
  const configs = CONFIGS[String(meta.docs.preset)] ?? '';
  const repairs = meta.fixable ? 'Fixes on its own what is certain and offers suggestions for the rest.' : 'Offers suggestions.';
  return `${configs} ${repairs}`;
}
