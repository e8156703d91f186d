import eslint from '@eslint/js';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import gracefulShutdown from './dist/src/index.js';

/** Folders in the order in which they may build on each other. */
const LAYERS = ['src/catalogue', 'src/facts', 'src/manifests', 'src/project', 'src/fixes', 'src/adapter', 'rules', 'src/cli'];

const layers = LAYERS.map((folder, index) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: LAYERS.slice(index + 1).map((later) => ({
          regex: `^(?:\\.\\./)+(?:${later}|${later.replace('src/', '')})/`,
          message: `${folder} stands before ${later}: see docs/architecture.md.`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      'examples/**',
      'tests/services/*/**',
      'tests/proof/services/**',
      'tests/proof/packages/**',
      'tests/fixtures/**',
      '.tools/**',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Node types are compared by their text: the enum of their names would load a package that an import has no time for.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `TypeName | 'this'` says more than `string` does.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  { files: ['src/**/*.ts', 'rules/**/*.ts'], extends: [eslintPlugin.configs.recommended] },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', performance: 'readonly', Buffer: 'readonly' } },
  },
  {
    files: ['**/*.cjs', 'tests/proof/doubles/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', URL: 'readonly', exports: 'writable', setInterval: 'readonly', clearInterval: 'readonly' },
    },
  },
  // The parameters of a declaration are read by nobody.
  { files: ['**/*.d.mts'], rules: { 'no-unused-vars': 'off' } },
  ...layers,
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    rules: {
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 40],
      'max-depth': ['error', 2],
      'max-len': [
        'error',
        {
          code: 140,
          ignoreComments: true,
          ignoreUrls: true,
          ignoreRegExpLiterals: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
        },
      ],
    },
  },
  { files: ['rules/*.ts'], rules: { 'max-lines': ['error', 120] } },
  // Contracts stand in one file each, and the register has a line for each library.
  { files: ['src/catalogue/shape.ts', 'src/facts/module-facts.ts'], rules: { 'max-lines': ['error', 370] } },
  { files: ['src/catalogue/index.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', 250],
      // What other processes print is checked by the assertions.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  ...gracefulShutdown.configs.all,
);
