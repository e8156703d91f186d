import { table } from '../rules/table.js';

/** A tool that is seen to be a service. */
const STOPPED = `#!/usr/bin/env node
import http from 'node:http';
const server = http.createServer((request, response) => response.end()).listen(3000);
process.once('SIGTERM', () => { // ! unbounded
  server.close(() => process.exit(0));
});
`;

table('require-shutdown-deadline', {
  reports: [
    { name: 'a command of the package', files: { 'bin/serve.js': STOPPED }, manifest: { bin: 'bin/serve.js' } },
    {
      name: 'one that a script tries out',
      files: { 'bin/serve.js': STOPPED },
      manifest: { bin: 'bin/serve.js', scripts: { cli: 'chmod +x bin/serve.js && ./bin/serve.js' } },
    },
  ],
});
