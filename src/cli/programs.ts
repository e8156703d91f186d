import type { Workspace } from '../project/workspace.js';

/** All files of the programs that these files are part of: what uses them, and what that uses. */
export function programsOf(workspace: Workspace, files: readonly string[]): ReadonlySet<string> {
  const users = reached(files, (file) => workspace.importersOf(file));
  return reached([...users], (file) => workspace.importsOf(file));
}

/** The sources of one package, without those of packages in it. */
export function sourcesOf(workspace: Workspace, folder: string): readonly string[] {
  return workspace.files.filter((file) => workspace.packageOf(file)?.dir === folder);
}

function reached(starts: readonly string[], next: (file: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(starts);
  for (const file of found) for (const other of next(file)) found.add(other);
  return found;
}
