import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import plugin from '../../index.js';
import { installedFormat } from './installed.js';
import { sarif } from './sarif.js';

export type Format = (results: readonly ESLint.LintResult[], cwd: string) => string | Promise<string>;

const formats: Readonly<Record<string, Format>> = { stylish, json, sarif, github };

/** Throws one sentence where there is no format of that name. */
export async function formatOf(name: string, cwd: string): Promise<Format> {
  const found = Object.hasOwn(formats, name) ? formats[name] : await installedFormat(name, cwd);
  if (found) return found;
  const known = Object.keys(formats).join(', ');
  throw new Error(`--format takes ${known} or an installed formatter of ESLint; got "${name}", and there is no eslint-formatter-${name}.`);
}

function json(results: readonly ESLint.LintResult[]): string {
  return JSON.stringify(results, (key, value: unknown) => (key === 'source' ? undefined : value));
}

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function github(results: readonly ESLint.LintResult[], cwd: string): string {
  const lines = results.flatMap((result) =>
    result.messages.map((message) => {
      const place = `file=${escapeProperty(path.relative(cwd, result.filePath))},line=${String(message.line)},col=${String(message.column)}`;
      return `::${message.severity === 2 ? 'error' : 'warning'} ${place},title=${escapeProperty(message.ruleId ?? 'syntax')}::${escapeData(message.message)}`;
    }),
  );
  return [...lines, summary(results)].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function stylish(results: readonly ESLint.LintResult[], cwd: string): string {
  const blocks = results.flatMap((result) => result.messages.map((message) => block(path.relative(cwd, result.filePath), message)));
  return [...blocks, summary(results)].join('\n');
}

function block(file: string, message: Linter.LintMessage): string {
  const place = `${file}:${String(message.line)}:${String(message.column)}`;
  const url = message.ruleId === null ? undefined : plugin.rules[message.ruleId.replace(/^[^/]*\//u, '')]?.meta.docs.url;
  const why = message.ruleId === null ? [] : [['    why', message.ruleId, ...(url === undefined ? [] : [url])].join('  ')];
  const remedies = (message.suggestions ?? []).map(({ desc }) => `    try  ${desc}`);
  const fixed = message.fix ? ['    fix  --fix repairs this.'] : [];
  return [place, `    ${message.message}`, ...why, ...fixed, ...remedies, ''].join('\n');
}

/** Says in words what the exit code means. */
export function summary(results: readonly ESLint.LintResult[]): string {
  const found = results.flatMap(({ messages }) => messages);
  if (results.length === 0) return 'There are no JavaScript or TypeScript files to lint.';
  if (found.length === 0) return `No findings in ${counted(results.length, 'file')}.`;
  const files = results.filter(({ messages }) => messages.length > 0).length;
  return `${counted(found.length, 'finding')} in ${counted(files, 'file')}. Exit code 1 means findings, not a failure.`;
}

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
