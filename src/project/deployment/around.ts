import path from 'node:path';
import { exists, foldersAbove } from '../disk.js';
import type { Service } from '../service.js';
import { deploymentOf } from './current.js';
import type { Deployment } from './deployment.js';

/** What the manifests of its repository say, for rules of code; undefined for a file that belongs to no package. */
export function deploymentAround({ workspace, settings }: Service): Deployment | undefined {
  if (workspace.packages.length === 0) return undefined;
  const folders = foldersAbove(path.join(workspace.root, 'package.json'));
  return deploymentOf(folders.find((folder) => exists(path.join(folder, '.git'))) ?? workspace.root, settings);
}
