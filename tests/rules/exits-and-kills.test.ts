/** Signals that are sent, exits beside them, and what an exit listener begins. */
import { js, table, type Case } from './table.js';

const http = (text: string): Case['files'] => ({ 'src/main.js': `import http from 'node:http';\n${text.trim()}\n` });

table('no-exit-before-close', {
  reports: [
    {
      name: 'the same signal again, with a live server',
      files: http(`
        http.createServer((req, res) => res.end()).listen(3000);
        const onSignal = (signal) => {
          process.removeListener('SIGTERM', onSignal);
          process.kill(process.pid, signal); // ! open
        };
        process.on('SIGTERM', onSignal);
      `),
    },
    {
      name: 'the same signal again, in the middle of a close',
      files: http(`
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', (signal) => {
          server.close();
          process.kill(process.pid, signal); // ! pending
        });
      `),
    },
    {
      name: 'a signal to a child, and an exit',
      files: http(`
        import { spawn } from 'node:child_process';
        const child = spawn('chrome', []);
        http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          process.kill(child.pid, 'SIGTERM');
          process.exit(0); // ! open
        });
      `),
    },
    {
      name: 'a child that a method kills, and an exit after a while',
      files: http(`
        import { spawn } from 'node:child_process';
        const chrome = {};
        chrome.spawn = function () { this.child = spawn('chrome', []); };
        chrome.kill = function () { if (this.child) this.child.kill('SIGINT'); };
        chrome.spawn();
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          chrome.kill();
          setTimeout(() => {
            process.exit(); // ! open
          }, 500);
        });
      `),
    },
  ],
  silent: [
    {
      name: 'the same signal again, after the drain',
      files: http(`
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', (signal) => {
          server.close(() => process.kill(process.pid, signal));
        });
      `),
    },
    {
      name: 'another signal, whose listener shuts down',
      files: http(`
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
        process.once('SIGINT', () => process.kill(process.pid, 'SIGTERM'));
      `),
    },
    {
      name: 'a method that is put on an object and closes',
      files: http(`
        const app = {};
        app.start = function () { this.server = http.createServer((req, res) => res.end()).listen(3000); };
        app.stop = function (done) { this.server.close(done); };
        app.start();
        process.once('SIGTERM', () => app.stop(() => process.exit(0)));
      `),
    },
  ],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a watcher in a process that is to end by itself',
      files: http(`
        import fs from 'node:fs';
        fs.watch('config.json', () => console.log('changed')); // ! unclosed
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close());
      `),
    },
  ],
  silent: [
    {
      name: 'a watcher in a process that ends with an exit',
      files: http(`
        import fs from 'node:fs';
        fs.watch('config.json', () => console.log('changed'));
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      `),
    },
    {
      name: 'a server of sockets on an HTTP server that an exit cuts',
      files: http(`
        import { Server } from 'socket.io';
        const server = http.createServer().listen(3000);
        new Server(server);
        process.on('SIGTERM', () => process.exit(0));
      `),
    },
  ],
});

table('no-async-exit-listener', {
  reports: [
    {
      name: 'a connection that a helper begins',
      unrepaired: true,
      files: http(`
        import net from 'node:net';
        http.createServer((req, res) => res.end()).listen(3000);
        function flush() {
          const peer = net.connect(2003, 'graphite');
          peer.on('connect', () => peer.write('last'));
        }
        process.on('exit', () => { flush(); }); // ! exit
      `),
    },
    {
      name: 'a connection',
      unrepaired: true,
      files: http(`
        import net from 'node:net';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('exit', () => { net.connect(2003, 'graphite').end('last'); }); // ! exit
      `),
    },
  ],
  silent: [
    {
      name: 'a helper that works at once',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      const flush = () => fs.writeFileSync('last', 'done');
      process.on('exit', () => { flush(); });
    `,
    },
  ],
});
