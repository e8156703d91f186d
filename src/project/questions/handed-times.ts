import type { Value } from '../../facts/module-facts.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { isPlain, type FunctionThing, type Things } from '../thing.js';

/** Names of times, and of what takes one. */
const TIME = /time_?out|deadline|grace|max_?wait|abort_?signal/iu;
/** Nearly every shutdown calls itself graceful: that alone says nothing of a function that is seen. */
const BOUNDING = /time_?out|deadline|max_?wait|abort_?signal/iu;

/** A time-out is handed to something that may heed it (`stop({ timeoutMs })`), or a signal tells the time. */
export function isHandedTime(service: Service, site: CallSite): boolean {
  const { callee, args } = site.call;
  const name = service.text(site.module, callee.span);
  if (/\bAbortSignal\.timeout$/u.test(name)) return true;
  if (service.isLog(site)) return false;
  const called = service.link.called(site);
  const isUnseen = called.some(({ kind }) => kind === 'unknown' || kind === 'external');
  if (!isUnseen && (!called.some(({ kind }) => kind === 'function') || isPause(service, site, called))) return false;
  return (isUnseen ? TIME : BOUNDING).test(name) || args.some((value) => tellsTime(service, site.module, value));
}

/** Calls that are followed to see what a function of the project does with a time. */
const BUDGET = 100;

/** `timeout(5000)`, which only waits: where it takes part in a race, that is seen. */
function isPause(service: Service, { module, call }: CallSite, called: Things): boolean {
  const given = call.args.flatMap((value) => service.link.of(module, value));
  if (call.args.length !== 1 || given.length === 0 || !given.every((thing) => thing.kind === 'constant' && typeof thing.value === 'number'))
    return false;
  return called.every((thing) => {
    if (thing.kind !== 'function') return false;
    const { cut, exits, operations, end } = service.shortRun(thing, BUDGET);
    return !cut && exits.length === 0 && operations.length === 0 && end?.unseen === false && !handsOut(service, thing);
  });
}

/** Calls a package of which nothing is known. */
function handsOut({ reach, link }: Service, fn: FunctionThing): boolean {
  return [...reach.from([fn]).values()].some((one) =>
    reach.callsIn(one).some((site) => link.called(site).some((target) => target.kind === 'external' && !isPlain(target))),
  );
}

/** Says so by a name: what a text says is for people, and a function is looked at where it runs. */
function tellsTime(service: Service, module: Module, value: Value): boolean {
  switch (value.kind) {
    case 'literal':
    case 'template':
    case 'function':
      return false;
    case 'object':
      return value.properties.some((property) => TIME.test(property.name ?? '') || tellsTime(service, module, property.value));
    case 'operation':
      return value.operands.some((operand) => tellsTime(service, module, operand));
    default:
      return TIME.test(service.text(module, value.span)) && !service.link.of(module, value).some(({ kind }) => kind === 'function');
  }
}
