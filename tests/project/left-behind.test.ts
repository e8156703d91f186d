/** Ends that no shutdown waits for: the process is gone before. */
import { js, table } from '../rules/table.js';

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a drain that a timer begins, and the exit after it',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        setTimeout(() => server.close(() => process.exit(0)), 3000);
      });
    `,
    },
    {
      name: 'an exit on one way alone',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        if (!server.listening) process.exit(0);
        setTimeout(() => server.close(), 3000);
      });
    `,
    },
    {
      name: 'a child whose end is waited for',
      files: js`
      import http from 'node:http';
      import { once } from 'node:events';
      import { spawn } from 'node:child_process';
      http.createServer().listen(3000);
      const child = spawn('worker');
      process.once('SIGTERM', async () => { // ! unbounded
        child.kill();
        await once(child, 'exit');
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'children that are killed later, by a process that is gone',
      files: js`
      import http from 'node:http';
      import { spawn } from 'node:child_process';
      http.createServer().listen(3000);
      const child = spawn('worker');
      function kill() {
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 3000);
      }
      process.once('SIGTERM', () => {
        kill();
        process.exit(0);
      });
    `,
    },
  ],
});
