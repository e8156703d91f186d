import { commandText, type CommandText } from './command/command-text.js';
import type { Span } from '../facts/module-facts.js';
import type { Place, Stated } from './stated.js';
import type { Item } from './yaml/item.js';
import { readYaml } from './yaml/read.js';

/** A container of an ECS task definition, or of a CloudFormation template that holds one. */
export interface EcsContainer {
  readonly name: string;
  /** The name, or where the container begins. */
  readonly span: Span;
  readonly place: Place;
  readonly image?: Stated<string>;
  readonly command?: CommandText;
  readonly entrypoint?: CommandText;
  readonly workdir?: string;
  readonly init?: boolean;
  /** Milliseconds: 120 s at most. */
  readonly stopTimeout?: Stated<number>;
  /** Keys begin with a capital: CloudFormation. */
  readonly isTemplate: boolean;
  /** It runs on hosts of the user's own, whose agent has a default that no task definition shows. */
  readonly isOnOwnHosts: boolean;
}

/** None when the file is something else. */
export function readEcs(text: string): readonly EcsContainer[] {
  if (!/container_?definitions/iu.test(text)) return [];
  const [root] = readYaml(text);
  if (!root) return [];
  const resources = (root.get('Resources')?.entries ?? []).map(({ item }) => item.get('Properties'));
  return [root, root.get('taskDefinition'), ...resources].flatMap((item) => {
    const containers = item?.get('containerDefinitions') ?? item?.get('ContainerDefinitions');
    const hosts = (item?.get('requiresCompatibilities') ?? item?.get('RequiresCompatibilities'))?.items.map(({ text: host }) => host) ?? [];
    const isOnOwnHosts = hosts.length > 0 && !hosts.includes('FARGATE');
    return containers?.items.flatMap((one) => containerOf(one, isOnOwnHosts) ?? []) ?? [];
  });
}

function containerOf(item: Item, isOnOwnHosts: boolean): EcsContainer | undefined {
  const field = (name: string): Item | undefined => item.get(name) ?? item.get(name.charAt(0).toUpperCase() + name.slice(1));
  const { place } = item;
  if (!place) return undefined;
  const image = field('image')?.statedText;
  const command = commandText(field('command'));
  const entrypoint = commandText(field('entryPoint'));
  const workdir = field('workingDirectory')?.text;
  const parameters = field('linuxParameters');
  const init = (parameters?.get('initProcessEnabled') ?? parameters?.get('InitProcessEnabled'))?.boolean;
  const stop = field('stopTimeout');
  const seconds = Number(stop?.text);
  return {
    name: field('name')?.text ?? '',
    span: field('name')?.span ?? [place.span[0], place.span[0] + 1],
    place,
    isTemplate: item.has('Name') || item.has('Image'),
    isOnOwnHosts,
    ...(image && { image }),
    ...(command && { command }),
    ...(entrypoint && { entrypoint }),
    ...(workdir !== undefined && { workdir }),
    ...(init !== undefined && { init }),
    ...(stop && { stopTimeout: { value: Number.isNaN(seconds) ? undefined : seconds * 1000, span: stop.span } }),
  };
}
