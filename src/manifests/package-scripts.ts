import type { PlacedText } from './placed-text.js';
import { placedScalar, placedText } from './yaml/placed.js';
import { readYaml } from './yaml/read.js';

/** What a package.json says of how its package is started. */
export interface PackageText {
  /** What stands between the quotes, by name. */
  readonly scripts: Readonly<Record<string, PlacedText>>;
  /** `yarn@4.1.0`. */
  readonly manager?: string;
}

/** Undefined for what is no package.json. */
export function readPackageText(text: string): PackageText | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  return isJson(text) ? readJson(text) : readTolerantly(text);
}

/** Code is linted with what its package.json says: a whole one is read without waiting for the parser of YAML. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A string, and whether it is a key; or a bracket. One that does not end takes the rest. */
const TOKEN = /(?<string>"(?:[^"\\]|\\.)*(?:"|$))(?<colon>\s*:)?|(?<open>[[{])|[\]}]/gu;

function readJson(text: string): PackageText {
  const path: string[] = [];
  const scripts: (readonly [string, PlacedText])[] = [];
  let manager: string | undefined;
  let key = '';
  for (const { index, groups = {} } of text.matchAll(TOKEN)) {
    const { string, colon, open } = groups;
    if (open !== undefined) path.push(key);
    else if (string === undefined) path.pop();
    else if (colon !== undefined) key = decodedString(string);
    else if (path.length === 1 && key === 'packageManager') manager = decodedString(string);
    else if (path.length === 2 && path[1] === 'scripts')
      scripts.push([key, placedScalar(text, [index, index + string.length], decodedString(string))]);
  }
  return { scripts: Object.fromEntries(scripts), ...(manager !== undefined && { manager }) };
}

function decodedString(literal: string): string {
  return String(JSON.parse(literal));
}

/** One that is being written. */
function readTolerantly(text: string): PackageText | undefined {
  const [root] = readYaml(text);
  if (!root) return undefined;
  const scripts = (root.get('scripts')?.entries ?? []).flatMap(({ key, item }) => {
    const placed = placedText(item);
    return placed ? [[key, placed] as const] : [];
  });
  const manager = root.get('packageManager')?.raw;
  return { scripts: Object.fromEntries(scripts), ...(manager !== undefined && { manager }) };
}
