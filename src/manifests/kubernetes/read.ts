import type { Item } from '../yaml/item.js';
import { readYaml } from '../yaml/read.js';
import type { Values } from '../yaml/source.js';
import { kustomizationFact } from './kustomize.js';
import type { KubernetesFile } from './model.js';
import { objectName, routeFact, serviceFact, workloadFact } from './objects.js';

/** Looked for in the text before anything is parsed: most YAML files of a repository are something else. */
const OBJECT = /["']?\bkind["']?\s*:|^(?:resources|bases|patches|patchesStrategicMerge)\s*:/mu;
const MOST_OBJECTS = 2000;

const NOTHING: KubernetesFile = { workloads: [], services: [], routes: [], budgets: [], kustomizations: [] };

/** The objects in a text, those of lists included. Values are those of the chart it stands in. */
export function readKubernetes(text: string, values?: Values): KubernetesFile {
  if (!OBJECT.test(text)) return NOTHING;
  const objects = readYaml(text, values).flatMap(objectsIn).slice(0, MOST_OBJECTS);
  return {
    workloads: objects.flatMap((object) => workloadFact(object) ?? []),
    services: objects.flatMap((object) => serviceFact(object) ?? []),
    routes: objects.flatMap((object) => routeFact(object) ?? []),
    budgets: objects.filter((object) => object.get('kind')?.text === 'PodDisruptionBudget').map(objectName),
    kustomizations: objects.filter(isKustomization).map(kustomizationFact),
  };
}

/** A list of objects is its elements, and so is a Template of OpenShift. */
function objectsIn(root: Item): readonly Item[] {
  const kind = root.get('kind')?.text;
  if (kind === 'Template') return (root.get('objects')?.items ?? []).flatMap(objectsIn);
  return kind?.endsWith('List') === true ? (root.get('items')?.items ?? []).flatMap(objectsIn) : [root];
}

function isKustomization(item: Item): boolean {
  const kind = item.get('kind')?.text;
  if (kind !== undefined) return kind === 'Kustomization' || kind === 'Component';
  return item.get('resources')?.kind === 'list' || item.get('patches')?.kind === 'list' || item.get('bases')?.kind === 'list';
}
