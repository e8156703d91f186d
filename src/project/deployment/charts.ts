import path from 'node:path';
import type { Item } from '../../manifests/yaml/item.js';
import { readYaml, type Values } from '../../manifests/yaml/read.js';
import type { Deployment } from './deployment.js';

/** The folder of the Helm chart that a file is a template of. */
export function chartOf(deployment: Deployment, file: string): string | undefined {
  const at = file.lastIndexOf(`${path.sep}templates${path.sep}`);
  if (at < 0) return undefined;
  const folder = file.slice(0, at);
  return deployment.files.some((one) => one.path === path.join(folder, 'Chart.yaml')) ? folder : undefined;
}

/** What the chart's `values.yaml` says. What another file of values beside it says otherwise is not known. */
export function valuesOf(deployment: Deployment, chart: string): Values {
  const files = deployment.files.filter(
    ({ path: file }) => path.dirname(file) === chart && /^values\b.*\.ya?ml$/u.test(path.basename(file)),
  );
  const roots = files.map(({ path: file }) => deployment.read(file, readYaml)?.[0]);
  const main = deployment.read(path.join(chart, 'values.yaml'), readYaml)?.[0];
  return (dotted) => {
    const value = lookUp(main, dotted);
    const others = roots.flatMap((root) => lookUp(root, dotted) ?? []);
    return others.every((other) => other === value) ? value : undefined;
  };
}

function lookUp(root: Item | undefined, dotted: string): string | undefined {
  return root?.at(...dotted.split('.'))?.text;
}
