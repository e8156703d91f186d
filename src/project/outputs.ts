import path from 'node:path';
import { isFile } from './disk.js';

const OUTPUT = /(^|[/\\])(?:dist|build|out|lib|\.build|output)(?=[/\\])/gu;
const SOURCES = ['src', 'source', 'app', 'lib', ''];
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** The source of a compiled file: `dist/server.js` is made of `src/server.ts`, `dist` of `src/index.ts`. The file itself when none is found. */
export function sourceOf(file: string): string {
  if (isFile(file)) return isOutput(file) ? (fromOutput(file) ?? file) : file;
  return withExtension(file) ?? fromOutput(file) ?? fromOutput(path.join(file, 'index')) ?? file;
}

function isOutput(file: string): boolean {
  return /[/\\](?:dist|build|out)[/\\]/u.test(file);
}

/** The file with one of the usual endings, its own if that is one of TypeScript's or it is a program like `bin/www`, or the index of the folder. */
export function withExtension(file: string): string | undefined {
  if (/\.[cm]?tsx?$|[\\/]bin[\\/][\w-]+$/u.test(file) && isFile(file)) return file;
  const bare = file.replace(/\.[cm]?js$/u, '');
  const candidates = [
    ...EXTENSIONS.map((extension) => bare + extension),
    ...EXTENSIONS.map((extension) => file + extension),
    ...EXTENSIONS.map((extension) => path.join(file, `index${extension}`)),
  ];
  return candidates.find((candidate) => isFile(candidate));
}

/** The innermost folder that may be one of outputs comes first: a project may itself stand below one (`/var/lib/ci`). */
export function fromOutput(file: string): string | undefined {
  return [...file.matchAll(OUTPUT)]
    .reverse()
    .flatMap((match) => {
      const before = file.slice(0, match.index) + (match[1] ?? '');
      const rest = file.slice(match.index + match[0].length + 1);
      const after = rest.replace(/^(?:src|esm|cjs|server)[/\\](?=.)/u, '');
      const usual = SOURCES.flatMap((folder) => [path.join(before, folder, rest), path.join(before, folder, after)]);
      return [...usual, ...inWorkspace(before, rest)];
    })
    .map(withExtension)
    .find((found) => found !== undefined);
}

/** Workspaces that build into one folder, Nx's and Nest's, leave out the `src` of each package: `dist/apps/api/main.js` is `apps/api/src/main.ts`. */
function inWorkspace(before: string, rest: string): readonly string[] {
  const { dir, base } = path.parse(rest);
  return dir === '' ? [] : [path.join(before, dir, 'src', base)];
}
