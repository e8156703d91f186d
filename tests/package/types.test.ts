/** TypeScript users see the plugin through its declarations, in every module resolution that ESLint configurations use. */
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { installedIn, projectOf } from './built.js';

const asModule = `import gracefulShutdown from 'eslint-plugin-graceful-shutdown';
import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';

export default defineConfig(gracefulShutdown.configs.recommended, [...gracefulShutdown.configs.strict], {
  plugins: { 'graceful-shutdown': gracefulShutdown },
  rules: { 'graceful-shutdown/valid-signal': 'error' },
});
export const plain: Linter.Config[] = [...gracefulShutdown.configs.all, ...gracefulShutdown.configs.manifests];
export const name: string = gracefulShutdown.meta.name;
`;
const asCommonJs = `import gracefulShutdown = require('eslint-plugin-graceful-shutdown');
export = [...gracefulShutdown.configs.recommended];
`;

const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };

test.each([
  ['eslint.config.mts', asModule, { module: ts.ModuleKind.NodeNext }],
  ['eslint.config.mts', asModule, bundler],
  ['eslint.config.cts', asCommonJs, { module: ts.ModuleKind.NodeNext }],
])('%s', (name, text, options) => {
  const folder = installedIn(projectOf({ [name]: text }));
  const strict: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2023, types: [], skipLibCheck: false };
  const program = ts.createProgram([path.join(folder, name)], { ...strict, ...options });
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(problems).toEqual([]);
});
