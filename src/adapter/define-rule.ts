import path from 'node:path';
import type { Rule, SourceCode } from 'eslint';
import type { Edit, Finding, Suggestion } from '../project/finding.js';
import type { Service } from '../project/service.js';
import { debug } from './debug.js';
import { serviceFor } from './live.js';
import { settingsOf } from './settings.js';

/** One defect: what it is called, what is said of it, and where it is. */
export interface RuleDefinition {
  readonly name: string;
  /** One line for tables, without a full stop. */
  readonly description: string;
  /** `true`: proven defects, in `recommended` and `strict`. */
  readonly recommended: true | 'strict' | 'manifests';
  /** Fact and consequence, with a full stop. */
  readonly messages: Readonly<Record<string, string>>;
  /** Remedies. */
  readonly suggestions: Readonly<Record<string, string>>;
  /** `code` when it repairs without asking. */
  readonly fixable?: 'code';
  /** Everything wrong in the service, in whatever file. */
  readonly check: (service: Service) => Iterable<Finding>;
}

export interface RuleMeta extends Rule.RuleMetaData {
  readonly docs: {
    readonly description: string;
    readonly recommended: boolean;
    readonly url: string;
    readonly preset: RuleDefinition['recommended'];
  };
  readonly messages: Record<string, string>;
}

export interface RuleModule extends Rule.RuleModule {
  readonly meta: RuleMeta;
}

const DOCS = 'https://github.com/graceful-shutdown/eslint-plugin-graceful-shutdown/blob/main/docs/rules';

/** Makes an ESLint rule of a definition: the check runs once for a service, each file reports what is its own. */
export function defineRule(definition: RuleDefinition): RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: {
        description: definition.description,
        recommended: definition.recommended === true,
        preset: definition.recommended,
        url: `${DOCS}/${definition.name}.md`,
      },
      hasSuggestions: true,
      ...(definition.fixable && { fixable: definition.fixable }),
      schema: [],
      messages: { ...definition.messages, ...definition.suggestions },
    },
    create: (context) => {
      // Outside of what is caught below: a mistake in the settings is for the user to see.
      settingsOf(context.settings);
      return {
        Program: () => {
          for (const finding of findingsIn(definition, context)) report(context, finding);
        },
      };
    },
  };
}

const checked = new WeakMap<Service, Map<RuleDefinition, ReadonlyMap<string, readonly Finding[]>>>();

function findingsIn(definition: RuleDefinition, context: Rule.RuleContext): readonly Finding[] {
  try {
    const service = serviceFor(context);
    return service ? (findingsOf(definition, service).get(path.resolve(context.cwd, context.filename)) ?? []) : [];
  } catch (error) {
    debug(`${definition.name} ${context.filename}`, error);
    return [];
  }
}

function findingsOf(definition: RuleDefinition, service: Service): ReadonlyMap<string, readonly Finding[]> {
  const ofService = checked.get(service) ?? new Map<RuleDefinition, ReadonlyMap<string, readonly Finding[]>>();
  checked.set(service, ofService);
  const known = ofService.get(definition);
  if (known) return known;
  ofService.set(definition, new Map());
  const byFile = new Map<string, Finding[]>();
  for (const finding of distinct(definition.check(service))) {
    const others = byFile.get(finding.file);
    if (others) others.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  ofService.set(definition, byFile);
  return byFile;
}

/** One finding for one place, however many ways lead to it. */
function distinct(findings: Iterable<Finding>): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.file}#${finding.span.join('-')}#${finding.messageId}`;
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  return [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0]);
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: locate(sourceCode, finding.span[0]), end: locate(sourceCode, finding.span[1]) },
    messageId: finding.messageId,
    data: { ...finding.data },
    suggest: (finding.suggestions ?? []).filter(({ edits }) => edits.length > 0 && areApart(edits)).map(suggest),
    ...(finding.fix && {
      fix: (fixer: Rule.RuleFixer) => (finding.fix ?? []).map((edit) => fixer.replaceTextRange([...edit.span], edit.text)),
    }),
  });
}

/** ESLint ends the whole run over edits that overlap. */
function areApart(edits: readonly Edit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return spans.every(([start], index) => start >= (spans[index - 1]?.[1] ?? 0));
}

function suggest(suggestion: Suggestion): Rule.SuggestionReportDescriptor {
  return {
    messageId: suggestion.messageId,
    data: { ...suggestion.data },
    fix: (fixer) => suggestion.edits.map((edit) => fixer.replaceTextRange([...edit.span], edit.text)),
  };
}

function locate(sourceCode: SourceCode, offset: number): ReturnType<SourceCode['getLocFromIndex']> {
  return sourceCode.getLocFromIndex(Math.min(offset, sourceCode.text.length));
}
