import { each } from '../members.js';
import type { Library } from '../shape.js';

const SYNC =
  'accessSync appendFileSync chmodSync chownSync closeSync copyFileSync cpSync existsSync fchmodSync fchownSync fdatasyncSync fstatSync fsyncSync ' +
  'ftruncateSync futimesSync globSync lchownSync linkSync lstatSync lutimesSync mkdirSync mkdtempSync openSync opendirSync readdirSync readFileSync readlinkSync ' +
  'readSync readvSync realpathSync renameSync rmdirSync rmSync statSync statfsSync symlinkSync truncateSync unlinkSync utimesSync writeFileSync writeSync writevSync';
const CALLBACK =
  'access chmod chown close copyFile exists fstat fsync ftruncate link lstat mkdir mkdtemp open opendir readdir readFile readlink ' +
  'read realpath rename rmdir stat symlink truncate unlink utimes write';
const PROMISE =
  'access chmod chown copyFile lstat mkdir mkdtemp open opendir readdir readFile readlink realpath rename rmdir stat symlink truncate unlink utimes';
const IN_TURNS = 'appendFile cp rm writeFile';

/** `fs.watch`, `fs.watchFile`: measured to hold the process. */
export const nodeFs: Library = {
  name: 'node:fs',
  manual: 'https://nodejs.org/docs/latest/api/fs.html#watcherclose',
  verified: 'measured',
  exports: {
    ...each(SYNC, { blocks: 'io' }),
    ...each(CALLBACK, { calls: [{ at: 'last', role: 'completion' }] }),
    ...each(IN_TURNS, { calls: [{ at: 'last', role: 'completion' }], turns: true }),
    ...each('createReadStream', { returns: 'node:stream#Readable' }),
    ...each('createWriteStream', { returns: 'node:stream#Writable' }),
    watch: { returns: 'FSWatcher', opens: true, abort: '1.signal', calls: [{ at: 'last', role: 'event' }] },
    watchFile: { returns: 'StatWatcher', opens: true, calls: [{ at: 'last', role: 'event' }] },
    unwatchFile: {},
    promises: {
      members: { ...each(PROMISE, { promise: true }), ...each(IN_TURNS, { promise: true, turns: true }), watch: { abort: '1.signal' } },
    },
  },
  types: {
    FSWatcher: {
      label: 'file watcher',
      kind: 'watcher',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: { close: { closes: { style: 'sync', drains: false } }, unref: { returns: 'this', unrefs: true }, ref: { returns: 'this' } },
    },
    StatWatcher: {
      label: 'file watcher',
      kind: 'watcher',
      phase: 'stop-accepting',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: { unref: { returns: 'this', unrefs: true }, ref: { returns: 'this' } },
    },
  },
  examples: [
    {
      code: `import { watch } from 'node:fs';
import http from 'node:http';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const watcher = watch('config.json', () => console.log('changed'));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  watcher.close(); // close
  server.close();
});
`,
      opens: ['node:http#Server', 'FSWatcher'],
      live: true,
      notClosed: '',
    },
  ],
};
