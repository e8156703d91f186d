import { imageName, imagePath } from '../image-name.js';
import type { Stated } from '../stated.js';
import type { Item } from '../yaml/item.js';
import type { ContainerFact, ImageFact, PodFact, PortFact } from './model.js';
import { hookFact, probeFacts, wordsFact } from './probes.js';

/** A pod's `spec`. */
export function podFact(spec: Item | undefined): PodFact {
  const containers = (spec?.get('containers')?.items ?? []).flatMap((item) => containerFact(item, 'main') ?? []);
  const init = (spec?.get('initContainers')?.items ?? []).flatMap(
    (item) => containerFact(item, item.get('restartPolicy')?.text === 'Always' ? 'sidecar' : 'init') ?? [],
  );
  return {
    place: spec?.place,
    gracePeriod: spec?.get('terminationGracePeriodSeconds')?.statedNumber,
    containers: [...containers, ...init],
    shareProcessNamespace: spec?.get('shareProcessNamespace')?.boolean !== false && spec?.has('shareProcessNamespace') === true,
    hasClaims: (spec?.get('volumes')?.items ?? []).some((volume) => volume.has('persistentVolumeClaim')),
    os: spec?.at('os', 'name')?.text,
  };
}

function containerFact(item: Item, role: ContainerFact['role']): ContainerFact | undefined {
  const { place } = item;
  if (!place) return undefined;
  const lifecycle = item.get('lifecycle');
  const preStop = lifecycle?.entries.find(({ key }) => key === 'preStop');
  const env = item.get('env')?.items ?? [];
  return {
    role,
    name: item.get('name')?.statedText ?? { value: undefined, span: [place.span[0], place.span[0]] },
    span: place.span,
    place,
    image: imageFact(item.get('image')),
    command: wordsFact(item.get('command')),
    args: wordsFact(item.get('args')),
    ports: (item.get('ports')?.items ?? []).map(portFact),
    env: Object.fromEntries(env.flatMap(variable)),
    hasMoreEnv: item.has('envFrom') || !isListOfMaps(item.get('env')),
    lifecycle: lifecycle?.place,
    hasUnseenLifecycle: lifecycle !== undefined && (lifecycle.isHole || lifecycle.place?.isWhole === false),
    preStop: preStop && hookFact(preStop),
    stopSignal: lifecycle?.get('stopSignal')?.statedText,
    probes: probeFacts(item),
  };
}

function isListOfMaps(item: Item | undefined): boolean {
  return item === undefined || item.items.every(({ kind }) => kind === 'map');
}

function variable(item: Item): readonly (readonly [string, Stated<string>])[] {
  const name = item.get('name')?.text;
  return name === undefined ? [] : [[name, item.get('value')?.statedText ?? { value: undefined, span: item.span }]];
}

function portFact(item: Item): PortFact {
  return { name: item.get('name')?.text, number: item.get('containerPort')?.number, span: item.span };
}

function imageFact(item: Item | undefined): ImageFact | undefined {
  if (item?.kind !== 'scalar') return undefined;
  const written = item.source.text.slice(...item.span).replaceAll(/^["']|["']$/gu, '');
  const named = item.raw ?? written;
  return { span: item.span, reference: item.text, name: imageName(named), path: imagePath(named) };
}
