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
