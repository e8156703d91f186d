/** One process of a pair: lints a folder, or some of its files, with ESLint and prints what it took. See run.mjs for what is linted with. */
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { config: { type: 'string' } } });
const [folder, ...files] = positionals;
const started = performance.now();
const { default: plugin } = await import('../../dist/src/index.js');
const configs = {
  none: () => withRules({}),
  empty: () => withRules({ 'bench/empty': 'error' }),
};
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: configs[values.config]?.() ?? plugin.configs[values.config],
});
const results = await eslint.lintFiles(files.length > 0 ? files : ['.']);
const wall = performance.now() - started;
// What ends with the process belongs to it.
process.on('exit', () => {
  const cpu = process.cpuUsage();
  const findings = results.reduce((sum, { messages }) => sum + messages.length, 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ wall, cpu: (cpu.user + cpu.system) / 1000, memory, files: results.length, findings }));
});

/** The same files, read by the same parser. */
function withRules(rules) {
  const bench = { rules: { empty: { create: () => ({}) } } };
  return plugin.configs.recommended.map((config) => (config.rules ? { ...config, plugins: { bench }, rules } : config));
}
