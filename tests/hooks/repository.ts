/** A git repository of somebody who has the plugin installed, and commits in it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectOf, write, type Files } from '../package/built.js';

export const stop = `export function onStop(stop) {
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    stop();
  });
}
`;
export const deaf = 'export function onStop(stop) {\n  globalThis.stop = stop;\n}\n';

export const service: Files = {
  'package.json': '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }',
  '.gitignore': 'node_modules\n',
  'server.js': `import http from 'node:http';
import { onStop } from './stop.js';
const server = http.createServer((request, response) => response.end('ok'));
onStop(() => server.close());
server.listen(3000);
`,
  'stop.js': stop,
  'names.js': 'export const names = [];\n',
};

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export class Repository {
  constructor(
    readonly folder: string,
    readonly env: NodeJS.ProcessEnv = {},
  ) {}

  static with(files: Files, env?: NodeJS.ProcessEnv): Repository {
    const repository = new Repository(projectOf(files), env);
    repository.mustRun('git', 'init', '--quiet', '--initial-branch=main');
    repository.mustRun('git', 'add', '--all');
    repository.mustRun('git', 'commit', '--quiet', '--no-verify', '--message=Begin');
    return repository;
  }

  run(program: string, ...args: readonly string[]): Ended {
    const identity = {
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...withoutGit(process.env), ...identity, NO_COLOR: '1', ...this.env },
    });
    return { code: status, output: `${stdout}${stderr}` };
  }

  mustRun(program: string, ...args: readonly string[]): string {
    const { code, output } = this.run(program, ...args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${output}`);
    return output;
  }

  /** Stages these files alone and commits them. */
  commit(files: Files): Ended {
    write(this.folder, files);
    this.mustRun('git', 'add', ...Object.keys(files));
    return this.run('git', 'commit', '--message=Change');
  }

  /** Takes back what is staged and changed. */
  reset(): void {
    this.mustRun('git', 'reset', '--hard', '--quiet');
  }

  get commits(): number {
    return Number(this.mustRun('git', 'rev-list', '--count', 'HEAD'));
  }
}

/** A hook that runs these tests has told git its own repository. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}

/** What git tracks here, and what is new and not ignored, as a repository of its own with one tag. */
export function publishedCopy(source: string, tag: string): string {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: source, encoding: 'utf8' });
  const copy = Repository.with({ '.keep': '' });
  for (const name of listed.stdout.trim().split('\n')) {
    if (!fs.existsSync(path.join(source, name)) || name.startsWith('tests/')) continue;
    fs.mkdirSync(path.dirname(path.join(copy.folder, name)), { recursive: true });
    fs.copyFileSync(path.join(source, name), path.join(copy.folder, name));
  }
  copy.mustRun('git', 'add', '--all');
  copy.mustRun('git', 'commit', '--quiet', '--message=Publish');
  copy.mustRun('git', 'tag', tag);
  return copy.folder;
}
