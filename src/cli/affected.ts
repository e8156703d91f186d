import path from 'node:path';
import { settingsOf } from '../adapter/settings.js';
import { serviceOf } from '../project/analysis.js';
import { isFile } from '../project/disk.js';
import { Workspace } from '../project/workspace.js';
import { programsOf, sourcesOf } from './programs.js';

/**
 * The paths, and the files whose findings can depend on them: whatever tells of the life cycle in the programs that a changed
 * file is part of. Files that tell nothing are left out, so a commit costs little even in a large project.
 */
export function withAffected(paths: readonly string[], cwd: string): readonly string[] {
  const changed = paths.map((one) => path.resolve(cwd, one)).filter(isFile);
  const workspaces = new Set(changed.map((file) => Workspace.of(file)));
  const affected = [...workspaces].flatMap((workspace) => affectedIn(workspace, changed));
  return [...new Set([...paths.map((one) => path.resolve(cwd, one)), ...affected])];
}

function affectedIn(workspace: Workspace, changed: readonly string[]): readonly string[] {
  const starts = changed.flatMap((file) => (path.basename(file) === 'package.json' ? sourcesOf(workspace, path.dirname(file)) : [file]));
  const programs = programsOf(workspace, starts);
  const { modules } = serviceOf(workspace, settingsOf({}));
  return modules.map((module) => module.path).filter((file) => programs.has(file));
}
