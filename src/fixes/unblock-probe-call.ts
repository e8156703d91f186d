/** Synchronous calls as calls that let the event loop run. */
import type { BindingFact, CallValue, Span, Value } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { bareSpecifier, imported } from './names.js';
import { callSite, type Site } from './site.js';
import { type Edit, type Edits, insert, replace, type Source, textOf } from './source.js';

export interface BlockingCall {
  readonly call: Span;
  /** The name of the function that blocks (`readFileSync`), as its library exports it. */
  readonly member: string;
}

/** Those of node:fs whose promise gives the same; descriptors (`openSync`) and `existsSync` have none. */
const FILE_CALLS = new Set([
  'accessSync', 'appendFileSync', 'chmodSync', 'copyFileSync', 'lstatSync', 'mkdirSync', 'mkdtempSync', 'readFileSync', 'readdirSync',
  'readlinkSync', 'realpathSync', 'renameSync', 'rmSync', 'rmdirSync', 'statSync', 'unlinkSync', 'writeFileSync',
]);

/** Libraries whose function without `Sync` gives a promise of the same. */
const PROMISE_TWINS = /^(?:bcrypt|bcryptjs|@node-rs\/bcrypt|glob|globby|execa|fs-extra)$/u;

/** `await fs.promises.readFile(p)` for `fs.readFileSync(p)`, in the way the file imports it. Makes the function async if need be. */
export function unblockProbeCall(source: Source, { call, member }: BlockingCall): Edits {
  const site = callSite(source, call);
  if (!site || site.value.construct || !member.endsWith('Sync')) return undefined;
  const callee = unblockedCallee(source, site.value, member);
  const asynchronous = callee && makeAsync(source, site.function);
  if (!asynchronous) return undefined;
  const [before, after] = needsParentheses(site) ? ['(await ', ')'] : ['await ', ''];
  const [start] = call;
  const renamed = replace([start, site.value.callee.span[1]], before + callee.text);
  return [...asynchronous, renamed, ...(after === '' ? [] : [insert(call[1], after)]), ...callee.edits];
}

/** `(await f()).length`, and what an operator would take away from the `await`. */
function needsParentheses({ parents: [parent], value }: Site): boolean {
  if (parent?.kind === 'member') return parent.object === value;
  return parent?.kind === 'call' && parent.callee === value;
}

interface Callee {
  readonly text: string;
  readonly edits: readonly Edit[];
}

function unblockedCallee(source: Source, { callee, args }: CallValue, member: string): Callee | undefined {
  const name = member.replace(/Sync$/u, '');
  const library = libraryOf(source, callee);
  if (library === undefined) return undefined;
  const object = callee.kind === 'member' ? textOf(source, callee.object.span) : undefined;
  if (bareSpecifier(library) === 'fs') {
    const isSame = FILE_CALLS.has(member) && !(/^l?statSync$/u.test(member) && args.length > 1);
    return isSame ? fileCall(source, object, name) : undefined;
  }
  if (!PROMISE_TWINS.test(library)) return undefined;
  return object === undefined ? importedCall(source, library, name) : { text: `${object}.${name}`, edits: [] };
}

function fileCall(source: Source, object: string | undefined, name: string): Callee {
  if (object !== undefined) return { text: `${object}.promises.${name}`, edits: [] };
  return importedCall(source, 'node:fs/promises', name);
}

function importedCall(source: Source, specifier: string, name: string): Callee {
  const { name: text, edits } = imported(source, specifier, name);
  return { text, edits };
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
