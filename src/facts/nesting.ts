/** How deep a text may nest before the native parser is no longer asked. */

/**
 * oxc-parser recurses on the native stack, and its end is a crash of the whole process that nothing can catch: measured with
 * 0.154, beyond 5,000 levels on the main thread, half of that in a worker. People's code stays below 100.
 */
const DEEPEST = 1000;

const [OPENING, CLOSING] = ['([{', ')]}'];
/** What nests without a bracket: types in types, arrow functions, assignments, conditions. Counted from one separator to the next. */
const NESTING = '<=?';
const SEPARATING = ';,}';

/** Counts brackets in strings and comments too: cheap, and wrong only for texts that nobody writes. */
export function isNestedTooDeep(text: string): boolean {
  if (text.split('else if').length > DEEPEST) return true;
  let depth = 0;
  let chain = 0;
  for (let index = 0; index < text.length; index += 1) {
    const effect = EFFECTS[text.charCodeAt(index)] ?? 0;
    if (effect === 0) continue;
    if (effect & OPENS) depth += 1;
    if (effect & CLOSES && depth > 0) depth -= 1;
    if (effect & NESTS) chain += 1;
    if (effect & SEPARATES || (effect & ENDS_LINE && endsStatement(text, index))) chain = 0;
    if (depth > DEEPEST || chain > DEEPEST) return true;
  }
  return false;
}

/** Characters of white space to look across: keeps the whole linear. */
const WIDEST_GAP = 200;
const [OPENS, CLOSES, NESTS, SEPARATES, ENDS_LINE] = [1, 2, 4, 8, 16] as const;
const EFFECTS = new Uint8Array(128);
for (const [characters, effect] of [
  [OPENING, OPENS],
  [CLOSING, CLOSES],
  [NESTING, NESTS],
  [SEPARATING, SEPARATES],
  ['\n', ENDS_LINE],
] as const) {
  for (const character of characters) EFFECTS[character.charCodeAt(0)] = (EFFECTS[character.charCodeAt(0)] ?? 0) | effect;
}

/** Without semicolons a line ends its statement unless an operator stands at the break, and before a word that begins another. */
function endsStatement(text: string, lineEnd: number): boolean {
  BEGINNING.lastIndex = lineEnd + 1;
  if (BEGINNING.test(text)) return true;
  return !/[<>=?:]/u.test(`${characterBeside(text, lineEnd, -1)}${characterBeside(text, lineEnd, 1)}`);
}

/** At the start of a line; no expression contains one of these words. */
const BEGINNING = /(?:export|const|return|throw) /uy;

function characterBeside(text: string, index: number, step: 1 | -1): string {
  let beside = index + step;
  for (let looked = 0; looked < WIDEST_GAP && text.charCodeAt(beside) <= 0x20; looked += 1) beside += step;
  return text.charAt(beside);
}
