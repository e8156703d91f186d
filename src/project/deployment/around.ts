import type { Service } from '../service.js';
import { deploymentOf } from './current.js';
import type { Deployment } from './deployment.js';

/** What the manifests of its repository say, for rules of code; undefined for a file that belongs to no package. */
export function deploymentAround({ workspace, settings }: Service): Deployment | undefined {
  return workspace.packages.length === 0 ? undefined : deploymentOf(workspace.boundary, settings);
}
