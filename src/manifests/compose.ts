import type { Span } from '../facts/module-facts.js';
import { commandText, type CommandText } from './command/command-text.js';
import { millisecondsIn } from './duration.js';
import type { Place, Stated } from './stated.js';
import type { Item } from './yaml/item.js';
import { readYaml } from './yaml/read.js';

/** A service of a Compose file, as far as one file tells. */
export interface ComposeService {
  readonly name: string;
  /** Its name. */
  readonly span: Span;
  /** Its fields. */
  readonly place?: Place;
  readonly image?: Stated<string>;
  readonly build?: ComposeBuild;
  readonly command?: CommandText;
  readonly entrypoint?: CommandText;
  /** Whether a command or an entrypoint stands there that cannot be read. */
  readonly isHidden: boolean;
  readonly workdir?: string;
  readonly init?: boolean;
  /** Milliseconds. */
  readonly gracePeriod?: Stated<number>;
  readonly stopSignal?: Stated<string>;
}

export interface ComposeBuild {
  /** As written, seen from the folder of the file. */
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
}

/** The services of a Compose file; none when it is something else. */
export function readCompose(text: string): readonly ComposeService[] {
  if (!/^["']?services["']?\s*:/mu.test(text)) return [];
  const [root] = readYaml(text);
  const services = root?.get('services');
  if (!root || services?.kind !== 'map' || root.has('apiVersion') || root.has('kind')) return [];
  return services.entries.flatMap(({ key, keySpan, item }) => (item.kind === 'map' ? [serviceOf(key, keySpan, item)] : []));
}

function serviceOf(name: string, span: Span, item: Item): ComposeService {
  const image = item.get('image')?.statedText;
  const build = buildOf(item.get('build'));
  const command = commandText(item.get('command'));
  const entrypoint = commandText(item.get('entrypoint'));
  const hasHidden = (item.has('command') && !command) || (item.has('entrypoint') && !entrypoint);
  const init = item.get('init')?.boolean;
  const workdir = item.get('working_dir')?.text;
  const grace = item.get('stop_grace_period');
  const signal = item.get('stop_signal')?.statedText;
  return {
    name,
    span,
    isHidden: hasHidden,
    ...(item.place && { place: item.place }),
    ...(image && { image }),
    ...(build && { build }),
    ...(command && { command }),
    ...(entrypoint && { entrypoint }),
    ...(workdir !== undefined && { workdir }),
    ...(init !== undefined && { init }),
    ...(grace && { gracePeriod: { span: grace.span, value: grace.text === undefined ? undefined : millisecondsIn(grace.text, 's') } }),
    ...(signal && { stopSignal: signal }),
  };
}

function buildOf(item: Item | undefined): ComposeBuild | undefined {
  if (item?.kind === 'scalar') return item.text === undefined ? undefined : { context: item.text };
  const context = item?.get('context');
  if (!item || item.kind !== 'map' || (context && context.text === undefined)) return undefined;
  const dockerfile = item.get('dockerfile')?.text;
  const target = item.get('target')?.text;
  return { context: context?.text ?? '.', ...(dockerfile !== undefined && { dockerfile }), ...(target !== undefined && { target }) };
}
