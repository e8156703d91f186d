/** Finds import specifiers by their text alone. Comments and strings may add some; that costs time, never an answer. */

import { specifierOf } from '../facts/beside.js';

/** `from './db.js'`, whatever stands before. */
const FROM = /\bfrom\s*['"]([^'"\n]+)['"]/gu;
/** With the `from` that follows. */
const CLAUSE = /\b(?:import|export)\b(?!\s+type\b(?!\s*(?:from|,)))/u;
/** Characters; what is between `import` and `from`. */
const LONGEST_CLAUSE = 2000;
const NO_CLAUSE = /['"`;()]/u;

const CALLED = [/\bimport\s*['"]([^'"\n]+)['"]/gu, /\b(?:require|import)\s*\(\s*['"`]([^'"`\n]+)['"`]/gu];

/** `require(path.join(__dirname, 'lib', 'app.js'))`, `require(__dirname + '/app.js')`, and the same in a template. */
const BESIDE = [
  /\b(?:require|import)\s*\(\s*(?:[\w$]+\s*\.\s*)?(?:join|resolve)\s*\(\s*(?:__dirname|import\.meta\.dirname)\s*,([^()\n]*)\)/gu,
  /\b(?:require|import)\s*\(\s*(?:__dirname|import\.meta\.dirname)\s*\+\s*(['"]\/[^'"\n]+['"])/gu,
  /\b(?:require|import)\s*\(\s*(`)\$\{(?:__dirname|import\.meta\.dirname)\}\/([^`$\n]+)`/gu,
];
/** `require(tls ? 'https' : 'http')`. */
const CHOSEN = /\b(?:require|import)\s*\([^()'"`\n]{0,200}\?\s*(['"`])([^'"`\n]+)\1\s*:\s*(['"`])([^'"`\n]+)\3/gu;
const QUOTED = /(['"`])([^'"`\n]*)\1/gu;

/** The specifiers of a text, without those of `import type`. */
export function specifiersIn(text: string): readonly string[] {
  return [...new Set([...specifiersAfterFrom(text), ...specifiersInPlace(text)])];
}

/** Of `require(…)` and `import(…)` alone, which may stand anywhere in an expression. */
export function specifiersInPlace(text: string): readonly string[] {
  const called = CALLED.flatMap((expression) => [...text.matchAll(expression)].flatMap((match) => match[1] ?? []));
  const chosen = [...text.matchAll(CHOSEN)].flatMap(([, , one = '', , other = '']) => [one, other]);
  return [...called, ...chosen, ...specifiersBeside(text)];
}

function specifiersBeside(text: string): readonly string[] {
  const found = BESIDE.flatMap((expression) => [...text.matchAll(expression)]);
  return found.flatMap(([, quoted = '', plain]) => {
    const parts = plain === undefined ? [...quoted.matchAll(QUOTED)].map(([, , part = '']) => part) : [plain];
    return parts.length > 0 ? [specifierOf(parts)] : [];
  });
}

/** One expression for the whole would try each `import` with each `from`. */
function specifiersAfterFrom(text: string): readonly string[] {
  let end = 0;
  return [...text.matchAll(FROM)].flatMap(({ index, 0: whole, 1: specifier = '' }) => {
    const before = text.slice(Math.max(end, index - LONGEST_CLAUSE), index);
    end = index + whole.length;
    const clause = before.split(NO_CLAUSE).at(-1) ?? '';
    return CLAUSE.test(`${clause}from`) ? [specifier] : [];
  });
}
