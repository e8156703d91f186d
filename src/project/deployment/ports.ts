import type { Value } from '../../facts/module-facts.js';
import { argumentThings } from '../arguments.js';
import type { CallSite } from '../module.js';
import { numbersOf } from '../numbers.js';
import type { Service } from '../service.js';
import type { Things } from '../thing.js';
import type { Container } from './workloads.js';

/** The ports that the container's process listens on; undefined when one of them is not known. */
export function listenPorts(container: Container): readonly number[] | undefined {
  const { running } = container.source ?? {};
  if (!running) return undefined;
  const { service, process } = running;
  const servers = process.starts.filter(({ thing }) => thing.type.kind === 'server');
  const ports = servers.map(({ site }) => portsAt(service, container, site));
  return ports.length > 0 && ports.every((one) => one !== undefined) ? ports.flat() : undefined;
}

function portsAt(service: Service, container: Container, site: CallSite): readonly number[] | undefined {
  const [value] = site.call.args;
  if (!value) return undefined;
  const numbers = numbersOf(service.link, site.module, value);
  if (numbers) return numbers;
  const things = [...service.link.of(site.module, value), ...argumentThings(service.link, site, '0.port')];
  const variable = variableIn(service, site, value);
  if (variable === undefined) return things.some(({ kind }) => kind === 'object') && isNumber(things) ? portsIn(things) : undefined;
  return setting(container, variable, portsIn(things));
}

function isNumber(things: Things): boolean {
  return things.every((thing) => thing.kind === 'object' || (thing.kind === 'constant' && typeof thing.value === 'number'));
}

function portsIn(things: Things): readonly number[] {
  const ports = things.flatMap((thing) => (thing.kind === 'constant' ? [Number(thing.value)] : []));
  return ports.filter((port) => Number.isInteger(port) && port > 0);
}

/** The name of the environment variable that says the port, here or where the variable is made. */
function variableIn(service: Service, site: CallSite, value: Value): string | undefined {
  const sources = value.kind === 'reference' ? (site.module.facts.bindings[value.binding]?.sources ?? []) : [];
  const texts = [value, ...sources.flatMap((source) => source.value ?? [])].map(({ span }) => service.text(site.module, span));
  return texts
    .map((text) => /\bprocess\.env(?:\.(\w+)|\[['"](\w+)['"]\])/u.exec(text))
    .flatMap((match) => match?.[1] ?? match?.[2] ?? [])[0];
}

/** What the manifest sets, else the image, else the code's default. */
function setting({ fact, source }: Container, variable: string, standard: readonly number[]): readonly number[] | undefined {
  const written = fact.env[variable];
  const image = source?.start?.image?.variables.values;
  const value = written ? written.value : image?.get(variable);
  if (value !== undefined && Number.isInteger(Number(value))) return [Number(value)];
  if (written || fact.hasMoreEnv || image?.has(variable) === true) return undefined;
  return standard.length > 0 ? standard : undefined;
}
