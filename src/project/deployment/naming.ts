import path from 'node:path';
import type { Span } from '../../facts/module-facts.js';
import type { ContainerFact } from '../../manifests/kubernetes/model.js';
import type { Running } from './running.js';
import type { Deployment } from './deployment.js';
import type { Workload } from './workloads.js';

/** ``The container `api` ``, by the name that its author gave it. */
export function containerNamed({ name, image }: ContainerFact): string {
  const called = name.value ?? image?.name;
  return called === undefined ? 'This container' : `The container \`${called}\``;
}

/** `` `orders` ``, or `this Deployment` where a template makes the name. */
export function workloadNamed({ fact: { name, kind } }: Workload): string {
  return name === undefined ? `this ${kind}` : `\`${name}\``;
}

/** ``the Service `orders` `` that sends requests, or `the Service` where a template makes the name. */
export function serviceNamed({ services }: Workload): string {
  const name = services[0]?.fact.name;
  return name === undefined ? 'the Service' : `the Service \`${name}\``;
}

/** Where a container is reported: its name, else the line it begins on. */
export function containerSpan({ name, place }: ContainerFact): Span {
  return name.span[1] > name.span[0] ? name.span : [place.span[0], place.span[0] + 1];
}

/** The module that a process starts with, as `src/main.ts`. */
export function entryName({ root }: Deployment, { process }: Running): string {
  return path.relative(root, process.entry.path).split(path.sep).join('/');
}
