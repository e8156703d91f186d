import { describe, expect, it } from 'vitest';
import { type AwaitableStyle, awaitClose, returnClose } from '../../src/fixes/await-close.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

interface Case {
  readonly name: string;
  readonly path?: string;
  readonly call: string;
  readonly style: AwaitableStyle;
  readonly inAwait?: boolean;
  readonly before: string;
  /** Absent when the verb must refuse. */
  readonly after?: string;
}

function awaited({ path = 'server.js', call, style, inAwait = false, before }: Case): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, awaitClose(source, { call: spanOf(source, call), style, inAwait }));
}

const CASES: readonly Case[] = [
  {
    name: 'a promise in an async function',
    call: 'pool.end()',
    style: 'promise',
    before: code`
      async function stop() {
        pool.end(); // the database
        log('done');
      }
    `,
    after: code`
      async function stop() {
        await pool.end(); // the database
        log('done');
      }
    `,
  },
  {
    name: 'a false await',
    call: 'server.close()',
    style: 'callback',
    inAwait: true,
    before: code`
      async function stop() {
        await server.close();
        process.exit(0);
      }
    `,
    after: code`
      async function stop() {
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        process.exit(0);
      }
    `,
  },
  {
    name: 'a typed promise, tabs and no semicolons',
    path: 'server.ts',
    call: 'this.server?.close()',
    style: 'callback',
    before: 'class App {\n\tprivate async stop(): Promise<void> {\n\t\tthis.server?.close()\n\t\tlog()\n\t}\n}\n',
    after:
      'class App {\n\tprivate async stop(): Promise<void> {\n\t\tawait new Promise<void>((resolve, reject) => {\n' +
      '\t\t\tif (this.server) this.server.close((error) => (error ? reject(error) : resolve()))\n\t\t\telse resolve()\n' +
      '\t\t})\n\t\tlog()\n\t}\n}\n',
  },
  {
    name: 'a listener that is not async yet',
    call: 'client.quit()',
    style: 'either',
    before: code`
      process.on('SIGTERM', function () {
        client.quit();
        process.exit(0);
      });
    `,
    after: code`
      process.on('SIGTERM', async function () {
        await client.quit();
        process.exit(0);
      });
    `,
  },
  {
    name: 'the expression of an arrow function',
    call: 'worker.close()',
    style: 'promise',
    before: "process.on('SIGTERM', () => worker.close());\n",
    after: code`
      process.on('SIGTERM', async () => {
        await worker.close();
      });
    `,
  },
  {
    name: 'the expression given to then',
    call: 'server.close()',
    style: 'callback',
    before: 'drain().then(() => server.close()).then(() => process.exit(0));\n',
    after: code`
      drain().then(() => new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      })).then(() => process.exit(0));
    `,
  },
  {
    name: 'an item of Promise.all',
    call: 'server.close()',
    style: 'callback',
    before: 'async function stop() {\n  await Promise.all([server.close(), pool.end()]);\n}\n',
    after: code`
      async function stop() {
        await Promise.all([new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        }), pool.end()]);
      }
    `,
  },
  {
    name: 'a method with a result type',
    path: 'app.ts',
    call: 'this.pool.end()',
    style: 'promise',
    before: 'export class App {\n  public stop(): void {\n    void this.pool.end();\n  }\n}\n',
    after: 'export class App {\n  public async stop(): Promise<void> {\n    await this.pool.end();\n  }\n}\n',
  },
  {
    name: 'an arrow function with a result type and a chain',
    path: 'app.ts',
    call: 'db.destroy()',
    style: 'promise',
    before: 'const stop = (signal: string): void => {\n  db.destroy().catch((e) => console.error(e));\n};\n',
    after: 'const stop = async (signal: string): Promise<void> => {\n  await db.destroy().catch((e) => console.error(e));\n};\n',
  },
  {
    name: 'an ES module at its top',
    path: 'job.mjs',
    call: 'db.end()',
    style: 'promise',
    before: 'await run();\ndb.end();\n',
    after: 'await run();\nawait db.end();\n',
  },
  {
    name: 'a loop',
    call: 'worker.close()',
    style: 'promise',
    before: 'function stop() {\n  for (const worker of workers) worker.close();\n}\n',
    after: 'async function stop() {\n  for (const worker of workers) await worker.close();\n}\n',
  },
  { name: 'CommonJS at its top', call: 'db.end()', style: 'promise', before: "const db = require('./db');\ndb.end();\n" },
  { name: 'forEach', call: 'w.close()', style: 'promise', before: 'async function stop() {\n  workers.forEach((w) => w.close());\n}\n' },
  { name: 'a constructor', call: 'pool.end()', style: 'promise', before: 'class A {\n  constructor() {\n    pool.end();\n  }\n}\n' },
  { name: 'a getter', call: 'pool.end()', style: 'promise', before: 'const a = {\n  get stopped() {\n    pool.end();\n  },\n};\n' },
  { name: 'a generator', call: 'pool.end()', style: 'promise', before: 'function* stop() {\n  pool.end();\n}\n' },
  { name: 'a result that callers use', call: 'pool.end()', style: 'promise', before: 'function stop() {\n  pool.end();\n  return 1;\n}\n' },
  { name: 'an exit listener', call: 'pool.end()', style: 'promise', before: "process.on('exit', () => {\n  pool.end();\n});\n" },
  {
    name: 'a Promise executor',
    call: 'pool.end()',
    style: 'promise',
    before: 'const p = new Promise((resolve) => {\n  pool.end();\n  resolve();\n});\n',
  },
  {
    name: 'a callback that is there already',
    call: 'server.close(done)',
    style: 'callback',
    before: 'function stop(done) {\n  server.close(done);\n}\n',
  },
  {
    name: 'an await inside the call',
    call: '(await find()).close()',
    style: 'callback',
    before: 'async function stop() {\n  (await find()).close();\n}\n',
  },
  { name: 'the initial value of a field', call: 'pool.end()', style: 'promise', before: 'class A {\n  ended = pool.end();\n}\n' },
];

describe('awaitClose', () => {
  it.each(CASES)('$name', (example) => {
    expect(awaited(example)).toBe(example.after);
  });
});

describe('returnClose', () => {
  const returned = (before: string, call: string, style: AwaitableStyle): string | undefined => {
    const source = sourceOf(before, 'hook.js');
    return apply(source, returnClose(source, { call: spanOf(source, call), style }));
  };

  it('returns the promise at the end of a hook', () => {
    expect(returned("app.addHook('onClose', () => {\n  log();\n  pool.end();\n});\n", 'pool.end()', 'promise')).toBe(
      "app.addHook('onClose', () => {\n  log();\n  return pool.end();\n});\n",
    );
  });

  it('returns a promise of the completion', () => {
    expect(returned('class A {\n  onModuleDestroy() {\n    this.server.close();\n  }\n}\n', 'this.server.close()', 'callback')).toBe(code`
      class A {
        onModuleDestroy() {
          return new Promise((resolve, reject) => {
            this.server.close((error) => (error ? reject(error) : resolve()));
          });
        }
      }
    `);
  });

  it('refuses before the last statement and in constructors', () => {
    expect(returned('function stop() {\n  pool.end();\n  log();\n}\n', 'pool.end()', 'promise')).toBeUndefined();
    expect(returned('class A {\n  constructor() {\n    pool.end();\n  }\n}\n', 'pool.end()', 'promise')).toBeUndefined();
  });
});
