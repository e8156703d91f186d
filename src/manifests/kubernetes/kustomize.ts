import type { Item } from '../yaml/item.js';
import type { KustomizationFact, PatchFact } from './model.js';

/** `kustomization.yaml`: what it takes from elsewhere, and what it changes in it. */
export function kustomizationFact(item: Item): KustomizationFact {
  const texts = (key: string): readonly string[] => (item.get(key)?.items ?? []).flatMap(({ text }) => text ?? []);
  const listed = [...(item.get('patches')?.items ?? []), ...(item.get('patchesJson6902')?.items ?? [])].map(patchFact);
  const merged = (item.get('patchesStrategicMerge')?.items ?? []).map((one): PatchFact => {
    const text = one.raw ?? '';
    return text.includes('\n')
      ? { path: undefined, inline: text, target: undefined }
      : { path: text, inline: undefined, target: undefined };
  });
  return {
    resources: [...texts('resources'), ...texts('bases'), ...texts('components')],
    patches: [...listed, ...merged],
    images: (item.get('images')?.items ?? []).flatMap((image) => {
      const name = image.get('name')?.text;
      return name === undefined ? [] : [{ name, newName: image.get('newName')?.text }];
    }),
  };
}

function patchFact(item: Item): PatchFact {
  const target = item.get('target');
  return {
    path: item.get('path')?.text,
    inline: item.get('patch')?.raw,
    target: target && { kind: target.get('kind')?.text, name: target.get('name')?.text },
  };
}
