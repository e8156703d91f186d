import type { CST, Document } from 'yaml';
import { Item } from './item.js';
import { yamlLibrary } from './library.js';
import { maskTemplates } from './mask.js';
import { YamlSource, type Values } from './source.js';

/** Larger texts are data. Characters. */
const LARGEST = 500_000;
const MOST_DOCUMENTS = 2000;
/** A text with more mistakes is something else. */
const MOST_ERRORS = 500;
/** A bracket can be put into a bracket this often; nobody writes so, and parsers recurse. */
const DEEPEST = 200;

const OPTIONS = {
  // Every scalar is a text: what is a number depends on who reads it. Nothing is ever turned into values as a whole, since
  // aliases can multiply beyond any memory.
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  strict: false,
} as const;

/** How many mistakes a parser sees in the text. */
export function errorsIn(text: string): number {
  const documents = documentsIn(maskTemplates(text).text);
  return documents?.reduce((sum, { errors }) => sum + errors.length, 0) ?? Infinity;
}

/** The root of each document of a YAML or JSON text; none when nothing sensible stands there. */
export function readYaml(text: string, values: Values = () => undefined): readonly Item[] {
  if (text.length > LARGEST || isTooDeep(text) || hasTooMany(text)) return [];
  const masked = maskTemplates(text);
  try {
    return documentsIn(masked.text)?.flatMap((document) => rootOf(new YamlSource(text, masked, values, document), document)) ?? [];
  } catch {
    return [];
  }
}

/** Undefined for a text of mistakes: each of them costs time. */
function documentsIn(text: string): readonly Document.Parsed[] | undefined {
  const { Composer, Parser } = yamlLibrary();
  const tokens: CST.Token[] = [];
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') errors += 1;
    if (errors > MOST_ERRORS) return undefined;
    tokens.push(token);
  }
  return [...new Composer(OPTIONS).compose(tokens)];
}

function rootOf(source: YamlSource, { contents }: Document.Parsed): readonly Item[] {
  return contents ? [new Item(source, [contents.range[0], contents.range[1]], contents)] : [];
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text.matchAll(/[[\]{}]/gu)) {
    depth += character[0] === '[' || character[0] === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

function hasTooMany(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\n---'); at >= 0 && count <= MOST_DOCUMENTS; at = text.indexOf('\n---', at + 1)) count += 1;
  return count > MOST_DOCUMENTS;
}
