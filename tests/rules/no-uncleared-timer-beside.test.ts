/** What stands beside a service in its package: pages, tools, and what may be loaded unseen. */
import { table } from './table.js';

const SERVER = `
  import express from 'express';
  import { report } from './report.js';
  const server = express().listen(3000);
  report();
  process.on('SIGTERM', () => server.close());
`;
const REPORT = `export function report() { console.log('up'); }`;
const TIMER = `
  import { times } from './times.js';
  export function refresh(client) {
    setInterval(() => client.query(times), 20_000); // ! repeating
  }
`;
const silent = (text: string): string => text.replace(' // ! repeating', '');
const base = { 'src/main.js': SERVER, 'src/report.js': REPORT, 'src/clock/times.js': 'export const times = 1;' };

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a module that the service may load',
      files: {
        ...base,
        'src/main.js': SERVER.replace('report();', 'const { refresh } = await import(process.env.CLOCK);\nrefresh(server);'),
        'src/clock/index.js': TIMER,
      },
    },
    {
      name: 'a module that the service loads',
      files: {
        ...base,
        'src/report.js': `import { refresh } from './clock/index.js';\nexport const report = () => refresh({ query: console.log });`,
        'src/clock/index.js': TIMER,
      },
    },
  ],
  silent: [
    { name: 'a page that the service does not load', files: { ...base, 'src/clock/index.js': silent(TIMER) } },
    {
      name: 'a library of a page, beside a service that may load anything',
      files: {
        ...base,
        'src/main.js': SERVER.replace('report();', 'await import(process.env.CLOCK);'),
        'client/libs/detect.js':
          '/* global window */ !function(n,e){function t(){e.body?n.ready():setTimeout(t,100)}t()}(window,document);',
      },
    },
    {
      name: 'a tool that fills the database',
      files: { ...base, 'src/clock/fill.js': `import { times } from './times.js';\nsetInterval(() => console.log(times), 1000);` },
    },
  ],
});
