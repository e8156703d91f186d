import { describe, expect, it } from 'vitest';
import { type PassedError, passError, raiseSigterm } from '../../src/fixes/process-exit.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

function raised(before: string, exit = 'process.exit(1)', path = 'routes.js'): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, raiseSigterm(source, spanOf(source, exit)));
}

function passed(before: string, style: PassedError['style'], path = 'routes.js'): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, passError(source, { exit: spanOf(source, 'process.exit(1)'), style }));
}

describe('raiseSigterm', () => {
  it('keeps the exit code', () => {
    expect(raised("app.post('/stop', (req, res) => {\n  res.end();\n  process.exit(1); // bye\n});\n")).toBe(code`
      app.post('/stop', (req, res) => {
        res.end();
        process.exitCode = 1;
        process.kill(process.pid, 'SIGTERM'); // bye
      });
    `);
  });

  it('does not run what never ran', () => {
    expect(raised('app.get("/", (req, res) => {\n\tif (broken) process.exit(code)\n\tres.end()\n})\n', 'process.exit(code)')).toBe(
      'app.get("/", (req, res) => {\n\tif (broken) {\n\t\tprocess.exitCode = code\n\t\tprocess.kill(process.pid, "SIGTERM")\n\t\treturn\n\t}\n\tres.end()\n})\n',
    );
  });

  it.each([
    ['a.on("x", () => process.exit(0));\n', 'process.exit(0)', 'a.on("x", () => {\n  process.kill(process.pid, "SIGTERM");\n});\n'],
    [
      "import { exit } from 'node:process';\na.get('/', () => {\n  exit(2);\n});\n",
      'exit(2)',
      "import { exit } from 'node:process';\na.get('/', () => {\n  process.exitCode = 2;\n  process.kill(process.pid, 'SIGTERM');\n});\n",
    ],
    [
      "import proc from 'node:process';\na.get('/', () => {\n  return proc.exit(2);\n});\n",
      'proc.exit(2)',
      "import proc from 'node:process';\na.get('/', () => {\n  proc.exitCode = 2;\n  proc.kill(proc.pid, 'SIGTERM');\n  return;\n});\n",
    ],
    ['a.get("/", (process) => {\n  exit(1);\n});\n', 'exit(1)', undefined],
    ['a.get("/", () => ok || process.exit(1));\n', 'process.exit(1)', undefined],
  ])('%s', (before, exit, after) => {
    expect(raised(before, exit)).toBe(after);
  });
});

describe('passError', () => {
  it('passes the caught error to next', () => {
    const before =
      "app.get('/', async (req, res, next) => {\n  try {\n    res.json(await load());\n  } catch (problem) {\n    log(problem);\n    process.exit(1);\n  }\n});\n";
    expect(passed(before, 'next')).toBe(before.replace('process.exit(1)', 'next(problem)'));
  });

  it('gives the handler its next', () => {
    expect(passed("app.get('/', (req, res) => {\n  load().catch((err) => process.exit(1));\n});\n", 'next')).toBe(code`
      app.get('/', (req, res, next) => {
        load().catch((err) => {
          next(err);
        });
      });
    `);
  });

  it('leaves the handler of a callback', () => {
    const before =
      "app.get('/', function (req, res, next) {\n  db.find((err, rows) => {\n    if (err) return process.exit(1);\n    res.json(rows);\n  });\n});\n";
    expect(passed(before, 'next')).toBe(before.replace('process.exit(1)', 'next(err)'));
  });

  it('throws in an async handler', () => {
    const before =
      'router.get("/", async (ctx) => {\n  try {\n    ctx.body = await load();\n  } catch (error) {\n    process.exit(1);\n  }\n});\n';
    expect(passed(before, 'throw')).toBe(before.replace('process.exit(1)', 'throw error'));
  });

  it.each([
    ['no error in scope', "app.get('/', (req, res, next) => {\n  process.exit(1);\n});\n", 'next', 'routes.js'],
    [
      'no next and typed parameters',
      "app.get('/', (req: Request, res: Response) => {\n  load().catch((err) => { process.exit(1); });\n});\n",
      'next',
      'routes.ts',
    ],
    [
      'a throw in a callback',
      "router.get('/', async (ctx) => {\n  db.find(async (err) => {\n    process.exit(1);\n  });\n});\n",
      'throw',
      'routes.js',
    ],
    [
      'a throw in a handler that is not async',
      "router.get('/', (ctx) => {\n  try { load(); } catch (e) { process.exit(1); }\n});\n",
      'throw',
      'routes.js',
    ],
  ] as const)('refuses %s', (_name, before, style, path) => {
    expect(passed(before, style, path)).toBeUndefined();
  });
});
