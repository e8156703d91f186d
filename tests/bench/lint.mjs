/** One process of a pair: lints a folder with ESLint and prints what it took. `parse` runs no rule, otherwise a configuration of the plugin. */
import { ESLint } from 'eslint';
import plugin from '../../dist/src/index.js';

const [folder, what] = process.argv.slice(2);
const configs = what === 'parse' ? plugin.configs.recommended.map((config) => ({ ...config, rules: {} })) : plugin.configs[what];
const started = performance.now();
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: configs });
const results = await eslint.lintFiles(['.']);
const cpu = process.cpuUsage();
console.log(
  JSON.stringify({
    wall: performance.now() - started,
    cpu: (cpu.user + cpu.system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    files: results.length,
    findings: results.reduce((sum, { messages }) => sum + messages.length, 0),
  }),
);
