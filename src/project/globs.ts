import { matchesWildcards } from '../manifests/wildcards.js';

/** Whether a file is one that a pattern means: `*` and `?` stand for characters of a name, `**` for any folders. Both absolute. */
export function matchesGlob(file: string, pattern: string): boolean {
  const parts = partsOf(file);
  const read = partsOf(pattern).reduce((starts, wanted) => afterPart(parts, starts, wanted), [0]);
  return read.includes(parts.length);
}

function partsOf(text: string): readonly string[] {
  return text.split(/[/\\]/u).filter((part) => part !== '');
}

/** How many parts may have been read after one more part of the pattern. */
function afterPart(parts: readonly string[], starts: readonly number[], wanted: string): number[] {
  const first = Math.min(...starts);
  if (wanted === '**') return [...parts.keys(), parts.length].filter((count) => count >= first);
  return starts.flatMap((start) => {
    const part = parts[start];
    return part !== undefined && matchesWildcards(part, wanted) ? [start + 1] : [];
  });
}
