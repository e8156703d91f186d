/** Who only waits for an ordinary event, or binds a method, sets up no shutdown, whatever the names. */
import { js, table } from '../rules/table.js';

const emitter = (events: string): Record<string, string> => ({
  'src/main.js': `
  import http from 'node:http';
  import Emitter from 'node:events';
  import { Events } from './events.js';
  class Notifier extends Emitter {}
  const make = async () => new Notifier();
  let lifecycle = new Emitter();
  lifecycle = await make();
  lifecycle.on(Events.In, () => console.log('in')).on(Events.Out, () => console.log('out'));
  http.createServer((req, res) => res.end()).listen(3000); // ! missing
`,
  'src/events.js': events,
});

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    { name: 'an ordinary event', files: emitter("export const Events = { In: 'scale-in', Out: 'scale-out' };") },
    {
      name: 'a method that is bound to its object',
      files: js`
      import http from 'node:http';
      class Events {
        constructor() {
          this.signalAll = this.signalAll.bind(this);
        }
        signalAll() {
          console.log('all');
        }
      }
      new Events().signalAll();
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'an event that tells of an end',
      files: js`
      import http from 'node:http';
      import { lifecycle } from 'platform-kit';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      lifecycle.on('shutdown', () => server.close());
    `,
    },
    {
      name: 'an event that cannot be read',
      files: js`
      import http from 'node:http';
      import { lifecycle, events } from 'platform-kit';
      http.createServer((req, res) => res.end()).listen(3000);
      lifecycle.on(events.last, () => console.log('last'));
    `,
    },
    {
      name: 'a bound method that handles the signal',
      files: js`
      import http from 'node:http';
      class Service {
        constructor() {
          this.server = http.createServer((req, res) => res.end());
          this.stop = this.stop.bind(this);
        }
        start() {
          this.server.listen(3000);
          process.once('SIGTERM', this.stop);
        }
        stop() {
          this.server.close(() => process.exit(0));
        }
      }
      new Service().start();
    `,
    },
  ],
});

const service = (stop: string): Record<string, string> => ({
  'src/main.js': `
  import http from 'node:http';
  class Service {
    constructor() {
      this.server = http.createServer((req, res) => res.end());
      this.stop = this.stop.bind(this);
      this.server.listen(3000);
      process.once('SIGTERM', this.stop);
    }
    stop() {
      ${stop}
    }
  }
  new Service();
`,
});

table('no-exit-before-close', {
  at: /exit/u,
  reports: [{ name: 'a bound method', files: service('this.server.close(); process.exit(0); // ! pending') }],
  silent: [{ name: 'a bound method that waits', files: service('this.server.close(() => process.exit(0));') }],
});
