/** A connection that is gone and is asked for again. */
import { type Case, table } from './table.js';

const service = (name: string, connect: string, end = ''): Case => ({
  name,
  files: {
    'src/main.cjs': `
const http = require('http');
const amqp = require('amqplib/callback_api');
${connect}
start();
const server = http.createServer((req, res) => res.end()).listen(3000);
${end}
`,
  },
});
const connecting = (event: string, mark = ''): string => `
function start() {
  amqp.connect('amqp://queue', (error, connection) => {
    if (error) return setTimeout(start, 1000);
    connection.on('${event}', () => {
      console.error('reconnecting');
      setTimeout(start, 1000);${mark}
    });
  });
}`;
const SHUTDOWN = "process.on('SIGTERM', () => server.close());";

table('no-uncleared-timer', {
  at: /setTimeout/u,
  reports: [
    service('where a shutdown closes the connection', connecting('close', ' // ! renewing'), SHUTDOWN),
    service('on an event that tells of no end', connecting('blocked', ' // ! renewing')),
    service('work that begins again', 'function start() { work(); setTimeout(start, 1000); // ! renewing\n}\nfunction work() {}'),
  ],
  silent: [service('where SIGTERM ends the process', connecting('close')), service('after an error', connecting('error'))],
});
