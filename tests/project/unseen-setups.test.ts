/** What may set up a shutdown without being seen, and what only sounds like it. */
import { js, table } from '../rules/table.js';

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'keys and messages of Signal',
      files: js`
      import http from 'node:http';
      import { makeSignalKeyStore, SignalRepository } from '@acme/whatsapp';
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
      const keys = makeSignalKeyStore({});
      await new SignalRepository(keys).load();
    `,
    },
    {
      name: 'the end of a session, watched for each connection',
      files: js`
      import http from 'node:http';
      import pty from 'node-pty';
      import { Server } from 'socket.io';
      const server = http.createServer().listen(3000); // ! missing
      const io = new Server(server);
      io.on('connection', (socket) => open(socket));
      function open(socket) {
        const term = pty.spawn('bash', []);
        term.onExit(() => socket.disconnect());
      }
    `,
    },
    {
      name: 'a text that has such a word in its name',
      files: js`
      import http from 'node:http';
      import axios from 'axios';
      http.createServer(async (req, res) => res.end()).listen(3000); // ! missing
      await notify({});
      async function notify(settings) {
        const to = settings.signalRecipients.replace(/\\s/g, '').split(',');
        await axios.post(settings.terminationUrl.toLowerCase(), { to, name: settings.lifecycle.trim() });
      }
    `,
    },
    {
      name: 'a word in the arguments of a chain',
      files: js`
      import http from 'node:http';
      import yargs from 'yargs';
      const options = yargs(process.argv).option('signal', { default: 'SIGTERM' }).option('graceful', {}).parse();
      http.createServer((req, res) => res.end(options.text)).listen(3000); // ! missing
    `,
    },
    {
      name: 'the signal that cancels one call',
      files: js`
      import http from 'node:http';
      http.createServer(async (req, res) => res.end(await get({ signal: AbortSignal.timeout(3000) }))).listen(3000); // ! missing
      await get({});
      async function get(options) {
        const stop = () => console.log('late');
        options.signal.addEventListener('abort', stop);
        options.signal.removeEventListener('abort', stop);
      }
    `,
    },
    {
      name: 'what ends or signals something else now',
      files: js`
      import http from 'node:http';
      import workflows from '@acme/workflows';
      import machines from '@acme/machines';
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
      await workflows.client.signalWithStart('send', { queue: 'mail' });
      await workflows.handle('daily').signal('go', process.pid);
      machines.first.terminate();
      machines.first.shutdown('now');
    `,
    },
    {
      name: 'an ordinary event upon which it may close',
      files: js`
      import http from 'node:http';
      import adapter from '@acme/adapter';
      const server = http.createServer((req, res) => res.end()).listen(3000); // ! missing
      adapter.once('connected', () => {
        if (process.argv.includes('--execute')) server.close();
      });
    `,
    },
    {
      name: 'the next step of a start, which closes what it has begun when that comes too late',
      files: js`
      import http from 'node:http';
      import db from '@acme/db';
      db.connect((error) => {
        if (!error) listen(() => console.log('started'));
      });
      let isOver = false;
      setTimeout(() => (isOver = true), 60_000);
      function listen(done) {
        const server = http.createServer((req, res) => res.end());
        server.listen(3000, () => { // ! missing
          if (isOver) return server.close();
          done();
        });
      }
    `,
    },
  ],
  silent: [
    ...[
      "import { setUpSignalHandlers } from '@acme/process';\nsetUpSignalHandlers();",
      "import { signals } from '@acme/process';\nsignals();",
      "import onExit from 'signal-exit-promise';\nonExit();",
      "import { processSignals } from '@acme/process';\nprocessSignals.start();",
      "import { signalHandler } from '@acme/process';\nnew signalHandler().go();",
    ].map((way) => ({
      name: `a helper for signals: ${way}`,
      files: { 'src/main.js': `import http from 'node:http';\nhttp.createServer((req, res) => res.end()).listen(3001);\n${way}\n` },
    })),
    {
      name: 'a step of a start that closes what was live before',
      files: js`
      import http from 'node:http';
      import net from 'node:net';
      import lifetime from '@acme/lifetime';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      lifetime.add(() => {
        net.createServer((socket) => socket.end()).listen(25);
        server.close();
      });
    `,
    },
    {
      name: 'a method that may listen, by its name and what it is given',
      files: js`
      import http from 'node:http';
      import hub from '@acme/hub';
      http.createServer((req, res) => res.end()).listen(3001);
      hub.signal('SIGTERM', 'stop');
    `,
    },
    {
      name: 'a shutdown that is given something',
      files: js`
      import http from 'node:http';
      import manager from '@acme/manager';
      const server = http.createServer((req, res) => res.end()).listen(3001);
      manager.shutdown(server);
    `,
    },
    {
      name: 'a thing that has a method of that name, and is given the server',
      files: js`
      import http from 'node:http';
      import { lifecycle } from '@acme/lifecycle';
      const server = http.createServer((req, res) => res.end()).listen(3001);
      lifecycle.replace(server);
    `,
    },
    {
      name: 'what is asked of a thing that is made for it',
      files: js`
      import http from 'node:http';
      import graceful from '@acme/graceful';
      http.createServer((req, res) => res.end()).listen(3001);
      graceful.shutdown();
    `,
    },
    {
      name: 'a helper of an unknown package that is called at the start and in a handler',
      files: js`
      import http from 'node:http';
      import { onExit } from '@acme/process';
      const server = http.createServer((req, res) => watch(res)).listen(3000);
      watch();
      function watch(res) {
        onExit(() => server.close());
        res?.end();
      }
    `,
    },
    {
      name: 'an unknown signal upon which it closes',
      files: js`
      import http from 'node:http';
      import { signal } from '@acme/lifetime';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      signal.addEventListener('abort', () => server.close());
    `,
    },
    {
      name: 'an event that asks to stop',
      files: js`
      import http from 'node:http';
      import { app } from '@acme/app';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      app.on('stopping', () => server.close());
    `,
    },
    {
      name: 'an unknown object that is told what to do at the end',
      files: js`
      import http from 'node:http';
      import { container } from '@acme/container';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      container.lifecycle().add(server);
    `,
    },
  ],
});
