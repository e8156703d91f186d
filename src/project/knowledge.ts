import type { Command, Library, Member, ThingType, TypeName } from '../catalogue/shape.js';
import { undescribed } from '../catalogue/undescribed.js';
import { append } from './lists.js';
import { versionMatches } from './version-range.js';

export interface NamedType {
  readonly library: Library;
  readonly name: string;
  readonly type: ThingType;
}

export interface NamedMember {
  readonly library: Library;
  readonly name: string;
  readonly member: Member;
}

/** The catalogue, indexed: the built-in libraries and those of the user's settings, the user's first. */
export class Knowledge {
  readonly #bySpecifier = new Map<string, Library[]>();
  readonly #byPrefix: { readonly prefix: string; readonly library: Library }[] = [];
  readonly #byName = new Map<string, Library[]>();
  readonly #globals = new Map<string, NamedMember>();

  /** In the names of packages that answer paths which no code registers. */
  readonly answering: readonly string[];
  /** In programs that end idle connections when a server closes. */
  readonly sweeping: readonly string[];

  /** Names of methods that put a value under a name on their receiver. */
  readonly setters = new Set<string>();

  constructor(readonly libraries: readonly Library[]) {
    for (const library of libraries) this.#add(library);
    this.answering = [...undescribed.answers, ...libraries.flatMap(({ answers }) => answers ?? [])];
    this.sweeping = libraries.flatMap(({ sweeps }) => sweeps ?? []);
  }

  #add(library: Library): void {
    append(this.#byName, library.name, library);
    for (const specifier of library.modules ?? [library.name]) {
      if (specifier.endsWith('/*')) this.#byPrefix.push({ prefix: specifier.slice(0, -1), library });
      else append(this.#bySpecifier, specifier, library);
    }
    const members = Object.values(library.types ?? {}).flatMap((type) => Object.entries(type.members ?? {}));
    for (const [name, member] of members) if (member.sets) this.setters.add(name);
    for (const [name, member] of Object.entries(library.globals ?? {})) {
      if (!this.#globals.has(name)) this.#globals.set(name, { library, name, member });
    }
  }

  /** The library that an import specifier names; `range` is what the project's package.json asks for. */
  library(specifier: string, range?: string): Library | undefined {
    const candidates = this.#bySpecifier.get(specifier) ?? this.#bySpecifier.get(`node:${specifier}`);
    if (candidates) return this.#choose(candidates, range);
    return this.#byPrefix.find(({ prefix }) => specifier.startsWith(prefix))?.library;
  }

  /** Every version of it. */
  libraryAll(specifier: string): readonly Library[] {
    const named = this.#bySpecifier.get(specifier) ?? this.#bySpecifier.get(`node:${specifier}`);
    return named ?? this.#byPrefix.flatMap(({ prefix, library }) => (specifier.startsWith(prefix) ? [library] : []));
  }

  #choose(candidates: readonly Library[], range: string | undefined): Library | undefined {
    if (range === undefined || candidates.length === 1) return candidates[0];
    return candidates.find((library) => library.versions === undefined || versionMatches(range, library.versions)) ?? candidates[0];
  }

  /** What is known of the program that runs an entry (`fastify start`). */
  command(words: string | undefined): Command | undefined {
    if (words === undefined) return undefined;
    return this.libraries
      .flatMap((library) => library.commands ?? [])
      .find(({ command }) => words === command || words.startsWith(`${command} `));
  }

  global(name: string): NamedMember | undefined {
    return this.#globals.get(name);
  }

  /** The type that `name` means inside `library`. */
  type(name: TypeName, library: Library): NamedType | undefined {
    const hash = name.indexOf('#');
    const owners = hash < 0 ? [library] : (this.#byName.get(name.slice(0, hash)) ?? []);
    const local = name.slice(hash + 1);
    for (const owner of owners) {
      const type = owner.types?.[local];
      if (type) return { library: owner, name: local, type };
    }
    return undefined;
  }

  /** What a library exports under a name; a missing name is looked up in the namespace of the default export. */
  exported(library: Library, name: string): Member | undefined {
    const own = own_(library.exports, name);
    if (own) return own;
    const main = library.exports['default'];
    if (!main) return undefined;
    const inside = own_(main.members ?? {}, name);
    if (inside || main.is === undefined) return inside;
    const type = this.type(main.is, library);
    return type && this.typeMember(type, name)?.member;
  }

  /** A member of a type, its own first, then those it extends. */
  typeMember(type: NamedType, name: string): { readonly member: Member; readonly from: NamedType } | undefined {
    const own = own_(type.type.members ?? {}, name);
    if (own) return { member: own, from: type };
    for (const parent of this.#parents(type)) {
      const found = this.typeMember(parent, name);
      if (found) return found;
    }
    return undefined;
  }

  /** What `on(event, listener)` of an emitter type registers. */
  event(type: NamedType, event: string): NonNullable<ThingType['events']>[string] | undefined {
    const own = own_(type.type.events ?? {}, event);
    if (own) return own;
    for (const parent of this.#parents(type)) {
      const found = this.event(parent, event);
      if (found) return found;
    }
    return own_(type.type.events ?? {}, '*');
  }

  isEmitter(type: NamedType): boolean {
    return type.type.events !== undefined || this.#parents(type).some((parent) => this.isEmitter(parent));
  }

  /** Whether the type is `name` of the library called `library`, or extends it. */
  extendsType(type: NamedType, library: string, name: string): boolean {
    if (type.library.name === library && type.name === name) return true;
    return this.#parents(type).some((parent) => this.extendsType(parent, library, name));
  }

  #parents(type: NamedType): readonly NamedType[] {
    return (type.type.extends ?? []).flatMap((parent) => this.type(parent, type.library) ?? []);
  }
}

function own_<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
