import { describe, expect, it } from 'vitest';
import { clearTimerIn, unrefTimer } from '../../src/fixes/timers.js';
import { apply, code, sourceOf, spanOf } from './applying.js';
import { repairs } from './repairing.js';

interface Case {
  readonly name: string;
  readonly path?: string;
  readonly timer: string;
  /** A piece of the text that is exactly the stop function. */
  readonly stop: string;
  readonly clear?: string;
  readonly before: string;
  readonly after?: string;
}

function cleared({ path = 'poll.js', timer, stop, clear = 'clearInterval', before }: Case): string | undefined {
  const source = sourceOf(before, path);
  const found = source.facts.functions.filter(({ id, span }) => id !== 0 && before.slice(...span).startsWith(stop));
  return apply(source, clearTimerIn(source, { timer: spanOf(source, timer), stop: found[0]?.id ?? -1, clear }));
}

const CASES: readonly Case[] = [
  {
    name: 'a timer of the module that was dropped',
    timer: 'setInterval(poll, 1000)',
    stop: 'async function stop',
    before: 'setInterval(poll, 1000); // forever\n\nasync function stop() {\n  // database\n  await pool.end();\n}\n',
    after:
      'const interval = setInterval(poll, 1000); // forever\n\nasync function stop() {\n  clearInterval(interval);\n  // database\n  await pool.end();\n}\n',
  },
  {
    name: 'a timer that has a name',
    timer: 'setInterval(poll, 1000)',
    stop: '() => server.close()',
    before: "const poller = setInterval(poll, 1000)\nprocess.on('SIGTERM', () => server.close())\n",
    after: code`
      const poller = setInterval(poll, 1000)
      process.on('SIGTERM', () => {
        clearInterval(poller)
        return server.close()
      })
    `,
  },
  {
    name: 'a timer that another function starts',
    path: 'poll.ts',
    timer: 'setInterval(poll, 1000)',
    stop: 'function stop',
    before:
      '/** Starts. */\nexport function start(): void {\n\tsetInterval(poll, 1000);\n}\n\nexport function stop(): void {\n\tserver.close();\n}\n',
    after:
      'let interval: NodeJS.Timeout | undefined;\n\n/** Starts. */\nexport function start(): void {\n\tinterval = setInterval(poll, 1000);\n}\n\n' +
      'export function stop(): void {\n\tclearInterval(interval);\n\tserver.close();\n}\n',
  },
  {
    name: 'a variable of another function',
    timer: 'setTimeout(poll, 10)',
    stop: 'function stop',
    clear: 'clearTimeout',
    before: 'function start() {\n  const timer = setTimeout(poll, 10);\n  timer.ref();\n}\nfunction stop() {}\n',
    after:
      'let timer;\n\nfunction start() {\n  timer = setTimeout(poll, 10);\n  timer.ref();\n}\nfunction stop() {\n  clearTimeout(timer);\n}\n',
  },
  {
    name: 'a class',
    path: 'poll.service.ts',
    timer: 'setInterval(() => this.poll(), 1000)',
    stop: '() {\n    await',
    before: code`
      @Injectable()
      export class Poller {
        constructor(private readonly db: Db) {}

        onModuleInit() {
          setInterval(() => this.poll(), 1000);
        }

        async onModuleDestroy() {
          await this.db.end();
        }
      }
    `,
    after: code`
      @Injectable()
      export class Poller {
        private interval?: NodeJS.Timeout;

        constructor(private readonly db: Db) {}

        onModuleInit() {
          this.interval = setInterval(() => this.poll(), 1000);
        }

        async onModuleDestroy() {
          clearInterval(this.interval);
          await this.db.end();
        }
      }
    `,
  },
  {
    name: 'a field',
    timer: 'setInterval(f, 1)',
    stop: '() { this.db.end()',
    before: 'class A {\n  start() { this.timer = setInterval(f, 1); }\n  stop() { this.db.end(); }\n}\n',
    after: 'class A {\n  start() { this.timer = setInterval(f, 1); }\n  stop() { clearInterval(this.timer); this.db.end(); }\n}\n',
  },
  {
    name: 'a schedule with a method of its own',
    timer: "cron.schedule('* * * * *', work)",
    stop: 'function shutdown',
    clear: 'stop',
    before: "const cron = require('node-cron');\ncron.schedule('* * * * *', work);\nfunction shutdown() {\n  pool.end();\n}\n",
    after:
      "const cron = require('node-cron');\nconst task = cron.schedule('* * * * *', work);\nfunction shutdown() {\n  task.stop();\n  pool.end();\n}\n",
  },
  {
    name: 'no semicolons before a bracket',
    timer: 'setInterval(f, 1)',
    stop: 'function stop',
    before: "'use strict'\nfunction start() {\n  setInterval(f, 1)\n}\nfunction stop() {\n  [a, b].map(end)\n}\n",
    after:
      "'use strict'\nlet interval\n\nfunction start() {\n  interval = setInterval(f, 1)\n}\n" +
      'function stop() {\n  clearInterval(interval);\n  [a, b].map(end)\n}\n',
  },
  {
    name: 'a timer in a list',
    timer: 'setInterval(f, 1)',
    stop: 'function stop',
    before: 'timers.push(setInterval(f, 1));\nfunction stop() {}\n',
  },
  {
    name: 'a field of another class',
    timer: 'setInterval(f, 1)',
    stop: 'function stop',
    before: 'class A {\n  start() {\n    this.t = setInterval(f, 1);\n  }\n}\nfunction stop() {}\n',
  },
];

describe('clearTimerIn', () => {
  it.each(CASES)('$name', (example) => {
    expect(cleared(example)).toBe(example.after);
  });
});

describe('unrefTimer', () => {
  const unrefed = (before: string, timer: string): string | undefined => {
    const source = sourceOf(before, 'timer.js');
    return apply(source, unrefTimer(source, spanOf(source, timer)));
  };

  it.each([
    ['setInterval(f, 1);\n', 'setInterval(f, 1)', 'setInterval(f, 1).unref();\n'],
    ['const t = globalThis.setTimeout(f, 1)\n', 'globalThis.setTimeout(f, 1)', 'const t = globalThis.setTimeout(f, 1).unref()\n'],
    [
      "import { setInterval as every } from 'node:timers';\nevery(f, 1);\n",
      'every(f, 1)',
      "import { setInterval as every } from 'node:timers';\nevery(f, 1).unref();\n",
    ],
    ['setInterval(f, 1).unref();\n', 'setInterval(f, 1)', undefined],
    ['window.setInterval(f, 1);\n', 'window.setInterval(f, 1)', undefined],
    ["import { setInterval } from 'node:timers/promises';\nfor await (const t of setInterval(1)) f();\n", 'setInterval(1)', undefined],
    ["import cron from 'node-cron';\ncron.schedule('* * * * *', f);\n", "cron.schedule('* * * * *', f)", undefined],
  ])('%s', (before, timer, after) => {
    expect(unrefed(before, timer)).toBe(after);
  });
});

repairs('no-uncleared-timer', [
  {
    name: 'a schedule beside a server in a function, where the new shutdown sees both',
    files: {
      'main.ts': code`
        import http from 'node:http';
        import { SimpleIntervalJob, ToadScheduler } from 'toad-scheduler';
        import { task } from './task.js';
        async function main(): Promise<void> {
          const scheduler = new ToadScheduler();
          scheduler.addSimpleIntervalJob(new SimpleIntervalJob({ minutes: 1 }, task));
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
        }
        await main();
      `,
      'task.ts': code`
        import { Task } from 'toad-scheduler';
        export const task = new Task('report', () => console.log('minute'));
      `,
    },
    suggestion: 'shutdown',
    after: code`
      import http from 'node:http';
      import { SimpleIntervalJob, ToadScheduler } from 'toad-scheduler';
      import { task } from './task.js';
      async function main(): Promise<void> {
        const scheduler = new ToadScheduler();
        scheduler.addSimpleIntervalJob(new SimpleIntervalJob({ minutes: 1 }, task));
        const server = http.createServer((request, response) => response.end('ok')).listen(3000);

        let isShuttingDown = false;

        const shutdown = async (signal: NodeJS.Signals): Promise<void> => {
          if (isShuttingDown) return;
          isShuttingDown = true;
          console.log(\`\${signal} received, shutting down\`);
          setTimeout(() => process.exit(1), 10_000).unref();
          try {
            server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
            setInterval(() => server.closeIdleConnections(), 1_000).unref();
            setTimeout(() => server.closeAllConnections(), 8_000).unref();
            await new Promise<void>((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()));
            });
            scheduler.stop();
            process.exit();
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        };

        process.on('SIGTERM', (signal) => void shutdown(signal));
        process.on('SIGINT', (signal) => void shutdown(signal));
      }
      await main();
    `,
  },
]);
