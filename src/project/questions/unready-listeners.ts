import type { Step, Value } from '../../facts/module-facts.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { isNothing } from '../guards.js';
import { walkSteps } from '../../facts/walk.js';

/** What all of a listener waits for to be set: a variable of the module, or a field. */
type Slot = { readonly name: string } & ({ readonly binding: number } | { readonly class: number });

/** Where a value is put into the slot. */
interface Write {
  readonly value: Value | undefined;
  readonly owner: number;
  readonly end: number;
}

/** The name of what all of the listener asks for, where that is set only after the start has waited: `if (server) server.close()`, `this.server?.close()`. */
export function unreadyUntil(service: Service, { functions, site }: SignalListener): string | undefined {
  const [only] = functions;
  if (!only || functions.length > 1) return undefined;
  const fn = service.shutdownBehind(only);
  const body = fn.module.function(fn.function)?.body ?? [];
  const telling = body.filter(
    (step) =>
      step.kind !== 'evaluate' || step.value.kind !== 'call' || !service.isLog({ module: fn.module, call: step.value, owner: fn.function }),
  );
  const asked = telling.length === 1 && telling[0] ? askedIn(telling[0]) : undefined;
  const slot = asked && slotOf(fn, asked);
  return slot && fn.module === site.module && isSetLater(service, site, slot) ? slot.name : undefined;
}

/** What the step asks for before it does anything: `if (x) …`, `x && x.close()`, `x?.close()`, waited for or not. */
function askedIn(step: Step): Value | undefined {
  if (step.kind === 'branch') return step.otherwise.length === 0 ? step.test : undefined;
  const value = step.kind === 'evaluate' || step.kind === 'return' ? bare(step.value) : undefined;
  if (value?.kind === 'choice') return value.operator === '&&' && value.options.length === 2 ? value.options[0] : undefined;
  const { callee } = value?.kind === 'call' ? value : {};
  return callee?.kind === 'member' && callee.optional ? callee.object : undefined;
}

function bare(value: Value | undefined): Value | undefined {
  if (value?.kind === 'await') return bare(value.value);
  return value?.kind === 'operation' && value.operator === 'void' ? bare(value.operands[0]) : value;
}

function slotOf(fn: FunctionThing, asked: Value): Slot | undefined {
  const { facts } = fn.module;
  if (asked.kind === 'reference') {
    const binding = facts.bindings[asked.binding];
    return binding?.owner === 0 ? { name: binding.name, binding: asked.binding } : undefined;
  }
  const cls = fn.module.classOf(fn.function);
  const isField = asked.kind === 'member' && asked.object.kind === 'this' && !asked.object.super;
  return isField && cls !== undefined && asked.name !== undefined ? { name: `this.${asked.name}`, class: cls } : undefined;
}

/** It begins without a value, and each value is put there after a wait that comes after the registration. */
function isSetLater(service: Service, site: CallSite, slot: Slot): boolean {
  const { module } = site;
  const writes = 'binding' in slot ? bindingWrites(module, slot.binding) : fieldWrites(module, slot.class, slot.name.slice('this.'.length));
  const sources = 'binding' in slot ? (module.facts.bindings[slot.binding]?.sources ?? []) : [];
  const telling = writes.filter(({ value }) => !isEmpty(value));
  const written = sources.filter(({ value, parameter }) => parameter !== undefined || !isEmpty(value));
  return telling.length > 0 && written.length <= telling.length && telling.every((write) => isAfterWait(service, site, write));
}

/** A field of a constructor's parameter has no value here, but is given one. */
function isEmpty(value: Value | undefined): boolean {
  return value !== undefined && isNothing(value);
}

function bindingWrites(module: Module, binding: number): readonly Write[] {
  const writes: Write[] = [];
  for (const { id, body } of module.facts.functions) {
    walkSteps(body, (value) => {
      if (value.kind === 'assign' && value.target.kind === 'binding' && value.target.binding === binding)
        writes.push({ value: value.value, owner: id, end: value.span[1] });
    });
  }
  return writes;
}

function fieldWrites(module: Module, cls: number, name: string): readonly Write[] {
  const fields =
    module
      .class(cls)
      ?.members.filter((member) => member.kind === 'field' && member.name === name && (member.value ?? member.parameter) !== undefined) ??
    [];
  const initial = fields.map(({ value }) => ({ value, owner: 0, end: 0 }));
  const writes = module.facts.memberWrites.filter(
    (write) => write.name === name && write.object.kind === 'this' && module.classOf(write.owner) === cls,
  );
  return [...initial, ...writes.map(({ value, owner, span }) => ({ value, owner, end: span[1] }))];
}

/** Between the registration and the write stands a wait, in which a signal may come. */
function isAfterWait(service: Service, site: CallSite, write: Write): boolean {
  const { module } = site;
  const from = site.call.span[1];
  if (write.owner === site.owner) return waitsBetween(module, write.owner, from, write.end);
  const isEarly = site.owner === 0 ? !waitsBetween(module, 0, 0, from) : isConstructor(module, site.owner);
  return isEarly && (waitsBetween(module, write.owner, 0, write.end) || isAfterwards(service, functionThing(module, write.owner)));
}

function waitsBetween(module: Module, owner: number, from: number, to: number): boolean {
  let found = false;
  walkSteps(module.function(owner)?.body ?? [], (value) => {
    found ||= value.kind === 'await' && value.span[0] >= from && value.span[1] <= to;
  });
  return found;
}

function isConstructor(module: Module, owner: number): boolean {
  return module.facts.classes.some((cls) => cls.members.some((member) => member.kind === 'constructor' && member.function === owner));
}

/** `connect().then(() => { server = … })`, or called from nowhere but there. */
function isAfterwards(service: Service, fn: FunctionThing, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(fn.id) || fn.function === 0) return false;
  const isHanded = service.handed('settled', 'listening', 'completion').some(({ functions }) => functions.some(({ id }) => id === fn.id));
  if (isHanded || isCompletion(service, fn)) return true;
  const callers = service.link.callers(fn);
  const deeper = new Set(seen).add(fn.id);
  return (
    callers.length > 0 &&
    callers.every(
      ({ site: { module, call, owner } }) =>
        waitsBetween(module, owner, 0, call.span[0]) || isAfterwards(service, functionThing(module, owner), deeper),
    )
  );
}

/** A callback that a package is given and that takes an error first: Node.js calls such a one later by convention. */
function isCompletion(service: Service, { module, function: id }: FunctionThing): boolean {
  const [first] = module.function(id)?.parameters ?? [];
  if (!/^(?:e|err|error)$/u.test(first?.name ?? '')) return false;
  return module.calls.some(({ call }) => {
    const last = call.args.at(-1);
    if (last?.kind !== 'function' || last.function !== id) return false;
    const targets = service.link.called({ module, call });
    return targets.length > 0 && targets.every((thing) => thing.kind === 'external');
  });
}
