/** Things that only the code can get hold of that opens them: whatever is not seen cannot close them. */
import type { CallValue, Value } from '../../facts/module-facts.js';
import { allSteps, allValues, walkValue } from '../../facts/walk.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import type { ResourceThing } from '../thing.js';
import { isAbortable } from './abortable.js';
import { closedBy } from './closed-things.js';

const known = new WeakMap<Service, Map<string, boolean>>();

/** Nobody keeps it, or only a variable on which methods are called, none of which closes it. Of what takes work alone: for others libraries keep registers. */
export function isOutOfReach(service: Service, thing: ResourceThing): boolean {
  const ofService = known.get(service) ?? new Map<string, boolean>();
  known.set(service, ofService);
  const answer =
    ofService.get(thing.id) ?? (takesWork(thing) && isUnheld(service, thing) && !isAbortable(service, thing) && !isClosed(service, thing));
  ofService.set(thing.id, answer);
  return answer;
}

function isClosed(service: Service, { id }: ResourceThing): boolean {
  return service.calls.some((site) => closedBy(service, site).some((one) => one.id === id));
}

function isUnheld(service: Service, thing: ResourceThing): boolean {
  const { origin } = thing;
  if (!origin) return false;
  const { module, call } = origin;
  if (module.calls.some((site) => callsBackWithThis(service, site, thing))) return false;
  const gives = (value: Value): boolean => givesThing(service, module, value, thing, call);
  if (module.facts.exports.some(({ value }) => value && gives(value))) return false;
  if (isDropped(module, gives)) return true;
  const holders = module.facts.bindings.flatMap(({ sources: [first, ...others] }, id) =>
    first?.value && first.path.length === 0 && others.length === 0 && gives(first.value) ? [id] : [],
  );
  const [holder, ...more] = holders;
  return holder !== undefined && more.length === 0 && !isExported(module, holder) && isOnlyCalledOn(service, module, holder, thing);
}

/** `app.listen(3000, function () { resolve(this); })` */
function callsBackWithThis({ link }: Service, { module, call }: CallSite, thing: ResourceThing): boolean {
  const functions = call.args.flatMap((value) => (value.kind === 'function' ? (module.function(value.function) ?? []) : []));
  const usesThis = functions.some(({ arrow, body }) => !arrow && allValues(body).some(({ kind }) => kind === 'this'));
  return usesThis && (call === thing.origin?.call || link.of(module, call).some(({ id }) => id === thing.id));
}

/** The call itself, or one of a method that gives the same thing: `app.listen(3000).on('error', log)`. */
function givesThing(service: Service, module: Module, value: Value, thing: ResourceThing, call: CallValue): boolean {
  if (value === call) return true;
  if (value.kind === 'await') return givesThing(service, module, value.value, thing, call);
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  const isSame = service.link.of(module, value).some(({ id }) => id === thing.id);
  return isSame && givesThing(service, module, value.callee.object, thing, call);
}

/** A constructor that nobody has written sets fields. */
function isDropped({ facts }: Module, gives: (value: Value) => boolean): boolean {
  const written = facts.functions.filter(({ implicit }) => implicit !== true);
  return written.some(({ body }) => allSteps(body).some((step) => step.kind === 'evaluate' && gives(step.value)));
}

function isExported({ facts }: Module, holder: number): boolean {
  return facts.exports.some(({ value }) => {
    let found = false;
    if (value) walkValue(value, (inner) => (found ||= inner.kind === 'reference' && inner.binding === holder));
    return found;
  });
}

/** What is given to its methods, as a plugin of a package, may get it in turn. */
function isOnlyCalledOn(service: Service, module: Module, holder: number, { id }: ResourceThing): boolean {
  const values = module.facts.functions.flatMap(({ body }) => allValues(body));
  const isHolder = (value: Value): boolean => value.kind === 'reference' && value.binding === holder;
  const calledOn = new Set<Value>();
  for (const value of values) {
    if (value.kind !== 'call' || value.callee.kind !== 'member' || !isHolder(value.callee.object)) continue;
    if (service.link.of(module, value).some((one) => one.id === id) && !isDropped(module, (dropped) => dropped === value)) return false;
    if (value.args.some((argument) => service.link.of(module, argument).some(({ kind }) => kind === 'external'))) return false;
    calledOn.add(value.callee.object);
  }
  return values.every((value) => !isHolder(value) || calledOn.has(value));
}
