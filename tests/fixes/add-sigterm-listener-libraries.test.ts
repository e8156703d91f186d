import { describe, expect, it } from 'vitest';
import { code } from './applying.js';
import { listening } from './listening.js';

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
    expect(listening(before, { start: 'http.createServer(app).listen(80)', closers: [POOL], pattern: 'terminus' })).toBe(code`
      'use strict';

      const http = require('http');
      const { createTerminus } = require('@godaddy/terminus');
      const server = http.createServer(app).listen(80);

      createTerminus(server, {
        signals: ['SIGTERM', 'SIGINT'],
        timeout: 10_000,
        onSignal: async () => {
          await pool.end();
        },
      });
    `);
  });

  it.each([
    [
      'http-graceful-shutdown',
      "import gracefulShutdown from 'http-graceful-shutdown';\n\nserver.listen(80);\n\ngracefulShutdown(server, {\n  timeout: 10_000,\n});\n",
    ],
    ['lightship', undefined],
  ] as const)('writes %s', (pattern, after) => {
    expect(listening('server.listen(80);\n', { path: 'server.mjs', start: 'server.listen(80)', receiver: 'server', pattern })).toBe(after);
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
    ['http-terminator', 'const httpTerminator = createHttpTerminator({ server });', 'await httpTerminator.terminate();'],
    [
      'stoppable',
      'const stoppableServer = stoppable(server, 5_000);',
      'stoppableServer.stop((error) => (error ? reject(error) : resolve()));',
    ],
  ] as const)('writes %s with the signals of its own', (pattern, wrapped, stop) => {
    const after = listening('server.listen(80);\n', { start: 'server.listen(80)', receiver: 'server', pattern });
    expect(after).toContain(`${wrapped}\nlet isShuttingDown`);
    expect(after).toContain(stop);
    expect(after).toContain("process.on('SIGTERM', shutdown);");
  });
});
