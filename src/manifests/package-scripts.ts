import type { PlacedText } from './placed-text.js';
import { placedText } from './yaml/placed.js';
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
  const [root] = text.trimStart().startsWith('{') ? readYaml(text) : [];
  if (!root) return undefined;
  const scripts = (root.get('scripts')?.entries ?? []).flatMap(({ key, item }) => {
    const placed = placedText(item);
    return placed ? [[key, placed] as const] : [];
  });
  const manager = root.get('packageManager')?.raw;
  return { scripts: Object.fromEntries(scripts), ...(manager !== undefined && { manager }) };
}
