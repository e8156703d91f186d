import path from 'node:path';
import { settingsOf } from '../adapter/settings.js';
import { serviceOf } from '../project/analysis.js';
import { deploymentOf } from '../project/deployment/current.js';
import { deploymentRootOf } from '../project/deployment/deployment.js';
import { joinsOf, type Join } from '../project/deployment/joins.js';
import { isFile } from '../project/disk.js';
import { Workspace } from '../project/workspace.js';
import { programsOf, sourcesOf } from './programs.js';

/**
 * The paths, and the files whose findings can depend on them: whatever tells of the life cycle in the programs that a changed
 * file is part of, and the manifests that run these. Files that tell nothing are left out, so a commit costs little even in a
 * large project.
 */
export function withAffected(paths: readonly string[], cwd: string): readonly string[] {
  const given = paths.map((one) => path.resolve(cwd, one));
  const changed = given.filter(isFile);
  const joins = [...new Set(changed.map((file) => deploymentRootOf(file, cwd)))].flatMap((root) =>
    joinsOf(deploymentOf(root, settingsOf({}))),
  );
  const run = joins.filter(({ files }) => files.some((file) => changed.includes(file)));
  const workspaces = new Set([...changed.map((file) => Workspace.of(file)), ...run.map(({ running }) => running.service.workspace)]);
  const affected = [...workspaces].flatMap((workspace) => affectedIn(workspace, changed, run, joins));
  return [...new Set([...given, ...affected])];
}

function affectedIn(workspace: Workspace, changed: readonly string[], run: readonly Join[], joins: readonly Join[]): readonly string[] {
  const starts = changed.flatMap((file) => (path.basename(file) === 'package.json' ? sourcesOf(workspace, path.dirname(file)) : [file]));
  const programs = programsOf(workspace, [...starts, ...run.map(entryOf)]);
  const { modules } = serviceOf(workspace, settingsOf({}));
  const running = joins.filter((join) => programs.has(entryOf(join))).flatMap(({ files }) => files);
  return [...modules.map((module) => module.path).filter((file) => programs.has(file)), ...running];
}

function entryOf({ running }: Join): string {
  return running.process.entry.path;
}
