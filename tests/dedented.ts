/** A text as it would stand in a file, from one that is indented with the code around it. */
export function dedented(text: string): string {
  const lines = text.replace(/^\n/u, '').replace(/\n *$/u, '\n').split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */u.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(margin)).join('\n');
}
