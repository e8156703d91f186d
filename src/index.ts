import type { ESLint } from 'eslint';
import type { RuleModule } from './adapter/rule-module.js';
import { meta } from './adapter/meta.js';
import { configsFor, type Configs } from './configs.js';
import { languages } from './manifests/language/languages.js';
import { rules } from '../rules/index.js';

export interface GracefulShutdownPlugin {
  readonly meta: typeof meta;
  readonly rules: Readonly<Record<string, RuleModule>>;
  readonly languages: typeof languages;
  readonly configs: Configs;
}

const bare: ESLint.Plugin = { meta, rules: { ...rules }, languages };

const plugin: GracefulShutdownPlugin = Object.assign(bare, {
  meta,
  rules,
  languages,
  configs: configsFor({ 'graceful-shutdown': bare }, rules),
});

export default plugin;

/** What `require()` gives in a CommonJS configuration; without this name it would give a namespace with `default`. */
export { plugin as 'module.exports' };
