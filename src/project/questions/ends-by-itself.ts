/** Commands that a service runs: a child process whose end somebody waits for is over when it has done its work. */
import { argumentThings, texts } from '../arguments.js';
import { functionsIn, LISTENING } from '../callbacks.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { isExecutor } from '../settling.js';
import { functionThing, type FunctionThing, type ResourceThing } from '../thing.js';

const ENDS: ReadonlySet<string> = new Set(['exit', 'close']);

/** `new Promise((resolve) => spawn('ls').on('close', resolve))`, `run(command, done)`, `await once(child, 'exit')`. */
export function endsByItself(service: Service, thing: ResourceThing): boolean {
  if (thing.type.kind !== 'process' || !thing.origin) return false;
  const { module, call } = thing.origin;
  // Who waits elsewhere may be the shutdown, which waits for ever when nothing ends the child.
  const beside = module.calls.filter(({ owner }) => owner === module.ownerOf(call));
  return beside.some((site) => isWaitFor(service, site, thing));
}

function isWaitFor(service: Service, site: CallSite, thing: ResourceThing): boolean {
  const targets = service.link.called(site).filter((target) => target.kind === 'member');
  const isOwn = targets.some(({ receiver, name }) => receiver?.id === thing.id && LISTENING.has(name));
  if (isOwn) return tellsOf(service, site, 0) && isTold(service, site);
  const isWait = targets.some(({ member }) => member.awaitsEvent !== undefined);
  return isWait && tellsOf(service, site, 1) && argumentThings(service.link, site, 0).some(({ id }) => id === thing.id);
}

function tellsOf({ link }: Service, site: CallSite, at: number): boolean {
  return texts(argumentThings(link, site, at)).some((event) => ENDS.has(event));
}

/** The listener hands the end on to whoever waits for it. */
function isTold(service: Service, site: CallSite): boolean {
  const [, listener] = site.call.args;
  if (listener?.kind === 'reference' && isCallback(site.module, listener.binding)) return true;
  const listeners = functionsIn(service.link, argumentThings(service.link, site, 1));
  return [...service.reach.from(listeners).values()].some((fn) => callsBack(service, fn));
}

function callsBack({ reach }: Service, fn: FunctionThing): boolean {
  return reach.callsIn(fn).some(({ module, call: { callee } }) => callee.kind === 'reference' && isCallback(module, callee.binding, fn));
}

/** A parameter of a function around it, that of a promise by which it fails left out. */
function isCallback(module: Module, id: number, inside?: FunctionThing): boolean {
  const binding = module.facts.bindings[id];
  if (binding?.kind !== 'parameter' || binding.owner === inside?.function) return false;
  const index = module.function(binding.owner)?.parameters.findIndex((parameter) => parameter.binding === id);
  return index === 0 || !isExecutor(functionThing(module, binding.owner));
}
