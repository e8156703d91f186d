import type { Library } from '../catalogue/shape.js';
import type { Knowledge } from './knowledge.js';
import type { Use } from './mentions.js';
import { ROLE } from './roles.js';
import { escaped, namesOf, strongNames, type StrongNames } from './strong-names.js';
import { isYes, using } from './text-questions.js';
import type { Unit } from './units.js';
import type { Workspace } from './workspace.js';

export const SIGNAL = 'SIG(?:TERM|INT|HUP|QUIT|KILL|STOP|USR[12])';
export const ENDLESS = ['while\\s*\\(\\s*(?:true|1|!)', 'for\\s*\\(\\s*;\\s*;'];

/** Words of the life cycle of a process, and calls by which anything begins or ends. */
const WORDS = [
  SIGNAL,
  '\\bprocess\\s*(?:\\?\\.|\\.)\\s*(?:on|once|exit|abort|kill|emit|addListener|reallyExit)',
  'setInterval',
  'setTimeout',
  'unhandledRejection',
  'uncaughtException',
  'health',
  'livez',
  'readyz',
  '/(?:live|liveness|ready|readiness|ping|status)\\b',
  '@\\w+\\(\\s*[\'"`](?:live|ready|ping|status)',
  'Sync\\(',
  ROLE,
  ...ENDLESS,
  '\\.\\s*(?:(?:force|graceful(?:ly)?)?(?:close|stop|shut_?[dD]own|terminate|dispose|destroy|drain|disconnect|quit|kill|tear_?[dD]own|clean_?[uU]p|flush)(?!Propagation|Immediate)\\w*|end)\\s*\\(',
];

/** Too common to look for on anything but a thing of the library. */
const EVERYDAY = new Set(['on', 'bind', 'attach', 'work']);

const tellings = new WeakMap<Workspace, Telling>();

/** What makes a text worth reading: the words above, or a library that it imports together with a name that begins or ends something there. */
export class Telling {
  readonly #words: RegExp;
  readonly #generated: readonly { readonly library: Library; readonly mark: RegExp }[];
  /** By the packages that a file imports. */
  readonly #libraries = new WeakMap<readonly string[], readonly Library[]>();
  /** Parts of files, as long as these import the same packages. */
  readonly #units = new WeakMap<Unit, { readonly packages: readonly string[]; readonly tells: boolean }>();
  readonly #names = new Map<Library, StrongNames>();

  private constructor(
    readonly workspace: Workspace,
    readonly knowledge: Knowledge,
  ) {
    this.#generated = knowledge.libraries.flatMap((library) =>
      library.generated === undefined ? [] : [{ library, mark: new RegExp(escaped(library.generated), 'u') }],
    );
    const starting = new Set(
      knowledge.libraries
        .flatMap((library) =>
          Object.values(library.types ?? {}).flatMap((type) => namesOf(type.members, (member) => member.starts !== undefined)),
        )
        .filter((name) => !EVERYDAY.has(name)),
    );
    const lifecycle = knowledge.libraries.flatMap((library) => Object.keys(library.lifecycle ?? {}));
    this.#words = new RegExp(
      [
        ...WORDS,
        `\\.\\s*(?:${[...starting].map(escaped).join('|')})\\s*\\(`,
        `\\b(?:${[...new Set(lifecycle)].map(escaped).join('|')})\\b`,
      ].join('|'),
      'u',
    );
  }

  static of(workspace: Workspace, knowledge: Knowledge): Telling {
    const known = tellings.get(workspace);
    if (known?.knowledge === knowledge) return known;
    const made = new Telling(workspace, knowledge);
    tellings.set(workspace, made);
    return made;
  }

  /** Whether a file may tell anything. */
  tells(file: string): boolean {
    return this.#tellsIn(
      file,
      (pattern) => this.workspace.matches(file, pattern),
      () => true,
    );
  }

  /** Whether a part of the file does; `hasMain` tells whether it uses the default export of a package, or the whole of it. */
  tellsUnit(file: string, unit: Unit, hasMain: (library: Library) => boolean): boolean {
    const packages = this.workspace.packagesOf(file);
    const known = this.#units.get(unit);
    if (known?.packages === packages) return known.tells;
    const tells = this.#tellsIn(file, (pattern) => pattern.test(unit.text), hasMain);
    this.#units.set(unit, { packages, tells });
    return tells;
  }

  #tellsIn(file: string, matches: (pattern: RegExp) => boolean, hasMain: (library: Library) => boolean): boolean {
    if (matches(this.#words)) return true;
    return [...this.#imported(file), ...this.#generatedFor(file)].some((library) => {
      const { expression, main } = this.#namesOf(library);
      return matches(expression) || (main && hasMain(library));
    });
  }

  /** Whether a file that imports a module may use this export of it. */
  mayUse(file: string, name: string, how: Use): boolean {
    return isYes(this.workspace.ask(file, using(name, how)));
  }

  #generatedFor(file: string): readonly Library[] {
    return this.#generated.filter(({ mark }) => this.workspace.matches(file, mark)).map(({ library }) => library);
  }

  #imported(file: string): readonly Library[] {
    const packages = this.workspace.packagesOf(file);
    const known = this.#libraries.get(packages) ?? packages.flatMap((specifier) => this.knowledge.libraryAll(specifier));
    this.#libraries.set(packages, known);
    return known;
  }

  #namesOf(library: Library): StrongNames {
    const known = this.#names.get(library) ?? strongNames(library);
    this.#names.set(library, known);
    return known;
  }
}
