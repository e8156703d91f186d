/** Where a declaration for the whole module goes. */
import { expect, it } from 'vitest';
import { topPosition } from '../../src/fixes/top-position.js';
import { factsOf } from '../facts/notation.js';

/** The line before which it would stand; `here` is the place that asks. */
function lineBefore(text: string): string | undefined {
  const source = { path: 'main.js', text, facts: factsOf(text, 'main.js') };
  const at = text.indexOf('here');
  const position = topPosition(source, [at, at + 4]);
  return position === undefined ? undefined : text.slice(position).split('\n')[0];
}

it.each([
  ['const a = 1;\nhere();\n', 'here();'],
  ['const a = 1;\nfunction b() {\n  here();\n}\n', 'function b() {'],
  ['// licence\n\nconst a = 1;\n\n// why\n// and how\nhere();\n', '// why'],
  ['// licence\n\nhere();\n', 'here();'],
  ['/**\n * What.\n */\nhere();\n', '/**'],
  ['f(`\nno(`);\nif (a) {\n  b();\n}\nelse {\n  here();\n}\n', 'if (a) {'],
  ['@a()\n@b\nclass C {\n  d() {\n    here();\n  }\n}\n', '@a()'],
])('%j', (text, line) => {
  expect(lineBefore(text)).toBe(line);
});

it('is found in a long file', () => {
  const text = `${'f(a, [b]);\n'.repeat(40_000)}here();\n`;
  const source = { path: 'main.js', text, facts: factsOf('', 'main.js') };
  const started = performance.now();
  expect(topPosition(source, [text.length - 8, text.length - 4])).toBe(text.length - 8);
  expect(performance.now() - started).toBeLessThan(3000);
});
