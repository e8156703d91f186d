import { describe, expect, it } from 'vitest';
import { code } from './applying.js';
import { listening } from './listening.js';

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

  it('keeps a chain, and gives a branch its braces', () => {
    const before = "if (require.main === module) app.listen(80).on('error', fail);\n";
    const after = listening(before, { start: 'app.listen(80)', pattern: 'http-graceful-shutdown' });
    expect(after).toBe(code`
      const gracefulShutdown = require('http-graceful-shutdown');

      if (require.main === module) {
        const server = app.listen(80).on('error', fail);

        gracefulShutdown(server, {
          timeout: 10_000,
          preShutdown: async () => {
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          },
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
          preShutdown: async () => {
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          },
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
