/** Whether something stands on a way of a choice whose other ways lead to what takes work: then that holds no process on its own way. */
import type { Step } from '../facts/module-facts.js';
import { contains } from '../facts/spans.js';
import { stepParts } from '../facts/walk.js';
import type { CallSite } from '../project/module.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import { functionThing } from '../project/thing.js';
import { callSite } from './site.js';
import type { Source } from './source.js';

/** `case 'idle': setInterval(…); break; default: startServer();` */
export function isInsteadOfWork(service: Service, source: Source, site: CallSite): boolean {
  const around = callSite(source, site.call.span)?.around ?? [];
  return around.some((step) => {
    if (step.kind !== 'branch' && step.kind !== 'switch') return false;
    const { bodies } = stepParts(step);
    const own = bodies.find((body) => isIn(body, site));
    const beside = service.calls.filter((other) => isBeside(site, other) && contains(step.span, other.call.span));
    const leading = bodies.filter((body) => beside.some((other) => isIn(body, other) && leads(service, other)));
    return own !== undefined && leading.length > 0 && !leading.includes(own);
  });
}

function isIn(body: readonly Step[], { call }: CallSite): boolean {
  return body.some(({ span }) => contains(span, call.span));
}

function isBeside({ module, owner }: CallSite, other: CallSite): boolean {
  return other.module === module && other.owner === owner;
}

function leads(service: Service, site: CallSite): boolean {
  const starts = service.processesLoading(site.module).flatMap((process) => process.starts.filter(({ thing }) => takesWork(thing)));
  const reached = service.reach.from(service.reach.targetsOf(site));
  return starts.some((start) => start.site.call === site.call || reached.has(functionThing(start.site.module, start.site.owner).id));
}
