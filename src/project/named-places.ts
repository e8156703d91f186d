import type { MemberWrite, Value } from '../facts/module-facts.js';
import { LISTENING } from './callbacks.js';
import { append } from './lists.js';
import type { CallSite, Module } from './module.js';

interface Write {
  readonly module: Module;
  readonly write: MemberWrite;
}

/** Where something is put on a thing, or asked of it, by the name that stands in the code there. */
export class NamedPlaces {
  readonly #writes = new Map<string, Write[]>();
  readonly #farWrites = new Map<string, Write[]>();
  readonly #setters = new Map<string, CallSite[]>();
  readonly #listening = new Map<string, CallSite[]>();
  readonly #farAdditions: readonly CallSite[];

  /** `setters` are names of methods that put a value under a name on their receiver. */
  constructor(modules: readonly Module[], setters: ReadonlySet<string>) {
    for (const module of modules) {
      for (const write of module.facts.memberWrites) this.#addWrite(module, write);
      for (const site of module.calls) this.#add(site, setters);
    }
    this.#farAdditions = modules.flatMap((module) =>
      module.additions.filter(({ call }) => call.callee.kind === 'member' && isImported(module, call.callee.object)),
    );
  }

  #addWrite(module: Module, write: MemberWrite): void {
    append(this.#writes, write.name ?? '*', { module, write });
    if (write.name !== undefined && isOfOthers(module, write.object)) append(this.#farWrites, write.name, { module, write });
  }

  #add(site: CallSite, setters: ReadonlySet<string>): void {
    const [name] = site.call.args;
    if (site.call.callee.kind !== 'member' || name?.kind !== 'literal') return;
    const method = site.call.callee.name ?? '';
    if (setters.has(method)) append(this.#setters, String(name.value), site);
    if (LISTENING.has(method) || method === 'addEventListener') append(this.#listening, String(name.value), site);
  }

  /** Assignments to a property: `this.server = …`. */
  writes(name: string): readonly Write[] {
    return this.#writes.get(name) ?? [];
  }

  /** Those that may be to something of the module. */
  writesTo(to: Module, name: string): readonly Write[] {
    const own = this.writes(name).filter(({ module }) => module === to);
    const far = this.#farWrites.get(name) ?? [];
    return far.length === 0 ? own : [...own, ...far.filter(({ module }) => module !== to)];
  }

  /** Calls that may put a value under the name on their receiver: `fastify.decorate('db', pool)`. */
  setters(name: string): readonly CallSite[] {
    return this.#setters.get(name) ?? [];
  }

  /** Registrations of listeners for the event. */
  listening(event: string): readonly CallSite[] {
    return this.#listening.get(event) ?? [];
  }

  /** Additions that may be to a collection of the module. */
  additions(to: Module): readonly CallSite[] {
    return [...to.additions, ...this.#farAdditions.filter(({ module }) => module !== to)];
  }
}

/** Whether a module may get the value from another one: imported, handed over, or global. */
function isOfOthers(module: Module, value: Value): boolean {
  if (value.kind === 'member') return isOfOthers(module, value.object);
  if (value.kind === 'global') return !value.name.endsWith('exports') && value.name !== 'module';
  const isHandedOver = value.kind === 'reference' && module.facts.bindings[value.binding]?.kind === 'parameter';
  return isHandedOver || isImported(module, value);
}

/** Whether the value comes from another module. */
function isImported(module: Module, value: Value): boolean {
  if (value.kind === 'member') return isImported(module, value.object);
  if (value.kind !== 'reference') return false;
  const binding = module.facts.bindings[value.binding];
  return binding?.imported !== undefined || binding?.sources.some((source) => source.value?.kind === 'import') === true;
}
