/** Services that shut down well with the means of a library, under every rule. */
import { js, table } from './table.js';

table('*', {
  silent: [
    {
      name: 'pino, which writes what is left when the process exits',
      files: js`
      import http from 'node:http';
      import pino from 'pino';
      const log = pino({ transport: { target: 'pino-pretty' } });
      const server = http.createServer((req, res) => {
        res.setHeader('Connection', 'close');
        res.end();
      }).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 8000).unref();
        log.info('stopping');
        server.close(() => {
          log.flush();
          process.exit(0);
        });
      });
    `,
    },
  ],
});
