/** One file where there are 360 sources: finding and opening each was most of the time that importing the plugin takes. */
import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

const installed = /^(?:eslint|semver|unbash|yaml|dockerfile-ast|oxc-parser|oxc-resolver|@typescript-eslint\/[\w-]+)(?:\/|$)/u;

export default defineConfig({
  input: { 'src/index': 'src/index.ts', 'src/cli/main': 'src/cli/main.ts' },
  platform: 'node',
  external: [/^node:/u, ...builtinModules, installed],
  output: {
    dir: 'dist',
    format: 'esm',
    comments: { legal: true, annotation: true, jsdoc: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'src/parts/[name].js',
  },
});
