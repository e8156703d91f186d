import type { Rule } from 'eslint';
import { attempted } from '../project/debug.js';
import type { Finding } from '../project/finding.js';
import type { Service } from '../project/service.js';
import { findingsIn, registered } from './code-answers.js';
import { report } from './report.js';
import type { Preset, RuleMeta, RuleModule } from './rule-module.js';
import { settingsOf } from './settings.js';

/** What a rule is called, and what it says. */
export interface RuleWords {
  readonly name: string;
  /** One line for tables, without a full stop. */
  readonly description: string;
  /** The configurations that it is in. */
  readonly recommended: Preset;
  /** Fact and consequence, with a full stop. */
  readonly messages: Readonly<Record<string, string>>;
  /** Remedies. */
  readonly suggestions: Readonly<Record<string, string>>;
  /** `code` when it repairs without asking. */
  readonly fixable?: 'code';
}

/** One defect: what it is called, what is said of it, and where it is. */
export interface RuleDefinition extends RuleWords {
  /** Everything wrong in the service, in whatever file. */
  readonly check: (service: Service) => Iterable<Finding>;
}

const DOCS = 'https://github.com/graceful-shutdown/eslint-plugin-graceful-shutdown/blob/main/docs/rules';

/** Makes an ESLint rule of a definition: the check runs once for a service, each file reports what is its own. */
export function defineRule(definition: RuleDefinition): RuleModule {
  registered(definition);
  return {
    meta: metaOf(definition),
    create: (context) => {
      // Outside of what is caught below: a mistake in the settings is for the user to see.
      settingsOf(context.settings, context.cwd);
      const findings = findingsIn(definition, context);
      // Most files have none; ESLint then keeps no listener, and so spends nothing on this rule when it walks through the file.
      if (findings.length === 0) return NOTHING;
      return {
        Program: () => {
          for (const finding of findings)
            attempted(definition.name, () => {
              report(context, finding);
            });
        },
      };
    },
  };
}

export function metaOf(words: RuleWords): RuleMeta {
  return {
    type: 'problem',
    docs: {
      description: words.description,
      recommended: words.recommended === true,
      preset: words.recommended,
      url: `${DOCS}/${words.name}.md`,
    },
    hasSuggestions: true,
    ...(words.fixable && { fixable: words.fixable }),
    schema: [],
    messages: { ...words.messages, ...words.suggestions },
  };
}

const NOTHING: Rule.RuleListener = {};
