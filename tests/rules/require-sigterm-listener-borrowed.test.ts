/** Listeners that are registered by a method taken from the process. */
import { table } from './table.js';

table('require-sigterm-listener', {
  silent: [
    ...[
      'const { on } = process;\non.call(process, "SIGTERM", stop);',
      'const listen = process.on.bind(process);\nlisten("SIGTERM", stop);',
      'process.on.call(process, "SIGTERM", stop);',
      'process.prependListener("SIGTERM", stop);',
    ].map((listening) => ({
      name: `a listener that is registered by ${listening.split('\n').at(-1) ?? ''}`,
      files: {
        'src/main.js': `
          import http from 'node:http';
          const server = http.createServer((req, res) => res.end()).listen(3000);
          const stop = () => server.close(() => process.exit(0));
          ${listening}
        `,
      },
    })),
  ],
});
