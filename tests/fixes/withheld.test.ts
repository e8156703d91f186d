/** What might be wrong is not offered. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { code } from './applying.js';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'withheld-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
  readonly suggestions: readonly (readonly string[])[];
}

/** The suggestions of each finding of the rule, by their names. */
async function offered(rule: string, files: Readonly<Record<string, string>>): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(path.join(root, 'service-'));
  const manifest = { name: 'service', private: true, main: 'main.js', type: 'module' };
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
  const results = await eslint.lintFiles(['.']);
  const found = results.flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId === `graceful-shutdown/${rule}`));
  return found.map(({ suggestions = [] }) => suggestions.map(({ messageId }) => messageId ?? ''));
}

test.each<Case>([
  {
    name: 'a synchronous form of a call whose callback stands elsewhere, or of the promises of a module that has no such form',
    rule: 'no-async-exit-listener',
    files: {
      'main.js': code`
        import fs from 'node:fs';
        import './log.js';
        const done = (error) => console.log(error);
        process.on('exit', () => {
          fs.writeFile('state.json', '{}', done);
        });
      `,
      'log.js': code`
        import files from 'node:fs/promises';
        process.on('exit', () => {
          files.appendFile('exits.log', 'exit');
        });
      `,
    },
    suggestions: [[], []],
  },
  {
    name: 'before an end that `process.exit()` makes, and again what SIGTERM does',
    rule: 'no-async-exit-listener',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        let isClosing = false;
        async function shutDown() {
          if (isClosing) return;
          isClosing = true;
          await new Promise((resolve) => server.close(resolve));
          process.exit();
        }
        process.on('exit', () => shutDown());
        process.on('SIGTERM', () => shutDown());
      `,
    },
    suggestions: [['remove']],
  },
  {
    name: 'nothing, where a shutdown lets the process end by itself and leaves the work to the end',
    rule: 'no-async-exit-listener',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('exit', async () => {
          await pool.end();
        });
        process.once('SIGTERM', () => server.close());
      `,
    },
    suggestions: [['listen', 'before']],
  },
  {
    name: 'a shutdown for each of several servers, of which the first would end the process',
    rule: 'require-sigterm-listener',
    files: {
      'main.js': code`
        import http from 'node:http';
        for (const port of [3000, 3001]) {
          http.createServer((request, response) => response.end()).listen(port);
        }
      `,
    },
    suggestions: [[]],
  },
  {
    name: 'the same for each element of a list',
    rule: 'require-sigterm-listener',
    files: {
      'main.js': code`
        import http from 'node:http';
        [3000, 3001].forEach((port) => {
          http.createServer((request, response) => response.end()).listen(port);
        });
      `,
    },
    suggestions: [[]],
  },
  {
    name: 'a timer without a reference where nothing else keeps the process',
    rule: 'no-uncleared-timer',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end()).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
        for (const name of process.argv.slice(2)) await import(name);
      `,
      'lib/feed.js': code`
        const feed = () => fetch('http://localhost:3000/feed');
        setInterval(feed, 1000);
      `,
    },
    suggestions: [[]],
  },
  {
    name: 'a timer without a reference on a way of its own, which is all that keeps the process there',
    rule: 'no-uncleared-timer',
    files: {
      'main.js': code`
        import http from 'node:http';
        function serve() {
          const server = http.createServer((request, response) => response.end()).listen(3000);
          process.once('SIGTERM', () => server.close(() => console.log('closed')));
        }
        switch (process.argv[2]) {
          case 'idle':
            setInterval(() => console.log('idle'), 1000);
            break;
          default:
            serve();
        }
      `,
    },
    suggestions: [['clear']],
  },
  {
    name: 'a listener of SIGTERM that ends the process before what it begins is over',
    rule: 'no-async-exit-listener',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end()).listen(3000);
        function flush() {
          setTimeout(() => console.log('flushed'), 100);
        }
        process.on('exit', () => {
          flush();
        });
      `,
    },
    suggestions: [[]],
  },
  {
    name: 'the exit code alone where the code may be that of a failure',
    rule: 'no-exit-before-close',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end()).listen(3000);
        function stop(code) {
          server.close();
          leave(code);
        }
        function leave(code) {
          process.exit(code);
        }
        process.once('SIGTERM', () => stop(0));
        process.once('SIGHUP', () => stop(1));
      `,
    },
    suggestions: [[]],
  },
])('$name', async ({ rule, files, suggestions }) => {
  expect(await offered(rule, files)).toEqual(suggestions);
});

test('the pause of a drain ends before a short deadline', async () => {
  const folder = mkdtempSync(path.join(root, 'service-'));
  writeFileSync(
    path.join(folder, 'main.js'),
    `import http from 'node:http';\nhttp.createServer((request, response) => response.end()).listen(3000);\n`,
  );
  const overrideConfig = [...plugin.configs.all, { settings: { 'graceful-shutdown': { deadlineSeconds: 2 } } }];
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
  const [result] = await eslint.lintFiles(['main.js']);
  const text = result?.messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix.text)).join('\n') ?? '';
  expect([...text.matchAll(/(?<=[, ])[\d_]+(?=\)\)?)/gu)].map(([number]) => number)).toEqual(['2_000', '200', '200', '1_600']);
});
