import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import plugin from '../../index.js';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(results: readonly ESLint.LintResult[], cwd: string): string {
  const rules = Object.entries(plugin.rules).map(([name, { meta }]) => ({
    id: `graceful-shutdown/${name}`,
    shortDescription: { text: meta.docs.description },
    helpUri: meta.docs.url,
    help: { text: `${meta.docs.description}. See ${meta.docs.url}` },
  }));
  const driver = { name: plugin.meta.name, version: plugin.meta.version, informationUri: 'https://github.com/graceful-shutdown/eslint-plugin-graceful-shutdown', rules };
  const run = {
    tool: { driver },
    originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(cwd).href}/` } },
    columnKind: 'utf16CodeUnits',
    results: results.flatMap((result) => result.messages.map((message) => resultOf(result, message, cwd))),
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
}

function resultOf(result: ESLint.LintResult, message: Linter.LintMessage, cwd: string): object {
  const uri = path.relative(cwd, result.filePath).split(path.sep).map(encodeURIComponent).join('/');
  const region = { startLine: message.line, startColumn: message.column, ...(message.endLine !== undefined && { endLine: message.endLine, endColumn: message.endColumn }) };
  const line = (result.source ?? '').split('\n')[message.line - 1]?.trim() ?? '';
  const print = createHash('sha256').update(`${message.ruleId ?? ''}\0${uri}\0${line}`).digest('hex').slice(0, 32);
  return {
    ...(message.ruleId !== null && { ruleId: message.ruleId }),
    level: message.severity === 2 ? 'error' : 'warning',
    message: { text: message.message },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: 'ROOT' }, region } }],
    partialFingerprints: { 'lifecycle/v1': print },
  };
}
