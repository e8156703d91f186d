import { describe, expect, it } from 'vitest';
import type { AwaitableStyle } from '../../src/fixes/await-close.js';
import { closeBeforeExit } from '../../src/fixes/close-before-exit.js';
import { closeThenExit } from '../../src/fixes/close-then-exit.js';
import type { Closer } from '../../src/fixes/closing.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

const SERVER: Closer = { expression: 'server.close()', style: 'callback' };
const POOL: Closer = { expression: 'pool.end()', style: 'promise' };

function ordered(
  before: string,
  call: string,
  style: AwaitableStyle,
  { path = 'server.js', exit = 'process.exit(0)' } = {},
): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, closeThenExit(source, { exit: spanOf(source, exit), close: { call: spanOf(source, call), style } }));
}

function closed(before: string, closers: readonly Closer[], { path = 'server.js', exit = 'process.exit(0)' } = {}): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, closeBeforeExit(source, { exit: spanOf(source, exit), closers }));
}

describe('closeThenExit', () => {
  it('moves an exit that follows at once into the callback', () => {
    const before = "process.on('SIGTERM', () => {\n  server.close();\n  process.exit(0);\n});\n";
    expect(ordered(before, 'server.close()', 'callback')).toBe(
      "process.on('SIGTERM', () => {\n  server.close(() => process.exit(0));\n});\n",
    );
  });

  it('moves what stands between, with its comments', () => {
    const before = code`
      process.on('SIGTERM', () => {
        server.close(); // no new work
        // tell them
        console.log(\`closing
      now\`);
        process.exit(0); // done
      });
    `;
    expect(ordered(before, 'server.close()', 'callback')).toBe(code`
      process.on('SIGTERM', () => {
        server.close(() => { // no new work
          // tell them
          console.log(\`closing
      now\`);
          process.exit(0);
        }); // done
      });
    `);
  });

  it('awaits in an async function', () => {
    const before = 'async function stop() {\n  await drain();\n  server.close();\n  process.exit(0);\n}\n';
    expect(ordered(before, 'server.close()', 'callback')).toBe(code`
      async function stop() {
        await drain();
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        process.exit(0);
      }
    `);
  });

  it('awaits a promise and makes the listener async', () => {
    const before = 'process.on("SIGTERM", () => {\n\tpool.end()\n\tprocess.exit(0)\n})\n';
    expect(ordered(before, 'pool.end()', 'promise')).toBe(
      'process.on("SIGTERM", async () => {\n\tawait pool.end()\n\tprocess.exit(0)\n})\n',
    );
  });

  it('awaits a close in a branch', () => {
    const before = 'const stop = () => {\n  if (server) server.close();\n  process.exit(0);\n};\n';
    expect(ordered(before, 'server.close()', 'callback')).toBe(code`
      const stop = async () => {
        if (server) await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        process.exit(0);
      };
    `);
  });

  it('refuses a close that comes after the exit, and code behind the exit', () => {
    expect(ordered('function stop() {\n  process.exit(0);\n  server.close();\n}\n', 'server.close()', 'callback')).toBeUndefined();
    const before = 'class A {\n  constructor() {\n    server.close();\n    process.exit(0);\n    log();\n  }\n}\n';
    expect(ordered(before, 'server.close()', 'callback')).toBeUndefined();
  });
});

describe('closeBeforeExit', () => {
  it('closes in order, and leaves with a failure when a close fails', () => {
    const before = "process.on('SIGTERM', () => {\n  console.log('bye');\n  // leave\n  process.exit(0); // at once\n});\n";
    expect(closed(before, [SERVER, POOL])).toBe(code`
      process.on('SIGTERM', async () => {
        console.log('bye');
        // leave
        try {
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          await pool.end();
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        } // at once
      });
    `);
  });

  it('gives an expression a block', () => {
    expect(closed("process.once('SIGINT', () => process.exit(0))\n", [POOL])).toBe(code`
      process.once('SIGINT', async () => {
        try {
          await pool.end()
          process.exit(0)
        } catch (error) {
          console.error(error)
          process.exit(1)
        }
      })
    `);
  });

  it('uses the try that is there', () => {
    const before =
      'async function stop() {\n  try {\n    await drain();\n    process.exit(0);\n  } catch {\n    process.exit(1);\n  }\n}\n';
    expect(closed(before, [POOL])).toBe(code`
      async function stop() {
        try {
          await drain();
          await pool.end();
          process.exit(0);
        } catch {
          process.exit(1);
        }
      }
    `);
  });

  it('gives a branch its braces', () => {
    const before = 'const stop = async (code: number): Promise<void> => {\n  if (code === 0) process.exit(0);\n};\n';
    expect(closed(before, [{ expression: 'cron.stop()', style: 'sync' }], { path: 'stop.ts' })).toBe(code`
      const stop = async (code: number): Promise<void> => {
        if (code === 0) {
          cron.stop();
          process.exit(0);
        }
      };
    `);
  });

  it('refuses where nothing can wait', () => {
    expect(closed("process.on('exit', () => {\n  process.exit(0);\n});\n", [POOL])).toBeUndefined();
    expect(closed('names.forEach(() => {\n  process.exit(0);\n});\n', [POOL])).toBeUndefined();
  });
});
