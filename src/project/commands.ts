/** One program that a package.json script starts. */
export interface StartCommand {
  /** The program, with its sub-command: `node`, `fastify start`. */
  readonly program: string;
  /** What may be the file that it runs, as written; empty when the program knows itself. */
  readonly files: readonly string[];
  readonly preloads: readonly string[];
  /** What comes after it in the script runs once it has ended: `node build.js && node dist/server.js`. */
  readonly isStep: boolean;
}

/** Programs that run the program after them. */
const WRAPPERS = new Set([
  'cross-env',
  'cross-env-shell',
  'env',
  'dotenv',
  'exec',
  'npx',
  'dumb-init',
  'tini',
  'nyc',
  'c8',
  'time',
  'doppler',
  'run',
  '--',
  'yarn',
  'pnpm',
  'npm',
  'bunx',
  'dlx',
]);
/** A file that is started itself: `./server.js`, `bin/hubot`. */
const FILE = /^(?:\.{1,2}\/)?[\w./-]*(?:\/[\w.-]+|\.[cm]?[jt]s)$/u;
/** Programs that run a JavaScript or TypeScript file. */
const RUNNERS = new Set([
  'node',
  'nodemon',
  'ts-node',
  'ts-node-dev',
  'ts-node-esm',
  'tsnd',
  'tsx',
  'babel-node',
  'bun',
  'pm2',
  'pm2-runtime',
  'forever',
  'supervisor',
  'esr',
  'esno',
  'swc-node',
  'vite-node',
]);
const SUBCOMMANDS = new Set(['start', 'watch', 'run', 'serve']);
/** Managers that leave behind what they start. */
const DETACHING = /^(?:pm2|forever) start$/u;
const PRELOADING = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader']);
/** Options that take a value of their own. */
const VALUED =
  /^(?:-[rePpc]|--(?:require|import|loader|experimental-loader|env-file|exec|watch|ext|project|config|tsconfig|name|signal|delay|max-old-space-size|port|address|log-level|prefix|ignore|inspect-port))$/u;

/** The programs that a script starts, in order. */
export function commandsIn(script: string): readonly StartCommand[] {
  const parts = script.split(/(&&|\|\||;|\||(?<!&)&(?!&))/u);
  return parts.flatMap((part, index) => {
    const command = index % 2 === 0 ? commandOf(wordsOf(part)) : undefined;
    return command ? [{ ...command, isStep: parts[index + 1] === '&&' && !DETACHING.test(command.program) }] : [];
  });
}

function wordsOf(part: string): readonly string[] {
  return [...part.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function commandOf(words: readonly string[]): Omit<StartCommand, 'isStep'> | undefined {
  const start = words.findIndex((word) => !WRAPPERS.has(word) && !/^\w+=/u.test(word) && !word.startsWith('-') && !word.endsWith('.env'));
  const program = words[start];
  if (program === undefined) return undefined;
  if (isPackageScript(words.slice(0, start), program)) return undefined;
  const rest = words.slice(start + 1);
  const exec = rest.indexOf('--exec');
  if (program === 'nodemon' && exec >= 0 && (rest[exec + 1] ?? '').includes(' '))
    return commandOf([...wordsOf(rest[exec + 1] ?? ''), ...rest.slice(exec + 2)]);
  const [sub = ''] = rest;
  const hasSub = SUBCOMMANDS.has(sub);
  if (FILE.test(program)) return { program: 'node', files: [program], preloads: [] };
  if (!RUNNERS.has(program) && !hasSub) return undefined;
  return { program: hasSub ? `${program} ${sub}` : program, ...operands(program, rest.slice(hasSub ? 1 : 0)) };
}

/** `yarn build`, `npm run build`, `pnpm start` name another script rather than a program. */
function isPackageScript(wrappers: readonly string[], program: string): boolean {
  const isManaged = wrappers.some((word) => word === 'yarn' || word === 'pnpm' || word === 'npm');
  return isManaged && !wrappers.includes('exec') && !RUNNERS.has(program) && !FILE.test(program);
}

/** The operands up to the first that looks like a file, and what is loaded before it. A bare word may be the value of an option. */
function operands(program: string, words: readonly string[]): Pick<StartCommand, 'files' | 'preloads'> {
  const files: string[] = [];
  const preloads: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [option = '', inline] = word.split('=');
    const value = inline ?? words[index + 1] ?? '';
    if (PRELOADING.has(option) && value.startsWith('.')) preloads.push(value);
    if (word.startsWith('-')) index += inline === undefined && takesValue(program, option) ? 1 : 0;
    else if (/^\w+$/u.test(word)) files.push(word);
    else if (word === '.' || /[./]/u.test(word)) return { files: [...files, word], preloads };
  }
  return { files, preloads };
}

/** Node.js itself watches what it runs. */
function takesValue(program: string, option: string): boolean {
  return VALUED.test(option) && !(option === '--watch' && program === 'node');
}
