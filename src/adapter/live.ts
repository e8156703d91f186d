import path from 'node:path';
import type { Rule } from 'eslint';
import { collectFacts } from '../facts/collect.js';
import type { ModuleFacts } from '../facts/module-facts.js';
import type { ProjectSettings } from '../project/settings.js';
import { rootOf } from '../project/roots.js';
import { Workspace } from '../project/workspace.js';
import { KeptAnswers, noteText } from './cache/kept-answers.js';
import { foundOnce } from './latest.js';
import { settingsOf } from './settings.js';

/** Larger texts are generated or data, from the disk as well. Characters. */
const LARGEST = 1_000_000;

/** What is being linted: a file as ESLint has it. */
export interface Linted {
  /** Absolute. */
  readonly file: string;
  readonly settings: ProjectSettings;
  /** Folder of the workspace that the file belongs to. */
  readonly root: string;
  /** What earlier runs have found, and where what this one finds is kept. */
  readonly kept: KeptAnswers | undefined;
  /** Whether the earlier answers are those of this text. */
  readonly isAnswered: boolean;
  /** The workspace with this text in it; made when there is no answer yet. */
  readonly workspace: () => Workspace;
}

/** The file and its workspace. */
export const linting = foundOnce(find);

/**
 * Undefined for a block that a processor has cut out of another file - code in a text about a service is no service - and for a text
 * beyond reason.
 */
function find({ sourceCode, filename, physicalFilename, cwd, settings }: Rule.RuleContext): Linted | undefined {
  const { text } = sourceCode;
  if (physicalFilename !== filename || text.length > LARGEST) return undefined;
  const file = path.resolve(cwd, filename);
  const kept = KeptAnswers.of(cwd);
  const base = { file, settings: settingsOf(settings, cwd), kept };
  const root = rootOf(file)?.dir;
  if (root !== undefined && kept?.holdFor(file, text) === true) {
    const workspace = (): Workspace => live(file, sourceCode);
    return { ...base, root, isAnswered: true, workspace };
  }
  const workspace = live(file, sourceCode);
  return { ...base, root: workspace.root, isAnswered: false, workspace: () => workspace };
}

function live(file: string, sourceCode: Rule.RuleContext['sourceCode']): Workspace {
  const workspace = Workspace.of(file);
  workspace.setLive(file, sourceCode.text, () => factsOf(sourceCode));
  noteText(file, sourceCode.text);
  return workspace;
}

function factsOf({ ast, scopeManager, text }: Rule.RuleContext['sourceCode']): ModuleFacts {
  if (!isTree(ast)) throw new TypeError('The parser gave no program.');
  return collectFacts(ast, scopeManager, text);
}

/** Whatever parser made it, a program with its body is what the collector reads. */
function isTree(ast: unknown): ast is Parameters<typeof collectFacts>[0] {
  return typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
}
