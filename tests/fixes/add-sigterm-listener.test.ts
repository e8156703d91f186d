import { describe, expect, it } from 'vitest';
import { addSigtermListener, type SigtermListener } from '../../src/fixes/add-sigterm-listener.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

type Request = Partial<Omit<SigtermListener, 'start'>> & { readonly start: string; readonly path?: string };

function listening(before: string, { start, path = 'server.js', ...request }: Request): string | undefined {
  const source = sourceOf(before, path);
  const service: Omit<SigtermListener, 'start'> = {
    close: { method: 'close()', style: 'callback' },
    closers: [],
    deadlineSeconds: 10,
    pattern: 'inline',
    ...request,
  };
  return apply(source, addSigtermListener(source, { ...service, start: spanOf(source, start) }));
}

const POOL = { expression: 'pool.end()', style: 'promise' } as const;

describe('addSigtermListener', () => {
  it('keeps the handle of an express server and closes in order', () => {
    const before = code`
      const app = require('express')();
      const pool = require('./pool');

      app.listen(3000, () => console.log('up')); // go

      module.exports = app;
    `;
    expect(listening(before, { start: "app.listen(3000, () => console.log('up'))", closers: [POOL] })).toBe(code`
      const app = require('express')();
      const pool = require('./pool');

      const server = app.listen(3000, () => console.log('up')); // go

      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          await pool.end();
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);

      module.exports = app;
    `);
  });

  it('stands before an awaited start, typed, inside its function', () => {
    const before = code`
      import fastify from "fastify"

      const shutdown = 1

      async function main(): Promise<void> {
          const app = fastify()
          await app.listen({ port: 80 })
          app.log.info("up")
      }
    `;
    const request = {
      path: 'main.ts',
      start: 'app.listen({ port: 80 })',
      receiver: 'app',
      close: { method: 'close()', style: 'promise' },
      pattern: 'fastify',
    } as const;
    expect(listening(before, request)).toBe(code`
      import fastify from "fastify"

      const shutdown = 1

      async function main(): Promise<void> {
          const app = fastify()
          let isShuttingDown = false

          const shutdownGracefully = async (signal: NodeJS.Signals): Promise<void> => {
              if (isShuttingDown) return
              isShuttingDown = true
              console.log(\`\${signal} received, shutting down\`)
              setTimeout(() => process.exit(1), 10_000).unref()
              try {
                  await app.close()
                  process.exit()
              } catch (error) {
                  console.error(error)
                  process.exit(1)
              }
          }

          process.on("SIGTERM", (signal) => void shutdownGracefully(signal))
          process.on("SIGINT", (signal) => void shutdownGracefully(signal))

          await app.listen({ port: 80 })
          app.log.info("up")
      }
    `);
  });

  it('counts emojis as the facts do, and keeps what follows on the line apart', () => {
    const before = "log('🚀');\nconst app = await create(); start(); // 🚧\n";
    expect(listening(before, { path: 'main.mjs', start: 'start()', receiver: 'app', pattern: 'nest' })).toBe(
      "log('🚀');\nconst app = await create(); start(); // 🚧\n\napp.enableShutdownHooks();\n",
    );
    expect(listening(before, { path: 'main.mjs', start: 'create()', receiver: 'app', pattern: 'nest' })).toBe(
      "log('🚀');\napp.enableShutdownHooks();\n\nconst app = await create(); start(); // 🚧\n",
    );
    expect(listening('{ start(); stop() }\n', { start: 'start()', receiver: 'app', pattern: 'nest' })).toBe(
      '{ start();\n\napp.enableShutdownHooks();\n stop() }\n',
    );
  });

  it('turns the hooks of Nest on before it listens', () => {
    const before =
      'async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  await app.listen(3000);\n}\nbootstrap();\n';
    expect(listening(before, { path: 'main.ts', start: 'app.listen(3000)', receiver: 'app', pattern: 'nest' })).toBe(code`
      async function bootstrap() {
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();

        await app.listen(3000);
      }
      bootstrap();
    `);
  });

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

  it('keeps a chain, and gives a branch its braces', () => {
    const before = "if (require.main === module) app.listen(80).on('error', fail);\n";
    const after = listening(before, { start: 'app.listen(80)', pattern: 'http-graceful-shutdown' });
    expect(after).toBe(code`
      const gracefulShutdown = require('http-graceful-shutdown');

      if (require.main === module) {
        const server = app.listen(80).on('error', fail);

        gracefulShutdown(server, {
          timeout: 10_000,
        });
      }
    `);
  });

  it('returns the handle that was returned', () => {
    const before = 'export function start() {\n  return app.listen(80);\n}\n';
    expect(listening(before, { start: 'app.listen(80)', pattern: 'http-graceful-shutdown' })).toBe(code`
      import gracefulShutdown from 'http-graceful-shutdown';

      export function start() {
        const server = app.listen(80);

        gracefulShutdown(server, {
          timeout: 10_000,
        });

        return server;
      }
    `);
  });

  it('closes a field by its name', () => {
    const before = 'class App {\n  start() {\n    this.server = this.app.listen(80);\n  }\n}\n';
    expect(listening(before, { start: 'this.app.listen(80)', closers: [] })).toContain('        this.server.close((error) =>');
  });

  it('adds SIGTERM to a named listener of SIGINT', () => {
    const before = "server.listen(80);\nprocess.once('SIGINT', stop); // ^C\n";
    expect(listening(before, { start: 'server.listen(80)', receiver: 'server' })).toBe(`${before}process.once('SIGTERM', stop);\n`);
  });

  it('names the listener of SIGINT so that both share it', () => {
    const before = "server.listen(80)\nprocess.on('SIGINT', async () => {\n  // close\n  await server.close()\n  process.exit(0)\n})\n";
    expect(listening(before, { start: 'server.listen(80)', receiver: 'server' })).toBe(code`
      server.listen(80)
      const shutdown = async () => {
        // close
        await server.close()
        process.exit(0)
      }
      process.on('SIGINT', shutdown)
      process.on('SIGTERM', shutdown)
    `);
  });

  it.each([
    'register(app.listen(80));\n',
    'export default { server: app.listen(80) };\n',
    'function start() {\n  if (ready) return app.listen(80);\n}\n',
    'const start = () => ({ ...app.listen(80) });\n',
  ])('refuses a result that is used: %s', (before) => {
    expect(listening(before, { start: 'app.listen(80)' })).toBeUndefined();
  });
});
