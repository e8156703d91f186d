import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The key derivations and key generators compute for tens of milliseconds and more; with a callback they run in the thread pool. */
export const nodeCrypto: Library = {
  name: 'node:crypto',
  manual: 'https://nodejs.org/docs/latest/api/crypto.html#cryptopbkdf2syncpassword-salt-iterations-keylen-digest',
  verified: 'manual',
  exports: {
    ...each('pbkdf2Sync scryptSync generateKeyPairSync generatePrimeSync checkPrimeSync argon2Sync', { blocks: 'cpu' }),
    ...each('pbkdf2 scrypt generateKeyPair generateKey generatePrime checkPrime hkdf argon2', {
      calls: [{ at: 'last', role: 'completion' }],
    }),
    randomBytes: { calls: [{ at: 'last', role: 'completion' }] },
  },
  examples: [
    {
      code: `import { scrypt } from 'node:crypto';
import http from 'node:http';

const server = http.createServer((request, response) => {
  scrypt('secret', 'salt', 64, (error, key) => response.end(key));
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
};
