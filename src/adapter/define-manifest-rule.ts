import path from 'node:path';
import type { Rule } from 'eslint';
import type { Deployment } from '../project/deployment/deployment.js';
import { deploymentOf } from '../project/deployment/current.js';
import { deploymentRootOf } from '../project/deployment/deployment.js';
import { manifestFile } from '../project/deployment/listing.js';
import { attempted } from '../project/debug.js';
import type { Finding } from '../project/finding.js';
import { metaOf, type RuleModule, type RuleWords } from './define-rule.js';
import { byFile, report } from './report.js';
import { settingsOf } from './settings.js';

/** A defect of a manifest: what it is called, what is said of it, and where it is. */
export interface ManifestRuleDefinition extends RuleWords {
  /** Everything wrong in the deployment, in whatever file. */
  readonly check: (deployment: Deployment) => Iterable<Finding>;
}

/** Larger texts are data. Characters. */
const LARGEST = 1_000_000;

/**
 * Makes an ESLint rule of a definition. It reads the text that ESLint has and no tree, so it works whatever parser or language the
 * user has for the file: `Program` is the root of most, `Document` that of @eslint/json, `ManifestRoot` that of our own.
 */
export function defineManifestRule(definition: ManifestRuleDefinition): RuleModule {
  return {
    meta: metaOf(definition),
    create: (context) => {
      settingsOf(context.settings, context.cwd);
      const check = (): void => {
        for (const finding of findingsIn(definition, context))
          attempted(definition.name, () => {
            report(context, finding);
          });
      };
      return { Program: check, Document: check, ManifestRoot: check };
    },
  };
}

const checked = new WeakMap<Deployment, Map<ManifestRuleDefinition, ReadonlyMap<string, readonly Finding[]>>>();

function findingsIn(definition: ManifestRuleDefinition, context: Rule.RuleContext): readonly Finding[] {
  const file = path.resolve(context.cwd, context.filename);
  const deployment = attempted(file, () => deploymentFor(context, file));
  return (deployment && findingsOf(definition, deployment).get(file)) ?? [];
}

function deploymentFor(context: Rule.RuleContext, file: string): Deployment | undefined {
  const { sourceCode, filename, physicalFilename } = context;
  if (physicalFilename !== filename || sourceCode.text.length > LARGEST) return undefined;
  const root = deploymentRootOf(file, context.cwd);
  if (!manifestFile(file, root)) return undefined;
  return deploymentOf(root, settingsOf(context.settings, context.cwd), { file, text: sourceCode.text });
}

function findingsOf(definition: ManifestRuleDefinition, deployment: Deployment): ReadonlyMap<string, readonly Finding[]> {
  const known = checked.get(deployment) ?? new Map<ManifestRuleDefinition, ReadonlyMap<string, readonly Finding[]>>();
  checked.set(deployment, known);
  const found = known.get(definition) ?? attempted(definition.name, () => byFile(definition.check(deployment))) ?? new Map<string, never>();
  known.set(definition, found);
  return found;
}
