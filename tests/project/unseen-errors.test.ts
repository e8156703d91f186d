/** Errors of unknown libraries are made where a service runs; whatever they are called after, they set up nothing. */
import { js, table } from '../rules/table.js';

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'an error named after a shutdown',
      files: js`
      import http from 'node:http';
      import { GracefulShutdownError, errors } from '@acme/lifecycle';
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
      await check();
      async function check() {
        if (!(await fetch('http://other/health')).ok) throw new GracefulShutdownError('other', new errors.TerminationError());
      }
    `,
    },
  ],
  silent: [
    {
      name: 'something else that is made of such a library',
      files: js`
      import http from 'node:http';
      import { GracefulShutdown } from '@acme/lifecycle';
      http.createServer((req, res) => res.end()).listen(3000);
      new GracefulShutdown();
    `,
    },
    {
      name: 'a function that has an error in its name',
      files: js`
      import http from 'node:http';
      import { shutdownOnError } from '@acme/lifecycle';
      http.createServer((req, res) => res.end()).listen(3000);
      shutdownOnError();
    `,
    },
  ],
});
