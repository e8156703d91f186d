/** What is known of the variables of a place in a Dockerfile. */
export interface Variables {
  /** Undefined for a variable whose value only the build knows. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** Whether the image that is built upon may have more of them. */
  readonly isOpen: boolean;
}

const USE = /\\.|\$(?:(\w+)|\{(\w+)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/gsu;

/** A text with its variables filled in as the build does it; undefined when one of them is unknown. */
export function filledIn(text: string, variables: Variables): string | undefined {
  const unknown: string[] = [];
  const filled = text.replace(USE, (whole, bare?: string, braced?: string, operator?: string, word?: string) => {
    const name = bare ?? braced;
    if (name === undefined) return whole.slice(1);
    const value = valueOf(name, operator, word, variables);
    if (value === undefined) unknown.push(name);
    return value ?? '';
  });
  return unknown.length === 0 ? filled : undefined;
}

function valueOf(name: string, operator: string | undefined, word: string | undefined, variables: Variables): string | undefined {
  const value = variables.values.get(name);
  const isKnown = value !== undefined || (!variables.isOpen && !variables.values.has(name));
  if (!isKnown) return undefined;
  const isSet = operator?.startsWith(':') ? Boolean(value) : value !== undefined;
  if (operator?.endsWith('+')) return isSet ? filledIn(word ?? '', variables) : '';
  if (operator?.endsWith('-')) return isSet ? value : filledIn(word ?? '', variables);
  return value ?? '';
}

const PAIR = /(?<![\w.-])([\w.-]+)=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])*)/gsu;

/** `A=1 B="two words"`, and the old `A 1`. */
export function pairsIn(text: string): readonly (readonly [name: string, value: string])[] {
  const old = /^([\w.-]+)\s+(\S.*)?$/su.exec(text);
  if (old?.[1] !== undefined) return [[old[1], unquoted(old[2] ?? '')]];
  return [...text.matchAll(PAIR)].map((match) => [match[1] ?? '', unquoted(match[2] ?? '')]);
}

function unquoted(value: string): string {
  const quotes = /\\.|"((?:[^"\\]|\\.)*)"|'([^']*)'/gsu;
  return value.replace(quotes, (whole: string, double?: string, single?: string) => double ?? single ?? whole);
}
