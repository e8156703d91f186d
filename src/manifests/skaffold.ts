import { readYaml } from './yaml/read.js';

/** An image that skaffold builds. */
export interface Artifact {
  readonly image: string;
  /** Seen from the folder of the file. */
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
}

/** None when the file is no skaffold.yaml. */
export function readSkaffold(text: string): readonly Artifact[] {
  if (!/^apiVersion:\s*["']?skaffold\//mu.test(text)) return [];
  return readYaml(text).flatMap((root) => {
    const artifacts = root.at('build', 'artifacts')?.items ?? [];
    return artifacts.flatMap((item) => {
      const image = item.get('image')?.text;
      const dockerfile = item.at('docker', 'dockerfile')?.text;
      const target = item.at('docker', 'target')?.text;
      if (image === undefined) return [];
      const context = item.get('context')?.text ?? '.';
      return [{ image, context, ...(dockerfile !== undefined && { dockerfile }), ...(target !== undefined && { target }) }];
    });
  });
}
