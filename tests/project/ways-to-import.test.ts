/** The process is one thing, however a module comes by it. */
import { table } from '../rules/table.js';

interface Way {
  readonly file: string;
  readonly head: string;
  readonly process: string;
}

const ways: readonly Way[] = [
  ...['node:process', 'process'].flatMap((name) => [
    { file: 'main.cjs', head: `const proc = require('${name}'); const http = require('http');`, process: 'proc' },
    { file: 'main.cjs', head: `const process = require('${name}'); const http = require('http');`, process: 'process' },
    { file: 'main.mjs', head: `import * as process from '${name}'; import http from 'node:http';`, process: 'process' },
    { file: 'main.mjs', head: `import proc, { exit } from '${name}'; import http from 'node:http';`, process: 'proc' },
    { file: 'main.mjs', head: `import http from 'node:http'; const { default: proc } = await import('${name}');`, process: 'proc' },
    { file: 'main.mjs', head: `import http from 'node:http'; const proc = (await import('${name}')).default;`, process: 'proc' },
  ]),
  { file: 'main.cjs', head: "const http = require('http');", process: "require('process')" },
  { file: 'main.cjs', head: "const http = require('http'); const process = global.process;", process: 'process' },
  {
    file: 'main.mjs',
    head: `import http from 'node:http'; import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url); const proc = require('process');`,
    process: 'proc',
  },
];

const cases = (text: (process: string) => string): readonly { name: string; files: Readonly<Record<string, string>> }[] =>
  ways.map(({ file, head, process }) => ({ name: `${head} ${process}`, files: { [file]: `${head}\n${text(process)}` } }));

table('require-sigterm-listener', {
  at: /listen/u,
  reports: cases((process) => `http.createServer().listen(3000); // ! interruptOnly\n${process}.on('SIGINT', () => ${process}.exit(0));\n`),
  silent: cases((process) => `const server = http.createServer().listen(3000);\n${process}.on('SIGTERM', () => server.close());\n`),
});

table('no-swallowed-crash', {
  at: /\.on\(/u,
  reports: cases(
    (process) => `http.createServer().listen(3000);\n${process}.on('uncaughtException', (error) => console.error(error)); // ! lives-on\n`,
  ),
  silent: cases((process) => `http.createServer().listen(3000);\n${process}.on('uncaughtException', () => ${process}.exit(1));\n`),
});

table('valid-signal', {
  at: /SIG/u,
  reports: cases((process) => `${process}.on('SIGTREM', () => {}); // ! unknown\n`),
  silent: cases((process) => `${process}.on('SIGTERM', () => {});\n`),
});

const mongoose = [
  { file: 'main.cjs', head: "const mongoose = require('mongoose');", object: 'mongoose.' },
  { file: 'main.cjs', head: "const { connect, disconnect, connection } = require('mongoose');", object: '' },
  { file: 'main.mjs', head: "import mongoose from 'mongoose';", object: 'mongoose.' },
  { file: 'main.mjs', head: "import * as mongoose from 'mongoose';", object: 'mongoose.' },
  { file: 'main.mjs', head: "import { connect, disconnect, connection } from 'mongoose';", object: '' },
  { file: 'main.ts', head: "import mongoose = require('mongoose');", object: 'mongoose.' },
];
const served = (close: string): string => `
  const server = require('node:http').createServer().listen(3000);
  process.once('SIGTERM', () => server.close(async () => {
    ${close}
    process.exit(0);
  }));
`;

table('no-unclosed-resource', {
  at: /connect/u,
  reports: mongoose.map(({ file, head, object }) => ({
    name: head,
    files: { [file]: `${head}\n${object}connect('mongodb://db'); // ! unclosed\n${served('')}` },
  })),
  silent: ['disconnect()', 'connection.close()'].flatMap((close) =>
    mongoose.map(({ file, head, object }) => ({
      name: `${head} ${close}`,
      files: { [file]: `${head}\n${object}connect('mongodb://db');\n${served(`await ${object}${close};`)}` },
    })),
  ),
});
