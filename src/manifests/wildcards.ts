/**
 * Whether the text is what a pattern with `*` (any characters) and `?` (any one) says, in time that grows with both: a regular
 * expression of many wildcards can take for ever.
 */
export function matchesWildcards(text: string, pattern: string): boolean {
  let [at, wanted] = [0, 0];
  let last: { readonly star: number; from: number } | undefined;
  while (at < text.length) {
    const next = pattern[wanted];
    if (next === '*') {
      last = { star: wanted, from: at };
      wanted += 1;
    } else if (next !== undefined && (next === '?' || next === text[at])) {
      at += 1;
      wanted += 1;
    } else if (last) {
      last.from += 1;
      at = last.from;
      wanted = last.star + 1;
    } else return false;
  }
  return /^\**$/u.test(pattern.slice(wanted));
}
