import type { Item } from './yaml/item.js';
import { readYaml } from './yaml/read.js';

/** What a file says of how an image is built. Paths are relative to it. */
export interface BuildFact {
  /** References of the image, as far as they are known: `shop/api`. */
  readonly image: string | undefined;
  /** What Compose calls the service. */
  readonly service: string | undefined;
  readonly context: string;
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
}

/** The builds of a Compose or Skaffold file. */
export function readBuilds(text: string): readonly BuildFact[] {
  if (!/^\s*["']?(?:services|artifacts|apiVersion)["']?\s*:/mu.test(text)) return [];
  return readYaml(text).flatMap((root) => [...composeBuilds(root), ...skaffoldBuilds(root)]);
}

function composeBuilds(root: Item): readonly BuildFact[] {
  if (root.has('kind')) return [];
  return (root.get('services')?.entries ?? []).flatMap(({ key, item }) => {
    const build = item.get('build');
    const context = build?.text ?? build?.get('context')?.text;
    if (!build || (context === undefined && build.kind !== 'map')) return [];
    return [
      {
        image: item.get('image')?.raw,
        service: key,
        context: context ?? '.',
        dockerfile: build.get('dockerfile')?.text,
        target: build.get('target')?.text,
      },
    ];
  });
}

function skaffoldBuilds(root: Item): readonly BuildFact[] {
  if (!/^skaffold\//u.test(root.get('apiVersion')?.text ?? '')) return [];
  return (root.at('build', 'artifacts')?.items ?? []).map((artifact) => ({
    image: artifact.get('image')?.raw,
    service: undefined,
    context: artifact.get('context')?.text ?? '.',
    dockerfile: artifact.at('docker', 'dockerfile')?.text,
    target: artifact.at('docker', 'target')?.text,
  }));
}

/** The last part of an image's path, without tag and digest; undefined with a variable in it. */
export function imageName(reference: string): string | undefined {
  const last =
    reference
      .replaceAll(/\$\{[^}]*\}|\$\w+|\{\{.*?\}\}/gu, HOLE)
      .split('/')
      .at(-1) ?? '';
  const [name = ''] = last.split(/[:@]/u);
  return name === '' || name.includes(HOLE) ? undefined : name;
}

const HOLE = '\0';
