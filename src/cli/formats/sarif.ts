import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import plugin from '../../index.js';
import { foldersAbove, isFile, readText } from '../../project/disk.js';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(results: readonly ESLint.LintResult[], cwd: string): string {
  const rules = Object.entries(plugin.rules).map(([name, { meta }]) => ({
    id: `graceful-shutdown/${name}`,
    shortDescription: { text: `${meta.docs.description}.` },
    helpUri: meta.docs.url,
    help: { text: `${meta.docs.description}. See ${meta.docs.url}`, ...pageOf(name) },
    defaultConfiguration: { level: 'error' },
  }));
  const { name, version } = plugin.meta;
  const driver = { name, version, informationUri: 'https://github.com/graceful-shutdown/eslint-plugin-graceful-shutdown', rules };
  const run = {
    tool: { driver },
    originalUriBaseIds: { ROOT: { uri: pathToFileURL(path.join(cwd, path.sep)).href } },
    columnKind: 'utf16CodeUnits',
    results: results.flatMap((result) => resultsOf(result, cwd)),
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
}

/** The page of a rule, which code scanning shows beside its findings. */
function pageOf(rule: string): { readonly markdown?: string } {
  const pages = foldersAbove(fileURLToPath(import.meta.url)).map((folder) => path.join(folder, 'docs/rules', `${rule}.md`));
  const page = pages.find(isFile);
  return page === undefined ? {} : { markdown: readText(page) ?? '' };
}

function resultsOf(result: ESLint.LintResult, cwd: string): readonly object[] {
  const uri = path.relative(cwd, result.filePath).split(path.sep).map(encodeURIComponent).join('/');
  const seen = new Map<string, number>();
  return result.messages.map((message) => {
    const key = `${message.ruleId ?? ''}\0${uri}\0${lineOf(result, message)}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return resultOf(message, uri, `${fingerprint(key)}:${String(count)}`);
  });
}

function resultOf(message: Linter.LintMessage, uri: string, print: string): object {
  const { line, column, endLine, endColumn } = message;
  const region = { startLine: line, startColumn: column, ...(endLine !== undefined && { endLine, endColumn }) };
  return {
    ...(message.ruleId !== null && { ruleId: message.ruleId }),
    level: message.severity === 2 ? 'error' : 'warning',
    message: { text: message.message },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: 'ROOT' }, region } }],
    partialFingerprints: { 'lifecycle/v1': print },
  };
}

function lineOf({ source }: ESLint.LintResult, { line }: Linter.LintMessage): string {
  return (source ?? '').split('\n')[line - 1]?.trim() ?? '';
}

/** The line's text rather than its number: a finding that has only moved is still the same one. */
function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
