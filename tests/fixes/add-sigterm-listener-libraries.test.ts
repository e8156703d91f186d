import { describe, expect, it } from 'vitest';
import { code } from './applying.js';
import { listening } from './listening.js';

/** A server of Node.js. */
const SERVER = { method: 'close()', style: 'callback', drain: { connections: 'keep-alive', path: '', limitSeconds: 8 } } as const;

const POOL = { expression: 'pool.end()', style: 'promise' } as const;

describe('addSigtermListener by a library', () => {
  it('closes with close-with-grace where the start is the body of an arrow function', () => {
    const before =
      "import mongoose from 'mongoose';\nimport { app } from './app.js';\n\nmongoose.connect(url).then(() => app.listen(3000));\n";
    const closers = [{ expression: 'mongoose.disconnect()', style: 'promise' }] as const;
    expect(listening(before, { start: 'app.listen(3000)', closers, pattern: 'close-with-grace' })).toBe(code`
      import mongoose from 'mongoose';
      import { app } from './app.js';
      import closeWithGrace from 'close-with-grace';

      mongoose.connect(url).then(() => {
        const server = app.listen(3000);

        closeWithGrace({ delay: 10_000 }, async ({ err }) => {
          if (err) console.error(err);
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          await mongoose.disconnect();
        });

        return server;
      });
    `);
  });

  it('hands the server to terminus in CommonJS', () => {
    const before = "'use strict';\n\nconst http = require('http');\nconst server = http.createServer(app).listen(80);\n";
    expect(listening(before, { start: 'http.createServer(app).listen(80)', close: SERVER, closers: [POOL], pattern: 'terminus' }))
      .toBe(code`
      'use strict';

      const http = require('http');
      const { createTerminus } = require('@godaddy/terminus');
      const server = http.createServer(app).listen(80);

      createTerminus(server, {
        signals: ['SIGTERM', 'SIGINT'],
        useExit0: true,
        timeout: 10_000,
        beforeShutdown: async () => {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        },
        onSignal: async () => {
          await pool.end();
        },
      });
    `);
  });

  it('writes http-graceful-shutdown', () => {
    const before = 'server.listen(80);\n';
    const request = { path: 'server.mjs', start: 'server.listen(80)', receiver: 'server', close: SERVER } as const;
    expect(listening(before, { ...request, pattern: 'lightship' })).toBeUndefined();
    expect(listening(before, { ...request, pattern: 'http-graceful-shutdown' })).toBe(code`
      import gracefulShutdown from 'http-graceful-shutdown';

      server.listen(80);

      gracefulShutdown(server, {
        timeout: 10_000,
        preShutdown: async () => {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        },
      });
    `);
  });

  it('registers at a lightship', () => {
    const before = "import { createLightship } from 'lightship';\nconst ship = await createLightship();\nserver.listen(80);\n";
    const request = {
      start: 'server.listen(80)',
      receiver: 'server',
      pattern: 'lightship',
      close: { method: 'destroy()', style: 'promise' },
    } as const;
    expect(listening(before, request)).toBe(`${before}\nship.registerShutdownHandler(async () => {\n  await server.destroy();\n});\n`);
  });

  it.each([
    [
      'http-terminator',
      'const httpTerminator = createHttpTerminator({ server, gracefulTerminationTimeout: 8_000 });',
      'await httpTerminator.terminate();',
    ],
    [
      'stoppable',
      'const stoppableServer = stoppable(server, 8_000);',
      'stoppableServer.stop((error) => (error ? reject(error) : resolve()));',
    ],
  ] as const)('writes %s with the signals of its own', (pattern, wrapped, stop) => {
    const after = listening('server.listen(80);\n', { start: 'server.listen(80)', receiver: 'server', close: SERVER, pattern });
    expect(after).toContain(`${wrapped}\nlet isShuttingDown`);
    expect(after).toContain("server.prependListener('request'");
    expect(after).toContain(stop);
    expect(after).toContain("process.on('SIGTERM', shutdown);");
  });
});
