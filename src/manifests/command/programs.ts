/**
 * What programs do with SIGTERM when they have started another one; each measured as process 1 of a PID namespace, with an
 * app that needs 0.7 s to drain (docs/the-shutdown-pattern.md).
 *
 * - `replaces`: the process becomes the program that it starts (`env`, `gosu`).
 * - `init`: made to be process 1; hands signals on to its child, and ends with it.
 * - `passes`: hands the signal on and waits for the child.
 * - `ends`: ends itself at once, and leaves or kills the child.
 * - `deaf`: takes no notice; as process 1 it then waits for SIGKILL.
 * - `interrupts`: sends SIGINT instead, or SIGINT as well.
 * - `unknown`: not measured.
 */
export type Effect = 'replaces' | 'init' | 'passes' | 'ends' | 'deaf' | 'interrupts' | 'unknown';

export interface Wrapper {
  readonly effect: Effect;
  /** Options that take the next word. */
  readonly valued?: RegExp;
  /** Words between the options and the program: `gosu node server`. */
  readonly operands?: number;
  /** `A=1` before the program. */
  readonly assigns?: true;
  /** Each word is a command line of its own: `concurrently "node a" "node b"`. */
  readonly commandLines?: true;
  /** Sub-command before the program: `doppler run -- node x`. */
  readonly subcommand?: RegExp;
}

const INIT: Wrapper = { effect: 'init', valued: /^-(?:p|e|r|-rewrite|w)$/u };
const USER: Wrapper = { effect: 'replaces', operands: 1 };
const SECRETS: Wrapper = { effect: 'unknown', subcommand: /^run$/u, valued: /^(?:-[pcet]|--(?:project|config|token|env|path|env-file))$/u };

/** Programs that start the program after them. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  tini: INIT,
  'tini-static': INIT,
  'dumb-init': INIT,
  'docker-init': INIT,
  catatonit: INIT,
  env: { effect: 'replaces', assigns: true, valued: /^-[uCS]$/u },
  exec: { effect: 'replaces' },
  nice: { effect: 'replaces', valued: /^-n$/u },
  ionice: { effect: 'replaces', valued: /^-[cn]$/u },
  nohup: { effect: 'replaces' },
  stdbuf: { effect: 'replaces', valued: /^-[ioe]$/u },
  setpriv: { effect: 'replaces' },
  setsid: { effect: 'replaces' },
  gosu: USER,
  'su-exec': USER,
  timeout: { effect: 'passes', operands: 1, valued: /^-[ks]$/u },
  'cross-env': { effect: 'passes', assigns: true },
  'cross-env-shell': { effect: 'ends', assigns: true, commandLines: true },
  dotenv: { effect: 'passes', valued: /^-[evp]$/u },
  'env-cmd': { effect: 'passes', valued: /^(?:-[fer]|--(?:file|environments|rc-file))$/u },
  dotenvx: { effect: 'unknown', subcommand: /^run$/u, valued: /^-[fe]$/u },
  concurrently: { effect: 'passes', commandLines: true, valued: /^(?:-[ncplms]|--(?:names|prefix-colors|prefix|kill-others|success))$/u },
  doppler: SECRETS,
  infisical: SECRETS,
  'with-contenv': { effect: 'replaces' },
  nyc: { effect: 'unknown' },
  c8: { effect: 'unknown' },
};

/** Programs that are Node.js, or start one for the file that is named to them. */
export interface Runner {
  readonly effect: Effect;
  /** For work at the code: restarts on changes, compiles as it goes. */
  readonly isForDevelopment?: true;
  readonly valued?: RegExp;
  /** Options that hold a command line, to be run instead of a file. */
  readonly command?: RegExp;
  readonly subcommand?: RegExp;
}

const NODE_VALUED =
  /^(?:-[rCi]|--(?:require|import|loader|experimental-loader|conditions|env-file|title|icu-data-dir|input-type|diagnostic-dir|trace-event-categories))$/u;
const TSX = { valued: /^(?:-[rC]|--(?:require|import|loader|tsconfig|env-file|include|exclude|ignore))$/u, subcommand: /^watch$/u };
const TS_NODE = /^(?:-[rPOCHeIp]|--(?:project|compiler|compiler-options|ignore|require|ignore-diagnostics|scope-dir|cwd))$/u;

const PM2: Runner = {
  effect: 'interrupts',
  subcommand: /^start$/u,
  valued: /^(?:-[inole]|--(?:instances|name|output|error|log|env|only|max-memory-restart|kill-timeout|interpreter))$/u,
};

export const RUNNERS: Readonly<Record<string, Runner>> = {
  node: { effect: 'replaces', valued: NODE_VALUED },
  nodejs: { effect: 'replaces', valued: NODE_VALUED },
  tsx: { effect: 'passes', ...TSX },
  'ts-node': { effect: 'unknown', valued: TS_NODE },
  'ts-node-esm': { effect: 'unknown', valued: TS_NODE },
  'babel-node': { effect: 'unknown', isForDevelopment: true },
  'ts-node-dev': { effect: 'unknown', isForDevelopment: true, valued: TS_NODE },
  tsnd: { effect: 'unknown', isForDevelopment: true, valued: TS_NODE },
  nodemon: {
    effect: 'interrupts',
    isForDevelopment: true,
    valued: /^(?:-[weid]|--(?:watch|ext|ignore|delay|signal|config|require))$/u,
    command: /^(?:-x|--exec)$/u,
  },
  'pm2-runtime': PM2,
  'pm2-docker': PM2,
  forever: { effect: 'deaf', subcommand: /^start$/u, valued: /^(?:-[lomewcap]|--(?:uid|sourceDir|workingDir|minUptime|spinSleepTime))$/u },
};

/** Programs that run package scripts, several of them: measured deaf. */
export const SCRIPT_RUNNERS = new Set(['run-s', 'run-p', 'npm-run-all', 'npm-run-all2']);

/** Frameworks' own programs: Node.js, with an entry that they know themselves. */
export const FRAMEWORKS = new Set([
  'next',
  'nuxt',
  'fastify',
  'strapi',
  'remix-serve',
  'react-router-serve',
  'medusa',
  'keystone',
  'moleculer-runner',
  'serve',
  'http-server',
]);

const ANY = /^/u;
const MIGRATES = /^(?:migrat\w*|schema|seed\w*|database|cache|query)(?::|$)/u;
const SEQUELIZE = /^(?:db|migration|model|seed):/u;

/** Programs that do something and end, by a sub-command with which they do. */
export const TASKS: Readonly<Record<string, RegExp>> = {
  'db-migrate': ANY,
  'drizzle-kit': /^(?:check|drop|export|generate|migrate|pull|push|up)$/u,
  'graphile-migrate': /^(?:commit|compile|init|migrate|reset|run|status|uncommit)$/u,
  knex: /^(?:init|migrate|seed)(?::|$)/u,
  'migrate-mongo': ANY,
  'mikro-orm': MIGRATES,
  'node-pg-migrate': ANY,
  prisma: /^(?:db|format|generate|migrate|validate)$/u,
  sequelize: SEQUELIZE,
  'sequelize-cli': SEQUELIZE,
  typeorm: MIGRATES,
  'typeorm-ts-node-commonjs': MIGRATES,
  'typeorm-ts-node-esm': MIGRATES,
};

/** Scripts and files that do something and end. */
export const TASK =
  /(?:^|[:_./-])(?:test|tests|lint|format|build|compile|clean|install|ci|migrat\w*|seed\w*|setup|generate|codegen|typecheck|prepare|release|deploy|e2e|bench\w*)(?:$|[:_./-])|^db(?:$|[:_./-])/iu;
