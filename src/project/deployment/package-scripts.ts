import path from 'node:path';
import type { PackageScripts } from '../../manifests/command/chain.js';
import { readPackageText } from '../../manifests/package-scripts.js';
import { exists } from '../disk.js';
import type { Deployment } from './deployment.js';

/** The scripts of the package in a folder of the repository. */
export function packageIn(deployment: Deployment, folder: string): PackageScripts | undefined {
  const file = path.join(folder, 'package.json');
  const text = deployment.read(file, readPackageText);
  if (!text) return undefined;
  const yarn = yarnVersion(deployment, folder, text.manager);
  return { file, folder, scripts: new Map(Object.entries(text.scripts)), ...(yarn !== undefined && { yarn }) };
}

/** The main version of Yarn: later ones leave traces in the folder, or in one above it. */
function yarnVersion(deployment: Deployment, folder: string, manager: string | undefined): number | undefined {
  const named = /^yarn@(\d+)/u.exec(manager ?? '')?.[1];
  if (named !== undefined) return Number(named);
  for (const one of foldersUpTo(deployment.root, folder)) {
    if (exists(path.join(one, '.yarnrc.yml'))) return 2;
    const lock = deployment.read(path.join(one, 'yarn.lock'), isFirstYarn);
    if (lock !== undefined) return lock ? 1 : 2;
  }
  return undefined;
}

function isFirstYarn(lock: string): boolean {
  return lock.includes('# yarn lockfile v1');
}

function foldersUpTo(root: string, folder: string): readonly string[] {
  const above = path.dirname(folder);
  return folder === root || above === folder || !folder.startsWith(root) ? [folder] : [folder, ...foldersUpTo(root, above)];
}
