/** A list in place of the name of a signal: both rules offer the loop, so that nobody gets a second shutdown. */
import { code } from './applying.js';
import { repairs } from './repairing.js';

const listed = {
  files: {
    'main.js': code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      let stopping = false;
      process.on(['SIGTERM', 'SIGINT'], () => {
        if (stopping) return;
        stopping = true;
        server.close(() => process.exit(0));
      });
    `,
  },
  suggestion: 'each',
  after: code`
    import http from 'node:http';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    let stopping = false;
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      server.close(() => process.exit(0));
    });
  `,
};

repairs('valid-signal', [{ name: 'where the list stands', ...listed }]);
repairs('require-sigterm-listener', [{ name: 'where the server goes live', ...listed }]);
