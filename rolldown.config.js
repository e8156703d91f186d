/** One file where there are 360 sources: finding and opening each was most of the time that importing the plugin takes. */
import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';

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
  plugins: [
    {
      name: 'lean',
      transform: { filter: { id: /[\\/]catalogue[\\/]libraries[\\/]/u }, handler: withoutExamples },
      generateBundle: inAscii,
    },
  ],
});

/** The examples of the catalogue are for its tests and its page: a tenth of all code. */
function withoutExamples(code, id) {
  const lists = [];
  const visitor = new Visitor({
    Property: ({ key, value }) => {
      if (key.name === 'examples' && value.type === 'ArrayExpression') lists.push(value);
    },
  });
  visitor.visit(parseSync(id, code).program);
  return { code: lists.reduceRight((text, { start, end }) => `${text.slice(0, start)}[]${text.slice(end)}`, code), map: null };
}

/** With one character beyond Latin 1 in it, the engine keeps two bytes for each. */
function inAscii(_options, bundle) {
  for (const chunk of Object.values(bundle))
    chunk.code = chunk.code.replace(/[\u{80}-\u{ffff}]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
