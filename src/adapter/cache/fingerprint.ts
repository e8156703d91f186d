import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { listManifests } from '../../project/deployment/listing.js';
import { exists, foldersAbove, list, readFile, stampOf, type Stamp } from '../../project/disk.js';
import { answerTo } from '../answers.js';
import { KeptAnswers } from './kept-answers.js';
import { rootOf } from '../../project/roots.js';
import { listSources } from '../../project/sources.js';

/** What one run says of the files stays true for so long, while it asks for one configuration after the other. Milliseconds. */
const ONE_RUN = 1000;

let known: { readonly folder: string; readonly at: number; readonly text: string } | undefined;

/**
 * A setting that is another whenever a finding may be. ESLint's `--cache` knows a file by its own text and its configuration, as JSON,
 * and it asks for that only when there is a cache. `toJSON` must be a property of the object itself: what ESLint merges
 * settings into has no prototype.
 */
export function fingerprintSetting(): { readonly toJSON: () => { readonly files: string } } {
  return { toJSON: () => ({ files: fingerprintOf(process.cwd()) }) };
}

function fingerprintOf(folder: string): string {
  const now = performance.now();
  if (known?.folder === folder && now - known.at < ONE_RUN) return known.text;
  const text = KeptAnswers.of(folder)?.fingerprint(answerTo, () => stampsBelow(folder)) ?? stampsBelow(folder);
  known = { folder, at: performance.now(), text };
  return text;
}

/** All that findings may depend on: manifests by what they say, for they are few, and code by size and time of change. */
function stampsBelow(folder: string): string {
  const inside = path.join(folder, 'package.json');
  const root = foldersAbove(inside).find((one) => exists(path.join(one, '.git'))) ?? rootOf(inside)?.dir ?? folder;
  const { files, packages } = listSources(root);
  const configured = packages.flatMap((one) =>
    list(one)
      .filter(({ name }) => /^[jt]sconfig.*\.json$/u.test(name))
      .map(({ name }) => path.join(one, name)),
  );
  const hash = createHash('sha256');
  for (const file of [...files, ...configured]) hash.update(`${file}\0${stamped(stampOf(file))}\n`);
  for (const { path: file } of listManifests(root).files) {
    const { stamp, text } = readFile(file);
    hash.update(`${file}\0${text ?? stamped(stamp)}\n`);
  }
  return hash.digest('base64url');
}

function stamped(stamp: Stamp | undefined): string {
  return stamp ? `${String(stamp.size)} ${String(stamp.modified)}` : '';
}
