import path from 'node:path';
import type { Rule } from 'eslint';
import { attempted } from '../project/debug.js';
import { deploymentOf } from '../project/deployment/current.js';
import { deploymentRootOf, type Deployment } from '../project/deployment/deployment.js';
import { manifestFile } from '../project/deployment/listing.js';
import type { Finding } from '../project/finding.js';
import type { ProjectSettings } from '../project/settings.js';
import { KeptAnswers, noteText } from './cache/kept-answers.js';
import type { Question } from './cache/kept-file.js';
import type { ManifestRuleDefinition } from './define-manifest-rule.js';
import { foundOnce } from './latest.js';
import { byFile, type ByFile } from './report.js';
import { settingsIn, settingsOf, textOf } from './settings.js';

/** Larger texts are data. Characters. */
const LARGEST = 1_000_000;

const definitions = new Map<string, ManifestRuleDefinition>();

export function registeredForManifests(definition: ManifestRuleDefinition): void {
  definitions.set(definition.name, definition);
}

/** What the rule has to say of the manifest that is being linted. */
export function manifestFindingsIn(definition: ManifestRuleDefinition, context: Rule.RuleContext): readonly Finding[] {
  const linted = linting(context);
  if (!linted) return [];
  const { file, text, root, settings, kept, isAnswered } = linted;
  const question = { of: 'manifests', root, settings: textOf(settings), rule: definition.name } as const;
  const known = isAnswered ? kept?.get(question) : undefined;
  if (known) return known.get(file) ?? [];
  const { found, isNew } = findingsOf(definition, root, settings, { file, text });
  if (isNew) kept?.add(question, found);
  return found?.get(file) ?? [];
}

/** The answer of the analysis, whatever is kept. */
export function manifestAnswer({ root, settings, rule }: Question): ByFile | undefined {
  const definition = definitions.get(rule);
  return definition && findingsOf(definition, root, settingsIn(settings)).found;
}

interface Linted {
  readonly file: string;
  readonly text: string;
  readonly root: string;
  readonly settings: ProjectSettings;
  readonly kept: KeptAnswers | undefined;
  readonly isAnswered: boolean;
}

const linting = foundOnce(find);

function find({ sourceCode: { text }, filename, physicalFilename, cwd, settings }: Rule.RuleContext): Linted | undefined {
  if (physicalFilename !== filename || text.length > LARGEST) return undefined;
  const file = path.resolve(cwd, filename);
  const root = deploymentRootOf(file, cwd);
  if (!manifestFile(file, root)) return undefined;
  const kept = KeptAnswers.of(cwd);
  return { file, text, root, settings: settingsOf(settings, cwd), kept, isAnswered: kept?.holdFor(file, text) === true };
}

type Checked = Map<ManifestRuleDefinition, { readonly found: ByFile | undefined }>;

const checked = new WeakMap<Deployment, Checked>();

interface Outcome {
  /** Undefined when the analysis fails. */
  readonly found: ByFile | undefined;
  readonly isNew: boolean;
}

function findingsOf(
  definition: ManifestRuleDefinition,
  root: string,
  settings: ProjectSettings,
  live?: Parameters<typeof deploymentOf>[2],
): Outcome {
  const deployment = attempted(root, () => deploymentOf(root, settings, live));
  if (!deployment) return { found: undefined, isNew: true };
  if (live) noteText(live.file, live.text);
  const ofDeployment: Checked = checked.get(deployment) ?? new Map<ManifestRuleDefinition, never>();
  checked.set(deployment, ofDeployment);
  const before = ofDeployment.get(definition);
  if (before) return { found: before.found, isNew: false };
  const found = attempted(definition.name, () => byFile(definition.check(deployment)));
  ofDeployment.set(definition, { found });
  return { found, isNew: true };
}
