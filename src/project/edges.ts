/** Finds import specifiers by their text alone. Comments and strings may add some; that costs time, never an answer. */
const SPECIFIERS = [
  /\b(?:import|export)\b(?!\s+type\b(?!\s*(?:from|,)))[^'"`;()]{0,2000}?\bfrom\s*['"]([^'"\n]+)['"]/gu,
  /\bimport\s*['"]([^'"\n]+)['"]/gu,
  /\b(?:require|import)\s*\(\s*['"`]([^'"`\n]+)['"`]/gu,
];

/** The specifiers of a text, without those of `import type`. */
export function specifiersIn(text: string): readonly string[] {
  return [...new Set(SPECIFIERS.flatMap((expression) => [...text.matchAll(expression)].flatMap((match) => match[1] ?? [])))];
}
