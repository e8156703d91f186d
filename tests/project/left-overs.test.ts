/** Modules that nobody imports and that import the one which goes live: what is left of a program, and no second one. */
import { table } from '../rules/table.js';

const scripts = { start: 'node src/main.js' };
const app = `
  import http from 'node:http';
  export const server = http.createServer((request, response) => response.end('ok'));
  server.listen(3000);
`;
const unhandled = app.replace(/(server\.listen.*)\n/u, '$1 // ! missing\n');
const main = `
  import { server } from './app.js';
  process.once('SIGTERM', () => server.close(() => process.exit(0)));
`;
const helper = `
  import { server } from './app.js';
  export const port = () => server.address().port;
`;
const jobs = `
  import { Worker } from 'bullmq';
  export const worker = new Worker('mail', async (job) => console.log(job.id)); // ! missing
`;

table('require-sigterm-listener', {
  reports: [
    {
      name: 'a worker of which no command knows',
      manifest: { scripts },
      files: { 'src/app.js': app, 'src/main.js': main, 'src/jobs.js': jobs, 'src/worker.js': `import './jobs.js';` },
    },
    {
      name: 'a worker beside what the service loads',
      manifest: { scripts },
      files: {
        'src/app.js': unhandled,
        'src/main.js': main,
        'src/worker.js': `
          import { Worker } from 'bullmq';
          import { server } from './app.js';
          new Worker('mail', async () => console.log(server.address()));
        `,
      },
    },
    {
      name: 'a program that calls what makes the worker',
      manifest: { scripts },
      files: {
        'src/app.js': unhandled,
        'src/main.js': main,
        'src/jobs.js': `
          import { Worker } from 'bullmq';
          export function work() {
            return new Worker('mail', async (job) => console.log(job.id));
          }
        `,
        'src/worker.js': `
          import './app.js';
          import { work } from './jobs.js';
          work();
        `,
      },
    },
    {
      name: 'a module that is the only program',
      files: { 'src/app.js': unhandled, 'src/helper.js': helper },
    },
    {
      name: 'a module that is a program by its image',
      manifest: { scripts },
      files: {
        Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "src/helper.js"]\n',
        'src/app.js': unhandled,
        'src/main.js': main,
        'src/helper.js': helper,
      },
    },
    {
      name: 'what goes live in the program that is named, as in what is left over',
      manifest: { scripts },
      files: { 'src/app.js': unhandled, 'src/main.js': `import './app.js';`, 'src/helper.js': helper },
    },
  ],
  silent: [
    { name: 'a helper', manifest: { scripts }, files: { 'src/app.js': app, 'src/main.js': main, 'src/helper.js': helper } },
    {
      name: 'a helper beside a program that is none by name, but by what it does',
      files: { 'src/app.js': app, 'src/main.js': main, 'src/helper.js': helper },
    },
    {
      name: 'a helper of helpers',
      manifest: { scripts },
      files: {
        'src/app.js': app,
        'src/main.js': main,
        'src/helper.js': helper,
        'src/text.js': `import { port } from './helper.js';\nexport const text = () => String(port());`,
      },
    },
    {
      name: 'a router that is not mounted any more',
      manifest: { scripts },
      files: {
        'src/app.js': app,
        'src/main.js': main,
        'src/router.js': `
          import express from 'express';
          import { server } from './app.js';
          const router = express.Router();
          router.get('/port', (request, response) => response.json(server.address()));
          export default router;
        `,
      },
    },
    {
      name: 'a bot that a function of old uses',
      manifest: { scripts: { start: 'node src/main.cjs' } },
      files: {
        'src/bot.cjs': `
          const { Client } = require('discord.js');
          const client = new Client({ intents: [] });
          client.login(process.env.TOKEN);
          module.exports = { client };
        `,
        'src/main.cjs': `
          const { client } = require('./bot.cjs');
          process.once('SIGTERM', () => client.destroy());
        `,
        'src/user.cjs': `
          const { client } = require('./bot.cjs');
          module.exports = (id) => client.users.fetch(id);
        `,
      },
    },
  ],
});
