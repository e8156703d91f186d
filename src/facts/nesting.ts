/** How deep brackets may nest before the native parser is no longer asked. */

/**
 * oxc-parser recurses on the native stack, and its end is a crash of the whole process that nothing can catch: measured with
 * 0.158, at about 8,000 nested functions on the main thread, half of that in a worker. People's code stays below 100.
 */
const DEEPEST = 1000;

const [OPEN_ROUND, CLOSE_ROUND, OPEN_SQUARE, CLOSE_SQUARE, OPEN_CURLY, CLOSE_CURLY] = [0x28, 0x29, 0x5b, 0x5d, 0x7b, 0x7d];

/** Counts brackets in strings and comments too: cheap, and wrong only for texts that nobody writes. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length && depth <= DEEPEST; index += 1) {
    const code = text.charCodeAt(index);
    if (code === OPEN_ROUND || code === OPEN_SQUARE || code === OPEN_CURLY) depth += 1;
    else if (depth > 0 && (code === CLOSE_ROUND || code === CLOSE_SQUARE || code === CLOSE_CURLY)) depth -= 1;
  }
  return depth > DEEPEST;
}
