/** Several handlers that come to the same synchronous work: it is told once, where it stands. */
import { js, table } from './table.js';

table('no-blocking-handler', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a helper of two controllers, in another module',
      files: {
        'src/main.js': `
          import express from 'express';
          import { licence } from './licence.js';
          const app = express();
          app.get('/config', (request, response) => response.json(licence()));
          app.post('/users', (request, response) => {
            if (!licence()) response.status(402);
            response.end();
          });
          app.listen(3000);
        `,
        'src/licence.js': `
          import fs from 'node:fs';
          export function licence() {
            return JSON.parse(fs.readFileSync('/etc/licence.json', 'utf8')); // ! shared
          }
        `,
      },
      says: [
        '`fs.readFileSync` blocks the event loop in 2 handlers, one of them at src/main.js:4, so every other request and the probes wait.',
      ],
      unrepaired: true,
    },
    {
      name: 'a handler that calls the helper twice, at the first call',
      files: js`
      import fs from 'node:fs';
      import express from 'express';
      const read = (name) => fs.readFileSync(name, 'utf8');
      const app = express();
      app.get('/terms', (request, response) => {
        response.write(read('head.html')); // ! blocking
        response.end(read('terms.html'));
      });
      app.listen(3000);
    `,
      unrepaired: true,
    },
    {
      name: 'what a handler leads to in several places and listeners, at the first of them',
      unrepaired: true,
      files: js`
      import busboy from 'busboy';
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.post('/upload', (req, res) => {
        const path = '/tmp/' + req.query.name;
        const abort = (message) => {
          if (fs.existsSync(path)) fs.rm(path, () => {});
          res.status(400).send(message);
        };
        if (!req.query.name) return abort('no name'); // ! blocking
        if (req.query.name.length > 9) return abort('too long');
        const parser = busboy({ headers: req.headers });
        parser.on('error', abort);
        req.on('aborted', () => abort('gone'));
        req.pipe(parser);
      });
      app.listen(3000);
    `,
    },
  ],
  silent: [
    {
      name: 'a helper that the start alone calls',
      files: js`
      import fs from 'node:fs';
      import express from 'express';
      const read = (name) => fs.readFileSync(name, 'utf8');
      const terms = read('terms.html');
      const head = read('head.html');
      const app = express();
      app.get('/terms', (request, response) => response.end(head + terms));
      app.listen(3000);
    `,
    },
  ],
});
