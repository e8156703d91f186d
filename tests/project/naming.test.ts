/** How a finding calls what it speaks of: short, and never cut within brackets. */
import { js, table } from '../rules/table.js';

const lost =
  '(an HTTP server) goes live here and nothing in this process handles SIGTERM, so requests in flight are cut off when the platform says stop.';

table('require-sigterm-listener', {
  reports: [
    {
      name: 'a chain whose first part alone is short enough',
      says: [`\`http.createServer(…).listen(…)\` ${lost}`],
      files: js`
      import http from 'node:http';
      http.createServer((request, response) => response.end('ok!')).listen(3000); // ! missing
    `,
    },
    {
      name: 'a short chain',
      says: [`\`http.createServer(app).listen(3000)\` ${lost}`],
      files: js`
      import http from 'node:http';
      import { app } from './app.js';
      http.createServer(app).listen(3000); // ! missing
    `,
    },
  ],
  silent: [{ name: 'no server', files: js`console.log('ok');` }],
});
