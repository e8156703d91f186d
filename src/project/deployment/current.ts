import { serviceOf } from '../analysis.js';
import { contained } from '../containment.js';
import type { ProjectSettings } from '../settings.js';
import { Deployment, type ServiceFinder } from './deployment.js';
import { ManifestFiles } from './manifest-files.js';

const findService: ServiceFinder = (workspace, settings) =>
  contained(workspace, settings, 'analysis', () => serviceOf(workspace, settings));

const deployments = new Map<string, Deployment>();

/** Frees the programs that deployments were joined with. */
export function forgetDeployments(): void {
  deployments.clear();
}

/** The deployment that a root's manifests describe; made again when a file that it has read has changed. */
export function deploymentOf(root: string, settings: ProjectSettings, live?: { readonly file: string; readonly text: string }): Deployment {
  const manifests = ManifestFiles.of(root);
  if (live) manifests.setLive(live.file, live.text);
  manifests.refresh();
  const known = deployments.get(root);
  if (known?.settings === settings && known.isCurrent) return known;
  const deployment = new Deployment(manifests, settings, findService);
  deployments.set(root, deployment);
  return deployment;
}
