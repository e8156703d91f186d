import type { Library } from '../shape.js';

/** Nothing is awaited: the `connection_close` event tells the end. Read in `lib/connection.js`. */
export const rhea: Library = {
  name: 'rhea',
  manual: 'https://github.com/amqp/rhea#connection',
  verified: 'source',
  exports: {
    create_container: { returns: 'Container', opens: false },
    connect: { returns: 'Connection', opens: true },
    default: { is: 'Container' },
  },
  types: {
    Container: {
      label: 'AMQP container',
      kind: 'value',
      members: { connect: { returns: 'Connection', opens: true }, listen: { returns: 'node:net#Server', opens: true, starts: true } },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
    Connection: {
      label: 'AMQP connection',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { closes: { style: 'detached', drains: false, event: 'connection_close' } },
        open_receiver: { starts: true },
        open_sender: {},
      },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { once } from 'node:events';
import rhea from 'rhea';

const connection = rhea.connect({ host: 'artemis' });
connection.open_receiver('mail');

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  connection.close(); // close
  await once(connection, 'connection_close');
  process.exit(0);
});
`,
      opens: ['Connection'],
      live: true,
      notClosed: '',
    },
  ],
};
