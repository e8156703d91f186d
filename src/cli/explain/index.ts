import path from 'node:path';
import type { ESLint } from 'eslint';
import { settingsOf } from '../../adapter/settings.js';
import { serviceOf } from '../../project/analysis.js';
import { scopeOf, type Scope } from '../../project/scope.js';
import type { Service } from '../../project/service.js';
import { Workspace } from '../../project/workspace.js';
import { callExplained } from './calls.js';
import { lineAt, placeOf, type Place } from './place.js';
import { programsAt, type Section } from './program.js';

/** Lints files with every rule. */
type LintFiles = (files: readonly string[]) => Promise<readonly ESLint.LintResult[]>;

/** What the analysis knows of a line: why something is reported there, or why nothing is. */
export async function explain(text: string | undefined, cwd: string, lintAffected: LintFiles): Promise<string> {
  const place = placeOf(text, cwd);
  const workspace = Workspace.of(place.file);
  const source = workspace.text(place.file)?.split('\n')[place.line - 1];
  if (source === undefined) throw new Error(`"${text ?? ''}" is no line that can be read.`);
  const results = await lintAffected([place.file]);
  const service = serviceOf(workspace, settingsOf({}));
  const name = path.relative(workspace.root, place.file).split(path.sep).join('/');
  const sections = [
    [`${name}:${String(place.line)}`, source.trim()],
    ['Reported', ...reported(results, place, workspace.root)],
    ...reasons(service, place),
  ];
  return sections.map(([title = '', ...lines]) => [title, ...lines.map((line) => `    ${line}`)].join('\n')).join('\n\n');
}

/** What is reported on the line, and what is reported elsewhere and names it. */
function reported(results: readonly ESLint.LintResult[], { file, line }: Place, root: string): readonly string[] {
  const name = `${path.relative(root, file)}:${String(line)}`;
  const found = results.flatMap(({ filePath, messages }) =>
    messages.flatMap((message) => {
      const isHere = filePath === file && message.line === line;
      if (!isHere && !message.message.includes(`${name})`)) return [];
      const where = isHere ? '' : `${path.relative(root, filePath)}:${String(message.line)}  `;
      return [`${where}${message.ruleId ?? 'syntax'}  ${message.message}`];
    }),
  );
  return found.length > 0 ? found : ['Nothing, by any rule.'];
}

function reasons(service: Service, place: Place): readonly Section[] {
  const line = lineAt(service, place);
  const scope = scopeOf(place.file, service.workspace);
  const isInService = service.modules.some((module) => module.path === place.file);
  if (scope !== 'source' && !isInService) return [['Why', OUTSIDE[scope]]];
  if (!line) return [['Why', unread(service, place)]];
  const known = line.calls.flatMap((site) => callExplained(service, site));
  return [...programsAt(service, line), ...(known.length > 0 ? [['Line', ...known]] : [])];
}

const OUTSIDE: Readonly<Record<Exclude<Scope, 'source'>, string>> = {
  test: 'The file is a test by its name or folder: tests are no services.',
  script: 'The file is a script by its folder: scripts are run by people and end by themselves.',
  config: 'The file is a configuration by its name.',
  example: 'The file is an example by its folder.',
  browser: 'The file is for a browser, by its folder or by what it uses.',
  generated: 'The file is generated, by its name.',
};

function unread({ workspace }: Service, { file }: Place): string {
  if (!/\.[cm]?[jt]sx?$|\.(?:vue|svelte)$/u.test(file) && !workspace.files.includes(file))
    return 'The file is no code. The rules for manifests read it when it is one, and say only what they can prove of it.';
  if (!workspace.files.includes(file)) return 'The file is in a folder of installed or built code, which is not read.';
  if (workspace.facts(file) === undefined) return 'The file cannot be parsed, or is too large to have been written by people.';
  return 'Nothing in the file opens, starts, closes or ends anything, and nothing that does uses it: it is not read.';
}
