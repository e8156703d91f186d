import path from 'node:path';
import type { Rule } from 'eslint';
import { collectFacts } from '../facts/collect.js';
import type { ModuleFacts } from '../facts/module-facts.js';
import { serviceOf } from '../project/analysis.js';
import type { Service } from '../project/service.js';
import { Workspace } from '../project/workspace.js';
import { settingsOf } from './settings.js';

/** Larger texts are generated or data, from the disk as well. Characters. */
const LARGEST = 1_000_000;

const services = new WeakMap<Rule.RuleContext['sourceCode'], Service>();

/**
 * The service that the linted file belongs to, with the file's text as the editor has it. Undefined for a block that a
 * processor has cut out of another file - code in a text about a service is no service - and for a text beyond reason.
 */
export function serviceFor(context: Rule.RuleContext): Service | undefined {
  const { sourceCode, filename, physicalFilename } = context;
  if (physicalFilename !== filename || sourceCode.text.length > LARGEST) return undefined;
  const known = services.get(sourceCode);
  if (known) return known;
  const file = path.resolve(context.cwd, filename);
  const workspace = Workspace.of(file);
  workspace.setLive(file, sourceCode.text, () => factsOf(sourceCode));
  const service = serviceOf(workspace, settingsOf(context.settings));
  services.set(sourceCode, service);
  return service;
}

function factsOf({ ast, scopeManager, text }: Rule.RuleContext['sourceCode']): ModuleFacts {
  if (!isTree(ast)) throw new TypeError('The parser gave no program.');
  return collectFacts(ast, scopeManager, text);
}

/** Whatever parser made it, a program with its body is what the collector reads. */
function isTree(ast: unknown): ast is Parameters<typeof collectFacts>[0] {
  return typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
}
