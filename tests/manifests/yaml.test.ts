import { expect, test } from 'vitest';
import { readYaml } from '../../src/manifests/yaml/read.js';

const first = (text: string, values?: (path: string) => string | undefined) => {
  const [root] = readYaml(text, values);
  if (!root) throw new Error('no document');
  return root;
};

test('positions are those of the text', () => {
  const text = 'a:\n  b: 12 # twelve\n---\nc: "x"\n';
  const documents = readYaml(text);
  expect(documents).toHaveLength(2);
  const [one, two] = documents;
  expect(one?.at('a', 'b')?.number).toBe(12);
  expect(text.slice(...(one?.at('a', 'b')?.span ?? [0, 0]))).toBe('12');
  expect(text.slice(...(two?.get('c')?.span ?? [0, 0]))).toBe('"x"');
});

test('aliases and merges are looked through, own keys win', () => {
  const root = first('base: &base { grace: 10, name: x }\nlist: &l [1]\na:\n  <<: [*base, { name: y, more: 1 }]\n  grace: 20\nb: *l\n');
  expect(root.at('a', 'grace')?.number).toBe(20);
  expect(root.at('a', 'name')?.text).toBe('x');
  expect(root.at('a', 'more')?.number).toBe(1);
  expect(root.get('b')?.items.map(({ number }) => number)).toEqual([1]);
});

test('an alias stands for the last anchor before it', () => {
  const root = first('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
  expect([root.get('b')?.number, root.get('d')?.number]).toEqual([1, 2]);
});

test('an alias of itself is nothing', () => {
  const root = first('a: &x\n  b: *x\n  c: 1\n');
  expect(root.at('a', 'b', 'b', 'c')?.number).toBe(undefined);
  expect(root.at('a', 'c')?.number).toBe(1);
});

test('what is quoted is a text, what is plain may be a number', () => {
  const root = first('a: "8080"\nb: 8080\nc: yes\nd: 010\ne: ~\nf: !!str 1\n');
  expect([root.get('a')?.number, root.get('a')?.text]).toEqual([undefined, '8080']);
  expect([root.get('b')?.number, root.get('b')?.text]).toEqual([8080, '8080']);
  expect(root.get('c')?.boolean).toBe(true);
});

test('JSON is read too', () => {
  const root = first('{ "a": { "b": ["x", "y"] } }');
  expect(root.at('a', 'b')?.words).toEqual(['x', 'y']);
  expect(root.get('a')?.place?.indent).toBe(-1);
});

test('a variable is not known, but can be seen', () => {
  const root = first('a: ${TIME:-10s}\n');
  expect([root.get('a')?.text, root.get('a')?.raw]).toEqual([undefined, '${TIME:-10s}']);
});

test('templates inside a line are not known, unless the chart says', () => {
  const text = 'a: {{ .Values.grace }}\nb: "x-{{ .Values.a.b | quote }}"\nc: {{ include "x" . }}\nd: {{ .Values.none | default 5 }}\n';
  const values = (path: string): string | undefined => ({ grace: '45', 'a.b': 'y' })[path];
  expect(first(text).get('a')?.kind).toBe('scalar');
  expect(first(text).get('a')?.text).toBe(undefined);
  const root = first(text, values);
  expect(root.get('a')?.number).toBe(45);
  expect(root.get('b')?.text).toBe('x-y');
  expect(root.get('c')?.text).toBe(undefined);
  expect(root.get('d')?.number).toBe(5);
});

test('both ways of a condition are there, and neither is known', () => {
  const root = first('a:\n  {{- if .Values.x }}\n  b: 1\n  {{- else }}\n  b: 2\n  {{- end }}\n  c: 3\n');
  expect(
    root
      .get('a')
      ?.all('b')
      .map(({ number }) => number),
  ).toEqual([1, 2]);
  expect(root.at('a', 'b')?.number).toBe(undefined);
  expect(root.at('a', 'c')?.number).toBe(3);
});

test.each([
  ['nothing but keys', 'a:\n  b: 1\n', true],
  ['a condition around keys', 'a:\n  b: 1\n  {{- if .Values.x }}\n  c: 1\n  {{- end }}\n', true],
  ['a template among the keys', 'a:\n  {{- include "x" . | nindent 2 }}\n  b: 1\n', false],
  ['a template after the keys', 'a:\n  b: 1\n  {{- toYaml .Values.more | nindent 2 }}\nd: 1\n', false],
  ['a template that belongs further in', 'a:\n  b: 1\n  c:\n    {{- toYaml .Values.more | nindent 4 }}\n  d: 1\n', true],
  ['a template that belongs further out', 'a:\n  b: 1\n{{ toYaml .Values.more }}\n', true],
  ['a key that is a template', 'a:\n  b: 1\n  {{ .Values.key }}: 2\n', false],
])('absence may be judged: %s', (_, text, isWhole) => {
  expect(first(text).get('a')?.place?.isWhole).toBe(isWhole);
});

test('a value that a template makes is no empty value', () => {
  const root = first('a:\n  {{- toYaml .Values.probe | nindent 2 }}\nb:\nc: 1\n');
  expect([root.get('a')?.kind, root.get('a')?.isHole]).toEqual(['scalar', true]);
  expect([root.get('b')?.kind, root.get('b')?.isHole]).toEqual(['nothing', false]);
});
