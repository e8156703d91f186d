/** Runs of ESLint with the plugin, told as `file:line rule`. */
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';

/** As a user's configuration that is exactly this. */
export async function findingsWith(folder: string, config: readonly Linter.Config[]): Promise<readonly string[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...config] });
  return notesOf(folder, await eslint.lintFiles(['.']));
}

interface Reported {
  readonly filePath: string;
  readonly messages: readonly { readonly line?: number; readonly ruleId: string | null; readonly message: string }[];
}

export function notesOf(folder: string, results: readonly Reported[]): readonly string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => {
      const file = path.relative(folder, filePath).split(path.sep).join('/');
      return `${file}:${String(line ?? 0)} ${ruleId?.replace('graceful-shutdown/', '') ?? message}`;
    }),
  );
}
