/** Makes a readiness probe say no while the service drains. */
import type { Probe } from '../project/questions/probes.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import type { Service } from '../project/service.js';
import { atStart } from './body.js';
import { dialectOf } from './dialect.js';
import { freeName } from './names.js';
import { declareBefore } from './shutdown-body.js';
import type { Edits } from './source.js';
import { sourceIn } from './suggest.js';

/** A flag that the shutdown sets and the probe reads; only where both stand in one module and the handler has a response. */
export function readDraining(service: Service, probe: Probe): Edits {
  const { module, function: id } = probe.fn;
  const fact = module.function(id);
  const root = signalRoots(service).find((one) => service.shutdownBehind(one.fn).module === module);
  const shutdown = root && module.function(service.shutdownBehind(root.fn).function);
  const response = fact?.parameters[1]?.name;
  if (!fact || !shutdown || response === undefined || probe.part) return undefined;
  const source = sourceIn(service, module);
  const { semicolon } = dialectOf(source);
  const flag = freeName(source, ['isDraining', 'drainHasBegun']);
  const first = [fact, shutdown].sort((a, b) => a.span[0] - b.span[0])[0] ?? fact;
  const declared = declareBefore(source, first, `let ${flag} = false${semicolon}`);
  const set = atStart(source, shutdown, [`${flag} = true${semicolon}`]);
  const isExpress = /\.(?:send|json|sendStatus|status)\b/u.test(source.text.slice(...fact.span));
  const answer = isExpress ? `return ${response}.status(503).send()` : `return void ${response}.writeHead(503).end()`;
  const read = atStart(source, fact, [`if (${flag}) ${answer}${semicolon}`]);
  return declared && set && read && [...declared, ...set, ...read];
}
