/** How deep brackets may nest before the native parser is no longer asked. */

/**
 * oxc-parser recurses on the native stack, and its end is a crash of the whole process that nothing can catch: measured with
 * 0.158, at about 8,000 nested functions on the main thread, half of that in a worker. People's code stays below 100.
 */
const DEEPEST = 1000;

const OPENING = new Set([...'([{'].map((bracket) => bracket.charCodeAt(0)));
const CLOSING = new Set([...')]}'].map((bracket) => bracket.charCodeAt(0)));

/** Counts brackets in strings and comments too: cheap, and wrong only for texts that nobody writes. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length && depth <= DEEPEST; index += 1) {
    const code = text.charCodeAt(index);
    if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth = Math.max(0, depth - 1);
  }
  return depth > DEEPEST;
}
