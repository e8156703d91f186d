import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. `$on('beforeExit')` is not available with the library engine. */
export const prismaClient: Library = {
  name: '@prisma/client',
  generated: 'prisma',
  modules: ['@prisma/client', '.prisma/client', '@prisma/client/*', '@prisma/extension-accelerate'],
  manual: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#disconnect',
  verified: 'manual',
  exports: { PrismaClient: { returns: 'PrismaClient', opens: true }, Prisma: {} },
  types: {
    PrismaClient: {
      label: 'Prisma client',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        $disconnect: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
        $connect: { promise: true, io: true },
        ...each('$extends $use', { returns: 'this' }),
        $on: { returns: 'this', calls: [{ at: 1, role: 'event' }] },
        $transaction: {
          promise: true,
          io: { timeout: ['1.timeout'] },
          calls: [{ at: 0, role: 'now', awaited: true, parameters: ['PrismaClient'] }],
        },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await prisma.$disconnect(); // close
  process.exit(0);
});
`,
      opens: ['PrismaClient', 'node:http#Server'],
      live: true,
      notClosed: 'prisma.$disconnect();',
    },
  ],
};
