import type { Span } from '../../facts/module-facts.js';
import type { HandlerFact, ProbeKind } from '../../manifests/kubernetes/model.js';
import type { Deployment } from '../deployment/deployment.js';
import { listenPorts } from '../deployment/ports.js';
import { serves } from '../deployment/served-paths.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import { probesOf } from './probes.js';

/** A probe or hook that asks for what is not there. */
export interface UnservedProbe {
  readonly workload: Workload;
  readonly container: Container;
  /** `path`: no route answers. `port`: nothing listens. `name`: no port has it. */
  readonly because: 'path' | 'port' | 'name';
  readonly span: Span;
  /** `readinessProbe`, `preStop`. */
  readonly who: string;
  readonly asked: string;
  readonly handler: HandlerFact;
  /** What the code serves instead. */
  readonly instead: readonly (string | number)[];
}

export function unservedProbes(deployment: Deployment): readonly UnservedProbe[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    const containers = workload.containers.filter(({ fact }) => fact.role !== 'init');
    return containers.flatMap((container) =>
      questionsOf(container)
        .filter(({ field }) => !isPatched(workload, field))
        .flatMap((question) => judged(workload, container, question)),
    );
  });
}

interface Question {
  readonly who: string;
  /** The key of the container that asks. */
  readonly field: string;
  readonly kind: ProbeKind | undefined;
  readonly handler: HandlerFact;
}

function questionsOf({ fact }: Container): readonly Question[] {
  const probes = Object.values(fact.probes).filter(({ isWhole }) => isWhole);
  const hooks =
    fact.preStop?.handlers.map((handler): Question => ({ who: 'preStop hook', field: 'preStop', kind: undefined, handler })) ?? [];
  return [
    ...probes.flatMap(({ kind, handlers }) =>
      handlers.map((handler): Question => ({ who: `${kind}Probe`, field: `${kind}Probe`, kind, handler })),
    ),
    ...hooks,
  ];
}

function judged(workload: Workload, container: Container, { who, kind, handler }: Question): readonly UnservedProbe[] {
  if ((handler.kind !== 'httpGet' && handler.kind !== 'tcpSocket') || handler.host !== undefined) return [];
  const found = { workload, container, who, handler };
  const wrong = portProblem(workload, container, handler);
  if (wrong) return [{ ...found, ...wrong }];
  const { running } = container.source ?? {};
  const path = handler.path?.value;
  if (!running || path === undefined || handler.kind !== 'httpGet' || !asksServer(container, handler)) return [];
  if (serves(running, path) !== 'no') return [];
  const instead = probesOf(running.service)
    .filter((probe) => probe.path.startsWith('/') && running.process.possible.has(probe.fn.id) && serves(running, probe.path) === 'yes')
    .sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
    .map((probe) => probe.path);
  return [{ ...found, because: 'path', span: handler.path?.span ?? handler.span, asked: path, instead: [...new Set(instead)] }];
}

type Problem = Pick<UnservedProbe, 'because' | 'span' | 'asked' | 'instead'>;

function portProblem(workload: Workload, container: Container, { port }: HandlerFact): Problem | undefined {
  const { ports, place } = container.fact;
  if (port?.value === undefined) return undefined;
  const isName = !/^\d+$/u.test(port.value);
  const isDeclared = ports.some(({ name, number }) => (isName ? name : String(number)) === port.value);
  const isHidden = !place.isWhole || ports.some(({ name, number }) => name === undefined && number === undefined);
  if (isDeclared || isHidden) return undefined;
  const names = ports.flatMap(({ name, number }) => name ?? number ?? []);
  if (isName) return { because: 'name', span: port.span, asked: port.value, instead: names };
  const listening = isPatchedPort(workload) ? undefined : listenPorts(container);
  if (!listening || listening.includes(Number(port.value))) return undefined;
  return { because: 'port', span: port.span, asked: port.value, instead: listening };
}

function isPatchedPort({ patches }: Workload): boolean {
  return patches.some(({ text }) => /containerPort|PORT/u.test(text));
}

/** The question goes to the only server of the process. */
function asksServer(container: Container, { port }: HandlerFact): boolean {
  const servers = container.source?.running?.process.starts.filter(({ thing }) => thing.type.kind === 'server') ?? [];
  if (new Set(servers.map(({ thing }) => thing.id)).size !== 1) return false;
  const number = container.fact.ports.find(({ name }) => name !== undefined && name === port?.value)?.number ?? Number(port?.value);
  const listening = listenPorts(container);
  return listening ? listening.includes(number) : container.fact.ports.length <= 1;
}
