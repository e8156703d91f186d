import path from 'node:path';
import { NO_MANIFESTS, TEXT_FILES, YAML_FILES } from '../manifests/formats.js';
import { isFile } from '../project/disk.js';
import { Workspace } from '../project/workspace.js';
import { programsOf, sourcesOf } from './programs.js';

const FORMATS = ['lines', 'turbo', 'nx'] as const;

type InputFormat = (typeof FORMATS)[number];

const SOURCES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', '**/bin/*'];
/** Read where they stand in a package or at the root. */
const BESIDE = ['package.json', 'tsconfig*.json'];
/** Of the folder that the command is run in. */
const OWN = ['eslint-suppressions.json', 'eslint.config.*'];
/** A program and what runs it may stand anywhere in the repository. */
const MANIFESTS = [...YAML_FILES, ...TEXT_FILES].filter((glob) => !glob.endsWith('/package.json'));
/** Caches that are told what to hash read what git ignores, too. */
const NEVER = ['**/{node_modules,bower_components,dist,coverage}/**', ...NO_MANIFESTS];
const AT_ROOT = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json', 'rush.json'];

/** Globs of all files that the findings of a folder depend on: its own, and those of packages that use it or are used by these. */
export function inputs(folder: string, cwd: string, format: string): string {
  const known = FORMATS.find((one) => one === format);
  if (!known) throw new Error(`--format of inputs takes ${FORMATS.join(', ')}; got "${format}".`);
  const base = path.resolve(cwd, folder);
  const manifest = path.join(base, 'package.json');
  if (!isFile(manifest)) throw new Error(`There is no package.json in "${folder}".`);
  const workspace = Workspace.of(manifest);
  const folders = packagesAround(workspace, base);
  const isRoot = base === workspace.root;
  // Beside the workspace, further up in the repository, manifests stand too; Turborepo and Nx know nothing outside of their root.
  const around = known === 'lines' ? workspace.boundary : workspace.root;
  const globs = [
    ...folders.flatMap((dir) =>
      [...SOURCES, ...(isRoot ? BESIDE.map((glob) => `**/${glob}`) : BESIDE)].map((glob) => path.join(dir, glob)),
    ),
    ...(isRoot ? [] : BESIDE.map((glob) => path.join(workspace.root, glob))),
    ...MANIFESTS.map((glob) => path.join(around, glob)),
    ...AT_ROOT.map((name) => path.join(workspace.root, name)).filter(isFile),
    ...OWN.map((name) => path.join(base, name)),
  ];
  const left = known === 'nx' ? [] : NEVER.map((glob) => `!${asInput(path.join(around, glob), base, workspace.root, known)}`);
  const list = [...[...new Set(globs)].map((glob) => asInput(glob, base, workspace.root, known)).sort(), ...left];
  return format === 'lines' ? list.join('\n') : JSON.stringify(list, null, 2);
}

/** The folders of the packages: of the whole workspace for its root. */
function packagesAround(workspace: Workspace, base: string): readonly string[] {
  if (base === workspace.root) return [base];
  const programs = programsOf(workspace, sourcesOf(workspace, base));
  const owners = [...programs].flatMap((file) => workspace.packageOf(file)?.dir ?? []);
  return [...new Set([base, ...owners])];
}

/** Relative to the package; what stands outside of it as the tool names it. */
function asInput(glob: string, base: string, root: string, format: InputFormat): string {
  const slashes = (text: string): string => text.split(path.sep).join('/');
  const own = path.relative(base, glob);
  const isOwn = !own.startsWith('..');
  if (format === 'nx') return isOwn ? `{projectRoot}/${slashes(own)}` : `{workspaceRoot}/${slashes(path.relative(root, glob))}`;
  if (format === 'turbo' && !isOwn) return `$TURBO_ROOT$/${slashes(path.relative(root, glob))}`;
  return slashes(own);
}
