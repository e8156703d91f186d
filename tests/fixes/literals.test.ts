/** What of a text is no code, however long and odd the text is. */
import { describe, expect, it } from 'vitest';
import { literalsIn } from '../../src/fixes/literals.js';

function partsIn(text: string): readonly string[] {
  return literalsIn(text).map(({ part }) => part);
}

describe('literals and comments', () => {
  it.each<readonly [string, readonly string[]]>([
    [`a('b', "c", \`d\`)`, ["'b'", '"c"', '`d`']],
    [`'it\\'s' + "\\""`, ["'it\\'s'", '"\\""']],
    ['a /* b */ / c // d\n/ e', ['/* b */', '// d']],
    ['x = /[/"]+\\//u.test(y)', ['/[/"]+\\//']],
    ['return /a/', ['/a/']],
    ['a / b / c', []],
    [`/* ' */ "/*" // "`, [`/* ' */`, '"/*"', '// "']],
  ])('%j', (text, expected) => {
    expect(partsIn(text)).toEqual(expected);
  });

  it('have an end', () => {
    expect(partsIn("<p>don't</p>\nf('a')")).toEqual(["'a'"]);
    expect(partsIn('<p>`</p>')).toEqual([]);
    expect(partsIn('<p>/* no</p>\nf("a")')).toEqual(['"a"']);
    expect(partsIn('} / [\nf(/a/)')).toEqual(['/a/']);
  });

  it.each(["\\'", '\\"', '\\`', '/*\n', '![/', "\\'\\`", ' /[', '"\\\n'])('are found in a long text of %j', (unit) => {
    const started = performance.now();
    literalsIn(unit.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
