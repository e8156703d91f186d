import path from 'node:path';
import type { Rule } from 'eslint';
import { serviceOf } from '../project/analysis.js';
import { contained } from '../project/containment.js';
import type { Finding } from '../project/finding.js';
import { isStillSo, withReads, type Reads } from '../project/reads.js';
import type { Service } from '../project/service.js';
import type { ProjectSettings } from '../project/settings.js';
import { Workspace } from '../project/workspace.js';
import type { Question } from './cache/kept-file.js';
import type { RuleDefinition } from './define-rule.js';
import { linting, type Linted } from './live.js';
import { byFile, type ByFile } from './report.js';
import { settingsIn, textOf } from './settings.js';

const definitions = new Map<string, RuleDefinition>();

export function registered(definition: RuleDefinition): void {
  definitions.set(definition.name, definition);
}

/** What the rule has to say of the file that is being linted. */
export function findingsIn(definition: RuleDefinition, context: Rule.RuleContext): readonly Finding[] {
  const linted = linting(context);
  if (!linted) return [];
  const { file, settings, kept, isAnswered, workspace } = linted;
  const known = isAnswered ? kept?.get(questionOf(definition, linted)) : undefined;
  if (known) return known.get(file) ?? [];
  const { found, isNew } = findingsOf(definition, workspace(), settings, linted);
  if (isNew) kept?.add(questionOf(definition, linted), found);
  return found?.get(file) ?? [];
}

function questionOf({ name }: RuleDefinition, { root, settings }: Linted): Question {
  return { of: 'code', root, settings: textOf(settings), rule: name };
}

/** The answer of the analysis, whatever is kept. */
export function codeAnswer({ root, settings, rule }: Question): ByFile | undefined {
  const definition = definitions.get(rule);
  return definition && findingsOf(definition, Workspace.of(path.join(root, 'package.json')), settingsIn(settings)).found;
}

interface Checked {
  /** When an answer to one of these is another, it is checked again. */
  readonly reads: Reads;
  readonly found: ByFile;
}

const checked = new WeakMap<Service, Map<RuleDefinition, Checked>>();

interface Outcome {
  /** Undefined when the analysis fails. */
  readonly found: ByFile | undefined;
  readonly isNew: boolean;
}

interface Latest {
  readonly leftOut: ReadonlySet<string>;
  readonly service: Service | undefined;
}

const latest = new WeakMap<Linted, Latest>();

/** Found once for all rules of a file: between two of them nothing changes but what is left out. */
function latestService(workspace: Workspace, settings: ProjectSettings, linted: Linted | undefined): Service | undefined {
  const known = linted && latest.get(linted);
  if (known?.leftOut === workspace.faults.leftOut) return known.service;
  const service = contained(workspace, settings, 'analysis', () => serviceOf(workspace, settings));
  if (linted) latest.set(linted, { leftOut: workspace.faults.leftOut, service });
  return service;
}

function findingsOf(definition: RuleDefinition, workspace: Workspace, settings: ProjectSettings, linted?: Linted): Outcome {
  const service = latestService(workspace, settings, linted);
  if (!service) return { found: undefined, isNew: true };
  const known = checked.get(service)?.get(definition);
  if (known?.reads.size === 0) return { found: known.found, isNew: false };
  const found = contained(workspace, definition, definition.name, () => check(definition, serviceOf(workspace, settings)));
  return { found, isNew: known === undefined || found !== known.found };
}

function check(definition: RuleDefinition, service: Service): ByFile {
  const ofService = checked.get(service) ?? new Map<RuleDefinition, Checked>();
  checked.set(service, ofService);
  const known = ofService.get(definition);
  if (known && isStillSo(service, known.reads)) return known.found;
  const { result: found, reads } = withReads(service, () => byFile(definition.check(service)));
  ofService.set(definition, { reads, found });
  return found;
}
