/** Without a TypeScript that `@typescript-eslint/parser` can load, TypeScript is read by another parser: the trees must be alike. */
import fs from 'node:fs';
import path from 'node:path';
import * as reference from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { parserWithoutTypeScript } from '../../src/adapter/oxc-typescript-parser.js';
import { repository } from './built.js';

const folders = ['src', 'rules', 'tests/services', 'examples', 'tests/fixtures'];
const files = folders
  .filter((folder) => fs.existsSync(path.join(repository, folder)))
  .flatMap((folder) => {
    const names = fs.readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /(?<!\.d)\.[cm]?tsx?$/u.test(name)).map((name) => path.join(folder, name));
  });

interface Piece {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
  readonly loc?: unknown;
}

/** Words have types that differ by the place: `type` as a name, `get` before a method. */
function piece({ type, value, range, loc }: Piece): unknown {
  return {
    type: /^(?:Keyword|Identifier|Null|Boolean|JSXIdentifier)$/u.test(type) ? 'Word' : type,
    value,
    range: [...range],
    loc: plain(loc),
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function expectSame(text: string, filePath: string): void {
  const theirs = reference.parseForESLint(text, {
    filePath,
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    sourceType: 'module',
    ecmaFeatures: { jsx: true },
  });
  const ours = parserWithoutTypeScript.parseForESLint(text, { filePath });
  expect(ours.ast.tokens.map(piece), filePath).toEqual(theirs.ast.tokens.map(piece));
  expect(
    ours.ast.comments.map((comment) => piece(comment as Piece)),
    filePath,
  ).toEqual(theirs.ast.comments.map(piece));
  const names = ({
    scopeManager,
  }: {
    readonly scopeManager?: { readonly scopes: readonly { readonly variables: readonly { readonly name: string }[] }[] } | null;
  }) => scopeManager?.scopes.slice(1).map(({ variables }) => variables.map(({ name }) => name));
  expect(names(ours), filePath).toEqual(names(theirs));
  expect(plain(ours.ast.body.map(({ type, range, loc }) => ({ type, range, loc }))), filePath).toEqual(
    plain(theirs.ast.body.map(({ type, range, loc }) => ({ type, range, loc }))),
  );
}

test(`the ${String(files.length)} files of this repository`, () => {
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) expectSame(fs.readFileSync(path.join(repository, file), 'utf8').replace(/^#!/u, '//'), file);
});

describe('tokens that are not what they look like', () => {
  test.each([
    ['templates', 'const a = `x${b}y${`in${c}ner`}z`; const d = ``; tag`a${1}`;\n', 'a.ts'],
    [
      'types in types',
      'const a: Array<Array<Set<string>>> = f<Map<string, Set<number>>>(); const b = 8 >> 2 >>> 1; c >>= 2; d = e >= f;\n',
      'a.ts',
    ],
    ['regular expressions', 'const a = /[/"`]+\\/x/giu.test(b) ? 4 / 2 / 1 : /x/; \n', 'a.ts'],
    ['elements', 'const a = <main className="x" {...b}>text &amp; <b>more</b> {c} it\'s `ok`</main>; const f = <><i /></>;\n', 'a.tsx'],
    [
      'private names and decorators',
      'class A { #a = 1; @D({ x: "1" }) get b(): this is A { return #a in this; } static accessor c = 0n; }\n',
      'a.ts',
    ],
    ['line ends', 'const a = 1;\r\nconst b = "\\\r\n";\u2028const c = 1.5e3 + .5 + 0x1F;\n', 'a.ts'],
    ['chains', 'a?.b?.[0]?.(); a ? .5 : 1; a ??= b; a ||= !b; a &&= b ** c; a **= 2; x!.y!; y as const satisfies Z;\n', 'a.ts'],
    ['hashbang', '//usr/bin/env node\nenum A { B = 1 << 3 }\ndeclare module "m" { export = A; }\n', 'a.ts'],
  ])('%s', (_, text, name) => {
    expectSame(text, name);
  });
});

test.each([
  ['const = 1;\n', 1, 7],
  ['\n  class {', 2, 10],
])('%j is an error with a place', (text, lineNumber, column) => {
  expect(() => parserWithoutTypeScript.parseForESLint(text, {})).toThrow(expect.objectContaining({ lineNumber, column }));
});
