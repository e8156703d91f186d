import type { Span } from '../../facts/module-facts.js';
import type { ContainerFact, HandlerFact, HookFact } from '../../manifests/kubernetes/model.js';
import type { Stated } from '../../manifests/stated.js';
import { clusterOf } from '../deployment/cluster.js';
import type { Deployment } from '../deployment/deployment.js';
import { commandLine, hookSeconds, programOf } from '../deployment/hooks.js';
import { workloadsOf, type Workload } from '../deployment/workloads.js';

/** Something about a hook or a probe that the platform refuses, drops, or that fails when it runs. */
export type InvalidHook = { readonly file: string; readonly container: ContainerFact; readonly span: Span } & (
  | { readonly because: 'tcp'; readonly hook: HookFact }
  | { readonly because: 'several'; readonly hook: HookFact; readonly key: string }
  | { readonly because: 'readinessGrace' }
  | { readonly because: 'threshold'; readonly probe: string; readonly stated: Stated<number> }
  | { readonly because: 'stopSignal' }
  | { readonly because: 'binary'; readonly hook: HookFact; readonly program: string; readonly seconds: number | undefined }
  | { readonly because: 'client'; readonly hook: HookFact; readonly program: string; readonly url: LocalUrl | undefined }
);

/** A request of the container to itself. */
export interface LocalUrl {
  readonly port: number;
  readonly path: string;
}

export function invalidHooks(deployment: Deployment): readonly InvalidHook[] {
  const refused = deployment
    .ask(clusterOf)
    .workloads.flatMap(({ file, fact }) => fact.pod.containers.flatMap((container) => refusals(file, container)));
  const workloads = deployment.ask(workloadsOf);
  const failing = workloads.flatMap(({ file, containers }) =>
    containers.flatMap(({ fact, source }) => {
      const image = source?.start?.image;
      return image ? (failure(file, fact, image.base.isBare, installedIn(image)) ?? []) : [];
    }),
  );
  return [...refused, ...workloads.flatMap(droppedSignals), ...failing];
}

/** Stop signals without an operating system, which only the whole of an object shows. */
function droppedSignals(workload: Workload): readonly InvalidHook[] {
  const { file, fact } = workload;
  const { os, place, containers } = fact.pod;
  if (os !== undefined || place?.isWhole !== true || workload.patches.some(({ text }) => /\bos\b/u.test(text))) return [];
  return containers.flatMap((container): readonly InvalidHook[] => {
    const { stopSignal } = container;
    return stopSignal ? [{ file, container, because: 'stopSignal', span: stopSignal.span }] : [];
  });
}

function refusals(file: string, container: ContainerFact): readonly InvalidHook[] {
  const { preStop, probes } = container;
  const [first, second] = preStop?.handlers ?? [];
  const at = { file, container };
  const grace = probes.readiness?.gracePeriod;
  const thresholds = [probes.liveness, probes.startup].flatMap((probe) => {
    const stated = probe?.successThreshold;
    return probe && stated?.value !== undefined && stated.value !== 1
      ? [{ ...at, because: 'threshold' as const, probe: `${probe.kind}Probe`, stated, span: stated.span }]
      : [];
  });
  return [
    ...(preStop && first && second ? [{ ...at, because: 'several' as const, hook: preStop, key: second.kind, span: second.span }] : []),
    ...(preStop && first?.kind === 'tcpSocket' && !second ? [{ ...at, because: 'tcp' as const, hook: preStop, span: first.span }] : []),
    ...(grace ? [{ ...at, because: 'readinessGrace' as const, span: grace.span }] : []),
    ...thresholds,
  ];
}

/** Programs of the shell's package, which images without a shell do not have. */
const BASIC = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'sleep',
  'cat',
  'touch',
  'rm',
  'kill',
  'echo',
  'true',
  'curl',
  'wget',
  'nc',
  'env',
  'pkill',
  'killall',
]);

function failure(file: string, container: ContainerFact, isBare: boolean, installed: string): InvalidHook | undefined {
  const hook = container.preStop;
  const [handler, ...others] = hook?.handlers ?? [];
  if (!hook || !handler || others.length > 0 || handler.kind !== 'exec') return undefined;
  const program = programOf(handler.command);
  const at = { file, container, hook, span: handler.span };
  if (program !== undefined && isBare && BASIC.has(program) && !installed.includes(program))
    return { ...at, because: 'binary', program, seconds: hookSeconds(hook) };
  const client = clientOf(handler);
  const isMissing = client && (client.program === 'curl' || isBare) && !new RegExp(`\\b${client.program}\\b`, 'u').test(installed);
  return isMissing && isSlim(installed) ? { ...at, because: 'client', ...client } : undefined;
}

/** The name of the base image, and what the build installs in it and copies to it. */
function installedIn({ base, instructions }: NonNullable<StartImage>): string {
  return [
    base.name,
    ...instructions.filter(({ keyword }) => keyword !== 'CMD' && keyword !== 'ENTRYPOINT').map(({ argument }) => argument.text),
  ].join('\n');
}

type Source = NonNullable<ReturnType<typeof workloadsOf>[number]['containers'][number]['source']>;
type StartImage = NonNullable<Source['start']>['image'];

/** Images of Node.js that are known to have no curl. */
function isSlim(installed: string): boolean {
  return /^(?:node:\S*(?:slim|alpine)|\S*distroless\S*|alpine\b)/u.test(installed);
}

function clientOf({ command }: HandlerFact): { readonly program: string; readonly url: LocalUrl | undefined } | undefined {
  const line = commandLine(command) ?? '';
  const program = /^(?:\S*\/)?(curl|wget)\s/u.exec(line)?.[1];
  if (program === undefined) return undefined;
  const [, port, path = '/'] = /\bhttp:\/\/(?:localhost|127\.0\.0\.1)(?::(\d+))?(\/[\w./-]*)?(?=["'\s]|$)/u.exec(line) ?? [];
  const isSimple = !/[;&|]|-X|--data|--request|-d\s/u.test(line);
  return { program, url: port === undefined || !isSimple ? undefined : { port: Number(port), path } };
}
