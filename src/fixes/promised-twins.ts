/** The asynchronous form of a function that blocks, as a function that gives a promise of the same. */
import type { BindingFact, CallValue, Value } from '../facts/module-facts.js';
import { dialectOf } from './dialect.js';
import { bareSpecifier, imported } from './names.js';
import { type Edit, type Source, textOf } from './source.js';

export interface Twin {
  /** What stands before the arguments. */
  readonly callee: string;
  /** What is added to the arguments. */
  readonly more?: string;
  /** What is taken of the result. */
  readonly tail?: string;
  readonly edits: readonly Edit[];
}

/** Those of node:fs whose promise gives the same; descriptors (`openSync`) have none. */
const FILE_CALLS = new Set([
  'accessSync',
  'appendFileSync',
  'chmodSync',
  'copyFileSync',
  'lstatSync',
  'mkdirSync',
  'mkdtempSync',
  'readFileSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'statSync',
  'unlinkSync',
  'writeFileSync',
]);

/** Libraries whose function without `Sync` gives a promise of the same. */
const PROMISE_TWINS = /^(?:bcrypt|bcryptjs|@node-rs\/bcrypt|glob|globby|execa|fs-extra)$/u;

/** Libraries of Node whose function without `Sync` takes a callback as its last argument. */
const CALLBACK_TWINS = new Set(['child_process', 'crypto', 'zlib']);

export function promisedTwin(source: Source, call: CallValue, member: string): Twin | undefined {
  const library = libraryOf(source, call.callee);
  if (library === undefined || !member.endsWith('Sync')) return undefined;
  const own: Own = {
    library,
    name: member.replace(/Sync$/u, ''),
    object: call.callee.kind === 'member' ? textOf(source, call.callee.object.span) : undefined,
  };
  if (bareSpecifier(library) === 'fs') return fileTwin(source, call, member, own);
  if (PROMISE_TWINS.test(library)) return named(source, own);
  return CALLBACK_TWINS.has(bareSpecifier(library)) ? promisified(source, call, own) : undefined;
}

interface Own {
  readonly library: string;
  readonly name: string;
  /** `fs` of `fs.readFileSync`. */
  readonly object: string | undefined;
}

function named(source: Source, { library, name, object }: Own): Twin {
  if (object !== undefined) return { callee: `${object}.${name}`, edits: [] };
  const { name: callee, edits } = imported(source, library, name);
  return { callee, edits };
}

function fileTwin(source: Source, { args }: CallValue, member: string, own: Own): Twin | undefined {
  const promises = (name: string): Twin =>
    own.object === undefined
      ? named(source, { ...own, library: 'node:fs/promises', name })
      : { callee: `${own.object}.promises.${name}`, edits: [] };
  if (member === 'existsSync') return { ...promises('access'), tail: '.then(() => true, () => false)' };
  const isSame = FILE_CALLS.has(member) && !(/^l?statSync$/u.test(member) && args.length > 1);
  return isSame ? promises(own.name) : undefined;
}

/** What `spawnSync` tells and `execFile`, which rejects instead, does not. */
function readsStatus(text: string): boolean {
  if (/\.(?:status|error|signal|output|pid)\b/u.test(text)) return true;
  return [...text.matchAll(/\{([^{}]*)\}\s*=/gu)].some(([, names = '']) => /\b(?:status|error|signal)\b/u.test(names));
}

/** https://nodejs.org/api/util.html#utilpromisifyoriginal */
function promisified(source: Source, { args }: CallValue, own: Own): Twin | undefined {
  const isSpawn = own.name === 'spawn';
  const text = args.map(({ span }) => textOf(source, span)).join(', ');
  if (
    bareSpecifier(own.library) === 'child_process' &&
    (/\b(?:stdio|input|shell)\b|\.\.\./u.test(text) || (isSpawn && readsStatus(source.text)))
  )
    return undefined;
  const plain = named(source, isSpawn ? { ...own, name: 'execFile' } : own);
  const promisify = imported(source, 'node:util', 'promisify');
  const tail = bareSpecifier(own.library) === 'child_process' && !isSpawn ? '.stdout' : undefined;
  // The types of `promisify(scrypt)` ask for the options.
  const more = own.name === 'scrypt' && args.length === 3 && dialectOf(source).typescript ? ', {}' : undefined;
  return {
    callee: `${promisify.name}(${plain.callee})`,
    ...(tail !== undefined && { tail }),
    ...(more !== undefined && { more }),
    edits: [...promisify.edits, ...plain.edits],
  };
}

/** The module that the called name, or what it is a member of, comes from. */
function libraryOf({ facts }: Source, callee: Value): string | undefined {
  const root = callee.kind === 'member' ? callee.object : callee;
  if (root.kind === 'import') return root.specifier;
  const binding = root.kind === 'reference' ? facts.bindings[root.binding] : undefined;
  return binding && specifierOf(binding);
}

function specifierOf({ imported: origin, sources }: BindingFact): string | undefined {
  if (origin) return origin.specifier;
  const required = sources.find(({ value }) => value?.kind === 'import')?.value;
  return required?.kind === 'import' ? required.specifier : undefined;
}
