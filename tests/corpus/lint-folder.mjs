/**
 * One process: lints a folder with every rule and prints what came of it. `parse` runs no rule. JavaScript is read by espree and TypeScript by
 * `@typescript-eslint/parser` (`usual`), or both by the latter (`typescript-eslint`), or both by the parser of the plugin (`own`).
 */
import { createRequire } from 'node:module';
import process from 'node:process';
import { ESLint } from 'eslint';

const [folder, what, parser] = process.argv.slice(2);
const SCRIPTS = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const OURS = 'graceful-shutdown/';

/** As in a project on TypeScript 7: loading it fails, and the parser of the plugin takes its place. */
function hideTypescriptParser() {
  const require = createRequire(import.meta.url);
  const hidden = {
    loaded: true,
    children: [],
    get exports() {
      throw new Error('hidden');
    },
  };
  require.cache[require.resolve('@typescript-eslint/parser')] = hidden;
}

if (parser === 'own') hideTypescriptParser();
const { default: plugin } = await import('../../dist/src/index.js');
const all = plugin.configs.all;
const typescript = all.find(({ languageOptions }) => languageOptions?.parser)?.languageOptions;
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
    ...all.map((config) => (what === 'parse' ? { ...config, rules: {} } : config)),
    ...(parser === 'usual' ? [] : [{ files: SCRIPTS, languageOptions: typescript }]),
  ],
  errorOnUnmatchedPattern: false,
});

const started = performance.now();
const results = await eslint.lintFiles(['.']);
const messages = results.flatMap(({ filePath, messages: found }) => found.map((message) => ({ ...message, filePath })));
const findings = messages.filter(({ ruleId }) => ruleId?.startsWith(OURS));
const cpu = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    files: results.length,
    refused: messages.filter(({ fatal }) => fatal).length,
    findings: findings.map(({ filePath, line, ruleId }) => {
      const file = filePath.slice(folder.length + 1).replaceAll('\\', '/');
      return `${file}:${line} ${ruleId.slice(OURS.length)}`;
    }),
    seconds: (performance.now() - started) / 1000,
    cpu: (cpu.user + cpu.system) / 1e6,
    memory: process.resourceUsage().maxRSS / 1024,
  }),
);
