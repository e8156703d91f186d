import { createRequire } from 'node:module';
import type Semver from 'semver';

const require = createRequire(import.meta.url);
let semver: typeof Semver | undefined;

/** Whether a dependency range of package.json can mean one of the versions that a catalogue entry speaks of. Unreadable ranges (`workspace:*`, `latest`) mean the newest. */
export function versionMatches(range: string, versions: string): boolean {
  semver ??= require('semver') as typeof Semver;
  const wanted = semver.validRange(range.replace(/^(?:workspace|npm|catalog):/u, ''), true);
  if (wanted === null || wanted === '*') return semver.subset('>=9999', versions);
  return semver.intersects(wanted, versions, { includePrerelease: true });
}
