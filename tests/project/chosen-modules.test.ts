/** What goes live is in one of two modules, or one of a few methods of a class. */
import { table } from '../rules/table.js';

const handler = "(request, response) => response.end('ok')";
const esm = [
  "const { createServer } = await import(process.env.TLS ? 'node:https' : 'node:http');",
  "const lib = await import(process.env.TLS === '1' ? 'node:https' : 'node:http');\nconst createServer = lib.createServer;",
  "const lib = await (process.env.TLS ? import('node:https') : import('node:http'));\nconst { createServer } = lib.default;",
].map((head) => ({ file: 'src/main.mjs', head }));
const commonjs = [
  "const { createServer } = require(process.env.TLS ? 'https' : 'http');",
  "const createServer = require((process.env.TLS ? 'https' : 'http')).createServer;",
  "const tls = process.env.TLS === '1';\nconst createServer = require(tls ? './secure.cjs' : './plain.cjs');",
].map((head) => ({ file: 'src/main.cjs', head }));
const own = {
  'src/secure.cjs': "module.exports = (handler) => require('https').createServer({}, handler);",
  'src/plain.cjs': "module.exports = (handler) => require('http').createServer(handler);",
};

const cases = (text: string): readonly { name: string; files: Readonly<Record<string, string>> }[] =>
  [...esm, ...commonjs].map(({ file, head }) => ({
    name: head,
    files: { [file]: `${head}\nconst server = createServer(${handler});\n${text}`, ...own },
  }));

table('require-sigterm-listener', {
  at: /listen/u,
  reports: cases('server.listen(3000); // ! missing\n'),
  silent: cases("server.listen(3000);\nprocess.once('SIGTERM', () => server.close());\n"),
});

table('no-exit-before-close', {
  reports: cases("server.listen(3000);\nprocess.once('SIGTERM', () => process.exit(0)); // ! open\n").map((one) => ({
    ...one,
    // A repair would have to close what another module makes.
    ...(one.name.includes('./plain') && { unrepaired: true as const }),
  })),
  silent: cases("server.listen(3000);\nprocess.once('SIGTERM', () => server.close(() => process.exit(0)));\n"),
});

const app = (report: string): string => `
  import http from 'node:http';
  class App {
    api() {
      this.server = http.createServer(${handler});
      this.server.listen(3000);${report}
    }
    idle() {}
  }
`;
const roles = [
  "const role = process.argv[2] === 'api' ? 'api' : 'idle';\nnew App()[role]();",
  "const app = new App();\nfor (const role of ['api', 'idle']) app[role]();",
];

table('require-sigterm-listener', {
  at: /listen/u,
  reports: roles.map((role) => ({ name: role, files: { 'src/main.js': `${app(' // ! missing')}\n${role}\n` } })),
  silent: [{ name: 'a role that serves nothing', files: { 'src/main.js': `${app('')}\nconst role = 'idle';\nnew App()[role]();\n` } }],
});
