/** What goes live is chosen by a key, as the configuration has it. */
import { js, table } from '../rules/table.js';

const HTTP = `import http from 'node:http';
import https from 'node:https';`;

const ways = [
  `const servers = { http: http.createServer(), https: https.createServer({}) };
const server = servers[process.env.TYPE];`,
  `const make = { http: () => http.createServer(), https: () => https.createServer({}) };
const server = make[process.env.TYPE]();`,
  `class Servers {
  static get http() { return http.createServer(); }
  static get https() { return https.createServer({}); }
}
let server = Servers[process.env.TYPE];
if (server === null) server = Servers['http'];`,
  `class Servers {
  static http() { return http.createServer(); }
  static https() { return https.createServer({}); }
}
const server = Servers[process.env.TYPE]();`,
  `class Servers {
  static http = http.createServer();
  static https = https.createServer({});
}
const server = Servers[process.env.TYPE];`,
  `const make = new Map([['http', () => http.createServer()], ['https', () => https.createServer({})]]);
const server = make.get(process.env.TYPE)();`,
  `const server = (process.env.TLS ? https : http).createServer();`,
  `const server = { http, https }[process.env.TYPE].createServer();`,
];

const factories = {
  'src/factories.js': `${HTTP}
    export const plain = () => http.createServer();
    export const secure = () => https.createServer({});
    export default 'factories';`,
};

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    ...ways.map((way) => ({ name: way, files: { 'src/main.js': `${HTTP}\n${way}\nserver.listen(3000); // ! missing\n` } })),
    {
      name: 'a function of a module',
      files: {
        'src/main.js': `
          import * as factories from './factories.js';
          const server = factories[process.env.TYPE]();
          server.listen(3000); // ! missing
        `,
        ...factories,
      },
    },
  ],
  silent: [
    {
      name: 'a private static, and a setter',
      files: js`
      import http from 'node:http';
      class Parts {
        static #server = http.createServer();
        static set server(server) {}
      }
      Parts[process.env.PART].listen(3000);
    `,
    },
    {
      name: 'what a module only imports',
      files: {
        'src/main.js': `
          import * as parts from './parts.js';
          parts[process.env.PART].listen(3000);
        `,
        'src/parts.js': `
          import http from 'node:http';
          const server = http.createServer();
          export const title = String(server);
        `,
      },
    },
  ],
});
