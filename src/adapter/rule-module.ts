import type { Rule } from 'eslint';

/** `true`: proven defects, in `recommended` and `strict`. */
export type Preset = true | 'strict' | 'manifests' | 'strict-manifests';

export interface RuleMeta extends Rule.RuleMetaData {
  readonly docs: {
    readonly description: string;
    readonly recommended: boolean;
    readonly url: string;
    readonly preset: Preset;
  };
  readonly messages: Record<string, string>;
}

export interface RuleModule extends Rule.RuleModule {
  readonly meta: RuleMeta;
}
