import type { Knowledge } from './knowledge.js';
import { scopeOf } from './scope.js';
import type { Workspace } from './workspace.js';

/** Words of the life cycle of a process. A module without any, that imports no catalogued library, can say nothing by itself. */
const WORDS = [
  'SIG(?:TERM|INT|HUP|QUIT|KILL|STOP|USR[12])', 'process\\s*(?:\\?\\.|\\.)\\s*(?:on|once|exit|abort|kill|emit|addListener|reallyExit)', 'setInterval', 'setTimeout',
  'unhandledRejection', 'uncaughtException', 'healthz?', 'livez', 'readyz', 'Sync\\(',
];

/** A shutdown is followed into what it imports: a register of closers may name no signal and no library. */
const SHUTDOWN = /SIG(?:TERM|INT)\b/u;
const FOLLOWED = 2;

/**
 * The files that a question can reach: those that speak of the life cycle or use a catalogued library, and all that import
 * these, directly or not, and what the shutdowns among them import. The rest is never parsed.
 */
export function relevantFiles(workspace: Workspace, knowledge: Knowledge): readonly string[] {
  const words = wordsOf(knowledge);
  const inScope = workspace.files.filter((file) => isAnalysed(file, workspace));
  const relevant = new Set(inScope.filter((file) => words.test(workspace.text(file) ?? '')));
  const waiting = [...relevant];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const importer of workspace.importersOf(next)) {
      if (relevant.has(importer) || !isAnalysed(importer, workspace)) continue;
      relevant.add(importer);
      waiting.push(importer);
    }
  }
  const followed = inScope.filter((file) => SHUTDOWN.test(workspace.text(file) ?? '')).flatMap((file) => importedFrom(file, workspace, FOLLOWED));
  for (const file of followed) relevant.add(file);
  return inScope.filter((file) => relevant.has(file));
}

function importedFrom(file: string, workspace: Workspace, depth: number): readonly string[] {
  const imports = workspace.importsOf(file);
  return depth === 1 ? imports : imports.flatMap((imported) => [imported, ...importedFrom(imported, workspace, depth - 1)]);
}

function isAnalysed(file: string, workspace: Workspace): boolean {
  const scope = scopeOf(file, workspace);
  return scope === 'source' || scope === 'script';
}

const compiled = new WeakMap<Knowledge, RegExp>();

function wordsOf(knowledge: Knowledge): RegExp {
  const known = compiled.get(knowledge);
  if (known) return known;
  const specifiers = knowledge.libraries.flatMap((library) => library.modules ?? [library.name]).filter((name) => !/^node:(?:fs|util|events|path|stream|crypto|zlib)/u.test(name));
  const quoted = specifiers.map((name) => name.replace(/^node:/u, '').replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
  const expression = new RegExp(`${WORDS.join('|')}|['"](?:node:)?(?:${quoted.join('|')})['"/]`, 'u');
  compiled.set(knowledge, expression);
  return expression;
}
