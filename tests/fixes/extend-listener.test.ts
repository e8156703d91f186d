import { describe, expect, it } from 'vitest';
import type { CallValue } from '../../src/facts/module-facts.js';
import { allValues } from '../../src/facts/walk.js';
import { extendListener } from '../../src/fixes/extend-listener.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

function extended(text: string, piece: string, path = 'main.js'): string | undefined {
  const source = sourceOf(text, path);
  const [start, end] = spanOf(source, piece);
  const values = source.facts.functions.flatMap(({ body }) => allValues(body));
  const call = values.find((value): value is CallValue => value.kind === 'call' && value.span[0] === start && value.span[1] === end);
  return call && apply(source, extendListener(source, call));
}

describe('extendListener', () => {
  it('registers a function by name for both', () => {
    expect(extended(`process.on('SIGINT', quit);\n`, `process.on('SIGINT', quit)`)).toBe(
      `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, quit);\n`,
    );
  });

  it('keeps the style of the file, and a name that stands in the listener', () => {
    const before = code`
      function setup() {
        process.once("SIGINT", (signal) => {
          stop(signal)
        })
      }
    `;
    expect(extended(before, before.slice(before.indexOf('process'), before.indexOf('})') + 2))).toBe(code`
      function setup() {
        for (const name of ["SIGINT", "SIGTERM"]) process.once(name, (signal) => {
          stop(signal)
        })
      }
    `);
  });

  it('tells TypeScript that the names are no mere strings', () => {
    expect(extended(`process.on('SIGINT', quit);\n`, `process.on('SIGINT', quit)`, 'main.ts')).toBe(
      `for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, quit);\n`,
    );
  });

  it('leaves alone what is chained, and a name that is not seen', () => {
    expect(extended(`process.on('SIGINT', quit).on('exit', log);\n`, `process.on('SIGINT', quit)`)).toBeUndefined();
    expect(extended(`process.on(INT, quit);\n`, `process.on(INT, quit)`)).toBeUndefined();
  });
});
