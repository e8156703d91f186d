/** A server that closes as soon as it listens only finds out whether a port is free. */
import { js, table, ts } from './table.js';

const probe = `
  import net from 'node:net';
  export function isPortInUse(port) {
    return new Promise((resolve) => {
      const server = net.createServer();
      server.once('error', () => resolve(true));
      server.once('listening', () => {
        server.close();
        resolve(false);
      });
      server.listen(port);
    });
  }
`;

table('require-sigterm-listener', {
  reports: [
    {
      name: 'the server itself, beside one that finds a port',
      files: {
        'src/port.js': probe,
        'src/main.js': `
          import http from 'node:http';
          import { isPortInUse } from './port.js';
          const port = (await isPortInUse(3000)) ? 3001 : 3000;
          const server = http.createServer((request, response) => response.end('ok'));
          server.listen(port); // ! missing
        `,
      },
    },
    {
      name: 'a server that closes at once only in a dry run',
      files: js`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok'));
      server.listen(3000, () => { // ! missing
        if (process.argv.includes('--dry')) server.close();
      });
    `,
    },
    {
      name: 'a server whose requests close it',
      files: js`
      import http from 'node:http';
      const server = http.createServer((request, response) => { response.end('ok'); server.close(); });
      server.listen(3000, () => console.log('up')); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'a tool that asks for a port',
      files: { 'src/port.js': probe, 'src/main.js': `import { isPortInUse } from './port.js'; console.log(await isPortInUse(3000));` },
    },
    {
      name: 'a free port, found by the callback',
      files: ts`
      import { createServer, type AddressInfo } from 'node:net';
      function freePort(): Promise<number> {
        return new Promise((resolve, reject) => {
          const server = createServer();
          server.on('error', reject);
          server.listen(0, () => {
            const { port } = server.address() as AddressInfo;
            server.close(() => resolve(port));
          });
        });
      }
      console.log(await freePort());
    `,
    },
  ],
});

table('no-exit-before-close', {
  at: /exit/u,
  reports: [
    {
      name: 'an exit while the server is live, beside one that finds a port',
      files: {
        'src/port.js': probe,
        'src/main.js': `
          import http from 'node:http';
          import { isPortInUse } from './port.js';
          const port = (await isPortInUse(3000)) ? 3001 : 3000;
          const server = http.createServer((request, response) => response.end('ok')).listen(port);
          process.once('SIGTERM', () => process.exit(0)); // ! open
        `,
      },
    },
  ],
  silent: [
    {
      name: 'an exit of a tool that asks for a port',
      files: {
        'src/port.js': probe,
        'src/main.js': `
          import { isPortInUse } from './port.js';
          process.once('SIGTERM', () => process.exit(0));
          console.log(await isPortInUse(3000));
        `,
      },
    },
  ],
});
