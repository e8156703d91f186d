/** A process that stands for the one it started, and hands on the signals that it gets. */
import { cjs, js, table, ts } from './table.js';

const commandOf = cjs`
  const { spawn } = require('node:child_process');

  class Command {
    _run(file) {
      const child = spawn(process.execPath, [file], { stdio: 'inherit' });
      ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'].forEach((signal) => {
        process.on(signal, () => {
          if (child.exitCode === null) child.kill(signal);
        });
      });
      child.on('close', (code) => process.exit(code ?? 1));
    }
  }
  exports.Command = Command;
`;
const wrapper = js`
  import { spawn } from 'node:child_process';

  const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' });
  const relay = (signal) => child.kill(signal);
  for (const signal of ['SIGUSR1', 'SIGTERM', 'SIGINT']) process.on(signal, relay);
  child.once('exit', (code) => process.exit(code ?? 1));
`;
const byNumber = ts`
  import { spawn } from 'node:child_process';

  const child = spawn('java', ['-jar', 'app.jar']);
  function relay(signal: NodeJS.Signals): void {
    if (child.pid !== undefined) process.kill(child.pid, signal);
  }
  process.on('SIGUSR1', relay);
  process.on('SIGTERM', relay);
  child.once('exit', (code) => process.exit(code ?? 1));
`;
const relayed = [
  { name: 'a command line that starts its commands', files: commandOf },
  { name: 'a wrapper', files: wrapper },
  { name: 'a wrapper that knows the number of its child', files: byNumber },
];

table('valid-signal', {
  reports: [
    {
      name: 'beside a child that is ended by another signal',
      files: js`
        import { spawn } from 'node:child_process';

        const child = spawn('ffmpeg', ['-version']);
        process.on('SIGUSR1', () => child.kill('SIGTERM')); // ! reserved
      `,
    },
    {
      name: 'the signal raised again',
      files: js`
        process.on('SIGUSR1', (signal) => { // ! reserved
          process.kill(process.pid, signal);
        });
      `,
    },
  ],
  silent: relayed,
});

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a server of its own beside the child',
      files: js`
        import { spawn } from 'node:child_process';
        import http from 'node:http';

        const server = http.createServer((request, response) => response.end('ok')).listen(3000);
        const child = spawn('ffmpeg', ['-version']);
        process.once('SIGTERM', (signal) => { // ! unbounded
          child.kill(signal);
          server.close(() => process.exit(0));
        });
      `,
    },
    {
      name: 'a child of its own that is told to end',
      files: js`
        import { spawn } from 'node:child_process';

        const child = spawn('ffmpeg', ['-version']);
        process.once('SIGTERM', () => { // ! unbounded
          child.once('exit', () => process.exit(0));
          child.kill('SIGINT');
        });
      `,
    },
  ],
  silent: relayed,
});
