import type { Library } from '../catalogue/shape.js';
import type { Knowledge } from './knowledge.js';
import { mayUse, type Use } from './mentions.js';
import { escaped, namesOf, strongNames, type StrongNames } from './strong-names.js';
import type { Unit } from './units.js';
import type { Workspace } from './workspace.js';

/** Words of the life cycle of a process, and calls by which anything begins or ends. */
const WORDS = [
  'SIG(?:TERM|INT|HUP|QUIT|KILL|STOP|USR[12])',
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
  'while\\s*\\(\\s*(?:true|1|!)',
  'for\\s*\\(\\s*;\\s*;',
  '\\.\\s*(?:(?:force|graceful(?:ly)?)?(?:close|stop|shut_?[dD]own|terminate|dispose|destroy|drain|disconnect|quit|kill|tear_?[dD]own|clean_?[uU]p|flush)(?!Propagation|Immediate)\\w*|end)\\s*\\(',
];

/** Too common to look for on anything but a thing of the library. */
const EVERYDAY = new Set(['on', 'bind', 'attach', 'work']);

/** Answers about a file, right while its text and the workspace's shape are these. */
interface Judged {
  readonly text: string;
  readonly shape: number;
  tells?: boolean;
  /** By name and use. */
  readonly uses: Map<string, boolean>;
  /** Parts of it. */
  readonly units: Map<Unit, boolean>;
  libraries?: readonly Library[];
}

const tellings = new WeakMap<Workspace, Telling>();

/** What makes a text worth reading: the words above, or a library that it imports together with a name that begins or ends something there. */
export class Telling {
  readonly #words: RegExp;
  readonly #judged = new Map<string, Judged>();
  readonly #generated: readonly Library[];
  readonly #names = new Map<Library, StrongNames>();

  private constructor(
    readonly workspace: Workspace,
    readonly knowledge: Knowledge,
  ) {
    this.#generated = knowledge.libraries.filter(({ generated }) => generated !== undefined);
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
    const known = this.#judge(file);
    known.tells ??= this.#tellsIn(file, known.text, () => true);
    return known.tells;
  }

  /** Whether a part of the file does; `hasMain` tells whether it uses the default export of a package, or the whole of it. */
  tellsUnit(file: string, unit: Unit, hasMain: (library: Library) => boolean): boolean {
    const { units } = this.#judge(file);
    const known = units.get(unit) ?? this.#tellsIn(file, unit.text, hasMain);
    units.set(unit, known);
    return known;
  }

  #tellsIn(file: string, text: string, hasMain: (library: Library) => boolean): boolean {
    if (this.#words.test(text)) return true;
    return this.#libraries(file).some((library) => {
      const { expression, main } = this.#namesOf(library);
      return expression.test(text) || (main && hasMain(library));
    });
  }

  /** Whether a file that imports a module may use this export of it. */
  mayUse(file: string, name: string, how: Use): boolean {
    const { text, uses } = this.#judge(file);
    const key = `${how} ${name}`;
    const known = uses.get(key) ?? mayUse(text, name, how);
    uses.set(key, known);
    return known;
  }

  #libraries(file: string): readonly Library[] {
    const known = this.#judge(file);
    known.libraries ??= this.#find(file, known.text);
    return known.libraries;
  }

  /** What is known of the file as it is now. */
  #judge(file: string): Judged {
    const text = this.workspace.text(file) ?? '';
    const { shape } = this.workspace;
    const known = this.#judged.get(file);
    if (known && known.text === text && known.shape === shape) return known;
    const judged: Judged = { text, shape, uses: new Map(), units: new Map() };
    this.#judged.set(file, judged);
    return judged;
  }

  #find(file: string, text: string): readonly Library[] {
    const generated = this.#generated.filter((library) => library.generated !== undefined && text.includes(library.generated));
    return [...this.workspace.packagesOf(file).flatMap((specifier) => this.knowledge.libraryAll(specifier)), ...generated];
  }

  #namesOf(library: Library): StrongNames {
    const known = this.#names.get(library) ?? strongNames(library);
    this.#names.set(library, known);
    return known;
  }
}
