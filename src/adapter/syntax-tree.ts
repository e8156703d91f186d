/** A node of any syntax tree, or a token: all that completing a tree needs to know of it. */
export interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
}

export interface Comment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** All nodes of a tree, parents first. */
export function nodesOf(root: Node): readonly Node[] {
  const nodes = [root];
  const add = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(add);
    else if (isNode(value)) nodes.push(value);
  };
  for (const node of nodes) Object.values(node).forEach(add);
  return nodes;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'range' in value;
}

/** Where the lines of a text begin. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), (end) => end.index + end[0].length)];
  }

  at(offset: number): Position {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) };
  }
}
