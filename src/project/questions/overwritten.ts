/** Resources of which a variable or property keeps only the last: `for (const port of ports) this.server = listen(port)`. */
import type { AssignValue, Span, Target, Value } from '../../facts/module-facts.js';
import { allSteps, allValues } from '../../facts/walk.js';
import { handsOn } from '../handing.js';
import type { CallSite, Module } from '../module.js';
import { repetitionOf } from '../repetition.js';
import type { Service } from '../service.js';
import type { ResourceThing } from '../thing.js';
import { closedBy } from './closed-things.js';

/** A function that opens something for each of several things, and the assignments by which it keeps them. */
interface Keeping {
  readonly module: Module;
  readonly owner: number;
  readonly handle: string;
  readonly writes: readonly AssignValue[];
}

const known = new WeakMap<Service, Map<string, string | undefined>>();

/** The text of the variable or property that the next one is written to while this one is open; undefined when none is lost. */
export function overwrittenIn(service: Service, thing: ResourceThing): string | undefined {
  const ofService = known.get(service) ?? new Map<string, string | undefined>();
  known.set(service, ofService);
  if (!ofService.has(thing.id)) ofService.set(thing.id, handleLost(service, thing));
  return ofService.get(thing.id);
}

function handleLost(service: Service, thing: ResourceThing): string | undefined {
  const keeping = keepingOf(service, thing);
  if (!keeping) return undefined;
  const { module, owner, writes } = keeping;
  const [write] = writes;
  const repetition = write && repetitionOf(service.link, { module, owner, span: spanReached(keeping, write) });
  if (!repetition || isDeclaredIn(module, write.target, repetition.span) || isKeptOtherwise(service, thing, keeping)) return undefined;
  const isClosedBefore = closesOf(service, thing).some(
    (site) => (site.module === module && site.owner === owner) || (site.module === repetition.module && site.owner === repetition.owner),
  );
  return isClosedBefore ? undefined : service.text(module, [write.span[0], write.value.span[0]]).trimEnd().replace(/=$/u, '').trimEnd();
}

function keepingOf(service: Service, thing: ResourceThing): Keeping | undefined {
  if (!thing.origin) return undefined;
  const { module, call } = thing.origin;
  const owner = module.ownerOf(call);
  const assigned = allValues(module.function(owner)?.body ?? []).filter((value) => value.kind === 'assign');
  const handles = new Set(
    assigned.filter(({ value }) => denotes(service, module, value, thing)).map(({ target }) => handleOf(module, target)),
  );
  const [handle] = handles;
  if (handle === undefined || handles.size > 1) return undefined;
  const writes = assigned.filter(({ target }) => handleOf(module, target) === handle);
  return writes.every(({ operator }) => operator === '=') ? { module, owner, handle, writes } : undefined;
}

function denotes({ link }: Service, module: Module, value: Value, { id }: ResourceThing): boolean {
  return link.of(module, value).some((one) => one.id === id);
}

/** What an assignment writes to, and a value reads from, by one name. */
function handleOf(module: Module, at: Target | Value): string | undefined {
  if (at.kind === 'binding' || at.kind === 'reference') return String(at.binding);
  if (at.kind !== 'member' || at.name === undefined) return undefined;
  if (at.object.kind === 'this') return `this.${at.name}`;
  return at.object.kind === 'reference' ? `${String(at.object.binding)}.${at.name}` : undefined;
}

/** Where one of the writes is reached: the whole condition, when both of its sides write. */
function spanReached({ module, owner, writes }: Keeping, { span }: AssignValue): Span {
  const isIn = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
  const hasWrite = (steps: readonly { readonly span: Span }[]): boolean =>
    steps.some((step) => writes.some((one) => isIn(step.span, one.span)));
  const branch = allSteps(module.function(owner)?.body ?? []).find(
    (step) => step.kind === 'branch' && isIn(step.span, span) && hasWrite(step.then) && hasWrite(step.otherwise),
  );
  return branch?.span ?? span;
}

/** The variable is another one each time. */
function isDeclaredIn({ facts }: Module, target: Target, [start, end]: Span): boolean {
  const binding = target.kind === 'binding' ? facts.bindings[target.binding] : undefined;
  return binding !== undefined && start <= binding.span[0] && binding.span[1] <= end;
}

/** Somebody else has it too: it is returned, added to a list, given away, or closed under another name. */
function isKeptOtherwise(service: Service, thing: ResourceThing, { module, owner, handle }: Keeping): boolean {
  const returned = module.returns.get(owner) ?? [];
  if (returned.some((value) => handsOn(service.link, module, value, thing))) return true;
  if (
    closesOf(service, thing).some(
      ({ call: { callee }, module: there }) => callee.kind !== 'member' || handleOf(there, callee.object) !== handle,
    )
  )
    return true;
  return service.calls.some(
    (site) => site.call !== thing.origin?.call && site.call.args.some((value) => handsOn(service.link, site.module, value, thing)),
  );
}

function closesOf(service: Service, { id }: ResourceThing): readonly CallSite[] {
  return service.calls.filter((site) => closedBy(service, site).some((one) => one.id === id));
}
