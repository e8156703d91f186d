import { millisecondsIn } from './duration.js';
import type { Place, Stated } from './stated.js';
import type { Item } from './yaml/item.js';
import { readYaml } from './yaml/read.js';

/** An app of an ecosystem file of PM2 (https://pm2.keymetrics.io/docs/usage/application-declaration/). */
export interface Pm2App {
  readonly name?: string;
  /** Its fields. */
  readonly place: Place;
  readonly script?: Stated<string>;
  /** As written; undefined when it is not known or not set. */
  readonly cwd?: string;
  readonly args?: string;
  /** Milliseconds. */
  readonly killTimeout?: Stated<number>;
  readonly waitReady?: Stated<boolean>;
  readonly shutdownWithMessage?: Stated<boolean>;
  /** Whether something that is no JavaScript is started, or something unknown. */
  readonly interpreter?: string;
}

/** More of them is data. */
const MOST = 100;

/** The apps of an ecosystem file in JSON or YAML; none when it is something else. */
export function readPm2(text: string): readonly Pm2App[] {
  if (!/["']?script["']?\s*:/u.test(text)) return [];
  const [root] = readYaml(text);
  if (!root || root.has('apiVersion') || root.has('services')) return [];
  const apps = root.get('apps');
  const found = apps ? (apps.kind === 'list' ? apps.items : [apps]) : root.kind === 'list' ? root.items : [root];
  return found.slice(0, MOST).flatMap((item) => {
    const { place } = item;
    return place && item.has('script') && isApp(item, apps !== undefined) ? [appOf(item, place)] : [];
  });
}

/** Without `apps` around it, `script` alone could be anything's. */
function isApp(item: Item, isListed: boolean): boolean {
  return isListed || ['exec_mode', 'instances', 'kill_timeout', 'wait_ready', 'max_memory_restart'].some((key) => item.has(key));
}

function appOf(item: Item, place: Place): Pm2App {
  const script = item.get('script')?.statedText;
  const kill = item.get('kill_timeout');
  const ready = item.get('wait_ready');
  const message = item.get('shutdown_with_message');
  const texts = textsOf(item);
  return {
    ...texts,
    place,
    ...(script && { script }),
    ...(kill && { killTimeout: { span: kill.span, value: kill.text === undefined ? undefined : millisecondsIn(kill.text, 'ms') } }),
    ...(ready && { waitReady: { span: ready.span, value: ready.boolean } }),
    ...(message && { shutdownWithMessage: { span: message.span, value: message.boolean } }),
  };
}

function textsOf(item: Item): Pick<Pm2App, 'name' | 'cwd' | 'args' | 'interpreter'> {
  const name = item.get('name')?.text;
  const cwd = item.get('cwd')?.text;
  const args = item.get('args')?.text;
  const interpreter = (item.get('interpreter') ?? item.get('exec_interpreter'))?.text;
  return {
    ...(name !== undefined && { name }),
    ...(cwd !== undefined && { cwd }),
    ...(args !== undefined && { args }),
    ...(interpreter !== undefined && { interpreter }),
  };
}
