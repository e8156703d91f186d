import type { Deployment } from '../project/deployment/deployment.js';
import { attempted } from '../project/debug.js';
import type { Finding } from '../project/finding.js';
import { metaOf, type RuleWords } from './define-rule.js';
import type { RuleModule } from './rule-module.js';
import { manifestFindingsIn, registeredForManifests } from './manifest-answers.js';
import { report } from './report.js';
import { settingsOf } from './settings.js';

/** A defect of a manifest: what it is called, what is said of it, and where it is. */
export interface ManifestRuleDefinition extends RuleWords {
  /** Everything wrong in the deployment, in whatever file. */
  readonly check: (deployment: Deployment) => Iterable<Finding>;
}

/**
 * Makes an ESLint rule of a definition. It reads the text that ESLint has and no tree, so it works whatever parser or language the
 * user has for the file: `Program` is the root of most, `Document` that of @eslint/json, `ManifestRoot` that of our own.
 */
export function defineManifestRule(definition: ManifestRuleDefinition): RuleModule {
  registeredForManifests(definition);
  return {
    meta: metaOf(definition),
    create: (context) => {
      settingsOf(context.settings, context.cwd);
      const check = (): void => {
        for (const finding of manifestFindingsIn(definition, context))
          attempted(definition.name, () => {
            report(context, finding);
          });
      };
      return { Program: check, Document: check, ManifestRoot: check };
    },
  };
}
