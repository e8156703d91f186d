import type { Shell } from '../../../src/manifests/docker/base-images.js';

/** A command as process 1, and what was measured of it: Node.js 20, dash 0.5.12, bash 5.2, busybox 1.35, npm 11, an app that drains for 0.7 s. */
export interface Measured {
  readonly words: readonly string[];
  readonly outcome: 'reaches' | 'lost' | 'cut' | 'interrupted';
  /** What `sh` is; dash by default. */
  readonly shell?: Shell;
  /** The reader cannot know it: it says that the outcome is likely, and what it would be with dash. */
  readonly isLikely?: true;
}

const sh = (text: string): readonly string[] => ['sh', '-c', text];
const bash = (text: string): readonly string[] => ['bash', '-c', text];

export const SCRIPTS: Readonly<Record<string, string>> = {
  plain: 'node app.js',
  exec: 'exec node app.js',
  'after-other': 'true && node app.js',
  'exec-after-other': 'true && exec node app.js',
  variable: 'A=1 node app.js',
};

export const FILES: Readonly<Record<string, string>> = {
  'plain.sh': '#!/bin/sh\nset -e\nnode app.js\n',
  'exec.sh': '#!/bin/sh\nset -e\nexec node app.js\n',
  'arguments.sh': '#!/bin/sh\nset -e\nexec "$@"\n',
  'waits.sh': '#!/bin/sh\nnode app.js &\nwait\n',
  'plain-bash.sh': '#!/bin/bash\nnode app.js\n',
};

export const MEASURED: readonly Measured[] = [
  { words: ['node', 'app.js'], outcome: 'reaches' },
  { words: ['env', 'A=1', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['nice', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['timeout', '100', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['stdbuf', '-o0', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['node', '--watch', 'app.js'], outcome: 'reaches' },
  // dash never becomes the last command.
  ...['node app.js', 'true && node app.js', 'A=1 node app.js', 'node app.js 2>&1', '(node app.js)', 'node app.js | cat'].map((text) => ({
    words: sh(text),
    outcome: 'lost' as const,
  })),
  ...['exec node app.js', 'A=1 exec node app.js', 'exec env A=1 node app.js', 'true && exec node app.js'].map((text) => ({
    words: sh(text),
    outcome: 'reaches' as const,
  })),
  // bash becomes a simple last command.
  ...['node app.js', 'A=1 node app.js', 'true && node app.js', 'true; node app.js', 'cd . && node app.js', 'set -e; node app.js'].map(
    (text) => ({
      words: bash(text),
      outcome: 'reaches' as const,
    }),
  ),
  ...[
    'node app.js | cat',
    'if true; then node app.js; fi',
    'node app.js || exit 1',
    'node app.js 2>&1',
    '{ node app.js; }',
    '(node app.js)',
  ].map((text) => ({ words: bash(text), outcome: 'lost' as const })),
  { words: bash('node app.js; exit $?'), outcome: 'lost' },
  { words: ['bash', '-ec', 'node app.js'], outcome: 'reaches' },
  // busybox too, and it sees more; nobody should rely on it.
  ...['node app.js', 'true && node app.js', 'if true; then node app.js; fi', 'node app.js 2>&1', '{ node app.js; }'].map((text) => ({
    words: sh(text),
    shell: 'busybox' as const,
    outcome: 'reaches' as const,
    isLikely: true as const,
  })),
  ...['node app.js | cat', 'node app.js || exit 1', 'node app.js; exit $?'].map((text) => ({
    words: sh(text),
    shell: 'busybox' as const,
    outcome: 'lost' as const,
  })),
  // Script files stay in every shell.
  ...(['dash', 'bash', 'busybox'] as const).flatMap((shell): readonly Measured[] => [
    { words: ['sh', 'plain.sh'], shell, outcome: 'lost' },
    { words: ['sh', 'exec.sh'], shell, outcome: 'reaches' },
    { words: ['sh', 'waits.sh'], shell, outcome: 'lost' },
    { words: ['sh', 'arguments.sh', 'node', 'app.js'], shell, outcome: 'reaches' },
  ]),
  { words: ['./plain.sh'], outcome: 'lost' },
  { words: ['./plain-bash.sh'], outcome: 'lost' },
  { words: ['./arguments.sh', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['./arguments.sh', 'sh', '-c', 'node app.js'], outcome: 'lost' },
  // npm hands the signal to its shell and ends with it.
  { words: ['npm', 'run', 'plain'], outcome: 'cut' },
  { words: ['npm', 'start'], outcome: 'cut' },
  { words: ['npm', 'run', 'after-other'], outcome: 'cut' },
  { words: ['npm', 'run', 'variable'], outcome: 'cut' },
  { words: ['npm', 'run', 'exec'], outcome: 'reaches' },
  { words: ['npm', 'run', 'exec-after-other'], outcome: 'reaches' },
  { words: ['npm', 'run', 'plain'], shell: 'bash', outcome: 'reaches' },
  { words: ['npm', 'run', 'plain'], shell: 'busybox', outcome: 'reaches', isLikely: true },
  { words: ['npm', 'run', 'after-other'], shell: 'busybox', outcome: 'reaches', isLikely: true },
  { words: ['npx', 'node', 'app.js'], outcome: 'cut' },
  { words: ['npx', 'node', 'app.js'], shell: 'busybox', outcome: 'cut' },
  { words: ['npm', 'exec', '--', 'node', 'app.js'], outcome: 'cut' },
  { words: sh('npm start'), outcome: 'lost' },
  { words: sh('exec npm run exec'), outcome: 'reaches' },
  // With an init in front.
  { words: ['tini', '--', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['tini', '--', 'sh', '-c', 'node app.js'], outcome: 'cut' },
  { words: ['tini', '-g', '--', 'sh', '-c', 'node app.js'], outcome: 'cut' },
  { words: ['tini', '--', 'bash', '-c', 'node app.js'], outcome: 'reaches' },
  { words: ['tini', '--', 'npm', 'run', 'plain'], outcome: 'cut' },
  { words: ['tini', '--', 'npm', 'run', 'exec'], outcome: 'reaches' },
  { words: ['dumb-init', 'sh', '-c', 'node app.js'], outcome: 'cut' },
  { words: ['dumb-init', '--', 'npm', 'run', 'plain'], outcome: 'cut' },
  { words: ['dumb-init', 'node', 'app.js'], outcome: 'reaches' },
  // Other managers and runners.
  { words: ['pnpm', 'start'], outcome: 'reaches' },
  { words: ['pnpm', 'run', 'after-other'], outcome: 'reaches' },
  { words: ['pnpm', 'exec', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['tini', '--', 'pnpm', 'run', 'plain'], outcome: 'reaches' },
  { words: ['yarn', 'run', 'plain'], outcome: 'cut' },
  { words: ['yarn', 'start'], outcome: 'cut' },
  { words: ['yarn', 'run', 'exec'], outcome: 'cut' },
  { words: ['yarn', 'run', 'plain'], shell: 'busybox', outcome: 'cut' },
  { words: ['cross-env', 'A=1', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['cross-env-shell', 'node app.js'], outcome: 'cut' },
  { words: ['dotenv', '--', 'node', 'app.js'], outcome: 'reaches' },
  { words: ['tsx', 'app.js'], outcome: 'reaches' },
  { words: ['tsx', 'watch', 'app.js'], outcome: 'reaches' },
  { words: ['concurrently', 'node app.js'], outcome: 'reaches' },
  { words: ['forever', 'app.js'], outcome: 'lost' },
  { words: ['nodemon', 'app.js'], outcome: 'interrupted' },
  { words: ['nodemon', '--exec', 'node', 'app.js'], outcome: 'interrupted' },
  { words: ['nodemon', '--signal', 'SIGTERM', 'app.js'], outcome: 'interrupted' },
  { words: ['pm2-runtime', 'app.js'], outcome: 'interrupted' },
  { words: ['pm2-runtime', 'start', 'app.js'], outcome: 'interrupted' },
  { words: ['pm2', 'start', 'app.js', '--no-daemon'], outcome: 'lost' },
  { words: sh('pm2-runtime app.js'), outcome: 'lost' },
];
