import { chainOf } from '../../../src/manifests/command/trace.js';
import type { Chain, Surroundings } from '../../../src/manifests/command/chain.js';
import { wordsOf } from '../../../src/manifests/command/words.js';
import type { Shell } from '../../../src/manifests/docker/base-images.js';
import { verbatim } from '../../../src/manifests/placed-text.js';

export interface Told {
  readonly shell?: Shell;
  readonly files?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly yarn?: number;
}

/** The chain of words that stand one after another in a file called `command`, in the folder /app. */
export function trace(words: readonly string[], told: Told = {}): Chain {
  let start = 0;
  const placed = words.map((word) => {
    const text = verbatim(word, start);
    start += word.length + 1;
    return text;
  });
  return chainOf(wordsOf('command', placed), surroundings(told), '/app');
}

export function surroundings({ shell = 'dash', files = {}, scripts = {}, yarn = 1 }: Told): Surroundings {
  const placed = new Map(Object.entries(scripts).map(([name, text]) => [name, verbatim(text, 0)]));
  return {
    shell,
    variables: new Map(),
    script: (path) => {
      const name = path.replace(/^(?:\/app|\.)\//u, '');
      const text = files[name];
      return text === undefined ? undefined : { file: name, text: verbatim(text, 0) };
    },
    packageAt: () => ({ file: 'package.json', folder: '', scripts: placed, yarn }),
  };
}
