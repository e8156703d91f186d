import { expect, test } from 'vitest';
import { readShell } from '../../../src/manifests/command/shell-text.js';
import { verbatim } from '../../../src/manifests/placed-text.js';

const read = (text: string, variables = new Map<string, string>()): ReturnType<typeof readShell> =>
  readShell(verbatim(text, 0), 'start.sh', variables);

test('words, as the program sees them', () => {
  const shell = read('#!/bin/sh\nA=1 exec node "$DIR/main.js" \'a b\' $UNKNOWN "$@"\n', new Map([['DIR', '/srv']]));
  const [command] = shell?.commands ?? [];
  expect(command?.words.map(({ text }) => text)).toEqual(['node', '/srv/main.js', 'a b', undefined, '$@']);
  expect([shell?.interpreter, command?.isExec, command?.hasMore, command?.position]).toEqual(['/bin/sh', true, true, 'last']);
});

test.each([
  ['a; b', ['inner', 'last']],
  ['a && b', ['inner', 'last']],
  ['a || b', ['inner', 'inner']],
  ['a | b', ['inner', 'inner']],
  ['a & b', ['background', 'last']],
  ['a >x', ['last, redirected']],
  ['{ a; }', ['last in a block']],
  ['(a)', ['inner']],
  ['if a; then b; else c; fi', ['inner', 'last in a block', 'last in a block']],
  ['case x in y) a;; esac', ['last in a block']],
  ['while true; do a; done', ['inner']],
  ['f() { a; }\nb', ['last']],
])('%s', (text, positions) => {
  expect(read(text)?.commands.map(({ position }) => position)).toEqual(positions);
});

test.each([
  ['a "$@"', ['a web 80']],
  ['shift; a "$@" $2', ['a 80 ']],
  ['shift 2; exec "$@"', []],
  ['X=$1; case $X in web) a;; *) b;; esac', ['a']],
  ['case $1 in w*) a;; web) b;; esac', ['a', 'b']],
  ['case $1 in web) a;& x) b;; esac', ['a', 'b']],
  ['case $1 in x) a;; y|web) b;; esac', ['b']],
  ['case $1 in x) a;; y) b;; esac', ['a', 'b']],
  ['X=$1; if a; then X=b; fi; case $X in web) c;; *) d;; esac', ['a', 'c', 'd']],
  ['X=$1; X+=b; case $X in web) c;; *) d;; esac', ['c', 'd']],
  ['f() { a "$@" $1; }; b', ['b']],
])('arguments web 80: %s', (text, commands) => {
  const place = { file: 'Dockerfile', span: [0, 0] } as const;
  const args = ['web', '80'].map((one) => ({ text: one, place }));
  const found = readShell(verbatim(text, 0), 'start.sh', new Map(), args)?.commands ?? [];
  const names = found.filter(({ words }) => words[0]?.text !== 'shift');
  const told = (command: (typeof names)[number]): string =>
    command.words
      .flatMap((word) => (word.text === '$@' ? (command.args ?? []) : [word]))
      .map(({ text: one }) => one)
      .join(' ');
  expect(names.map(told)).toEqual(commands);
});

test.each(['if', 'a "', '\0', 'echo a\n'.repeat(10_000)])('what is no shell text is none: %#', (text) => {
  expect(read(text)).toBeUndefined();
});

test.each(['('.repeat(49_000), '$('.repeat(20_000), 'a | '.repeat(12_000), 'cat <<E\n'.repeat(6000), 'if a; then '.repeat(4000)])(
  'a text made to be slow is read in no time: %#',
  (text) => {
    const started = process.cpuUsage();
    read(text);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  },
);
