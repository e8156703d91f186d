/** One process: lints a folder, or some of its files, with ESLint and prints what it took. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { config: { type: 'string' }, tools: { type: 'string' } },
});
const [folder, ...files] = positionals;
const started = performance.now();
const { default: plugin } = await import('../../dist/src/index.js');

const CONFIGS = {
  none: () => withRules({}, {}),
  empty: () => withRules({ bench: { rules: { empty: { create: () => ({}) } } } }, { 'bench/empty': 'error' }),
  others: () => {
    const [n, unicorn] = ['eslint-plugin-n', 'eslint-plugin-unicorn'].map(tool);
    return withRules({ n, unicorn }, { 'n/no-process-exit': 'error', 'unicorn/no-process-exit': 'error', 'n/no-sync': 'error' });
  },
  typed: () => [
    ...withRules(
      { '@typescript-eslint': tool('@typescript-eslint/eslint-plugin') },
      { '@typescript-eslint/no-floating-promises': 'error' },
    ),
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: folder } } },
  ],
};

const overrideConfig = CONFIGS[values.config]?.() ?? plugin.configs[values.config];
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
const results = await eslint.lintFiles(files.length > 0 ? files : ['.']);
const wall = performance.now() - started;
// What is done at the end of the process belongs to it.
process.on('exit', () => {
  const cpu = process.cpuUsage();
  const findings = results.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId?.startsWith('graceful-shutdown/')).length;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ wall, cpu: (cpu.user + cpu.system) / 1000, memory, files: results.length, findings }));
});

/** Other rules on the same files, read by the same parser. */
function withRules(plugins, rules) {
  return plugin.configs.recommended.map((config) => (config.rules ? { ...config, plugins, rules } : config));
}

function tool(name) {
  const found = createRequire(path.join(values.tools, 'package.json'))(name);
  return found.default ?? found;
}
