import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const FUNCTIONS =
  'lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv ' +
  'resolveTxt reverse';
const callback: Member = { io: true, calls: [{ at: 'last', role: 'completion' }] };
const promise: Member = { io: true, promise: true };

export const nodeDns: readonly Library[] = [
  {
    name: 'node:dns',
    manual: 'https://nodejs.org/docs/latest/api/dns.html#implementation-considerations',
    verified: 'manual',
    exports: { ...each(FUNCTIONS, callback), promises: { members: each(FUNCTIONS, promise) } },
    examples: [
      {
        code: `import dns from 'node:dns';
import http from 'node:http';

const server = http.createServer((request, response) => {
  dns.lookup('example.org', (error, address) => response.end(address));
}).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
        opens: ['node:http#Server'],
        live: true,
        notClosed: 'server.close(); process.exit(0);',
      },
    ],
  },
  {
    name: 'node:dns/promises',
    manual: 'https://nodejs.org/docs/latest/api/dns.html#dns-promises-api',
    verified: 'manual',
    exports: each(FUNCTIONS, promise),
    examples: [
      {
        code: `import { lookup } from 'node:dns/promises';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  const { address } = await lookup('example.org');
  response.end(address);
}).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
        opens: ['node:http#Server'],
        live: true,
        notClosed: 'server.close(); process.exit(0);',
      },
    ],
  },
];
