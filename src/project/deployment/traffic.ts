import type { ContainerFact } from '../../manifests/kubernetes/model.js';
import { takesWork } from '../starts.js';
import type { Container, Workload } from './workloads.js';

/** The containers that get the requests of the workload's Services. */
export function servingContainers({ containers, services }: Workload): readonly Container[] {
  const main = containers.filter(({ fact }) => fact.role === 'main');
  if (services.length === 0 || main.length === 1) return services.length === 0 ? [] : main;
  const targets = new Set(services.flatMap(({ fact }) => fact.ports.map(({ targetPort, port }) => targetPort ?? port)));
  return main.filter(({ fact }) => fact.ports.some(({ name, number }) => targets.has(name) || targets.has(String(number))));
}

/** Whether code of this repository listens there: a server of a Node.js process that has been found. */
export function isNodeServer({ source }: Container): boolean {
  if (!source) return false;
  if (source.running) return source.running.process.starts.some(({ thing }) => takesWork(thing) && thing.type.kind === 'server');
  return source.start?.chain.end.kind === 'node';
}

/** The port that requests come to, as a probe would name it. */
export function portOf(workload: Workload, fact: ContainerFact): string | number | undefined {
  const targets = workload.services.flatMap(({ fact: service }) => service.ports.map(({ targetPort, port }) => targetPort ?? port));
  const [declared] = fact.ports.filter(({ name, number }) => targets.includes(name) || targets.includes(String(number)));
  const port = declared ?? fact.ports[0];
  if (port) return port.name ?? port.number;
  const [target] = targets;
  return target !== undefined && /^\d+$/u.test(target) ? Number(target) : undefined;
}
