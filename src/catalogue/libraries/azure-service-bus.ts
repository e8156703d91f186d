import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations: closing a receiver waits for its handlers. */
export const azureServiceBus: Library = {
  name: '@azure/service-bus',
  manual: 'https://learn.microsoft.com/en-us/javascript/api/@azure/service-bus/servicebusclient#@azure-service-bus-servicebusclient-close',
  verified: 'manual',
  exports: { ServiceBusClient: { returns: 'ServiceBusClient', opens: true }, ServiceBusAdministrationClient: {} },
  types: {
    ServiceBusClient: {
      label: 'Service Bus client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false } },
        createReceiver: { returns: 'ServiceBusReceiver', opens: true, attaches: ['this'] },
        createSender: { returns: 'ServiceBusSender', opens: true, attaches: ['this'] },
        ...each('acceptSession acceptNextSession', { resolves: 'ServiceBusReceiver', promise: true, opens: true, io: true }),
      },
    },
    ServiceBusReceiver: {
      label: 'Service Bus receiver',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true } },
        subscribe: {
          returns: 'Handle',
          starts: true,
          calls: [
            { at: '0.processMessage', role: 'message', awaited: true },
            { at: '0.processError', role: 'event', awaited: true },
          ],
        },
      },
    },
    ServiceBusSender: {
      label: 'Service Bus sender',
      kind: 'producer',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: false } } },
    },
    Handle: {
      label: 'subscription',
      kind: 'consumer',
      phase: 'drain',
      members: { close: { promise: true, closes: { style: 'promise', drains: true } } },
    },
  },
  examples: [
    {
      code: `import { ServiceBusClient } from '@azure/service-bus';

const client = new ServiceBusClient('Endpoint=sb://bus');
const receiver = client.createReceiver('mail');
receiver.subscribe({ processMessage: async (message) => console.log(message.body), processError: async ({ error }) => console.error(error) });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await receiver.close(); // close
  await client.close();
  process.exit(0);
});
`,
      opens: ['ServiceBusClient', 'ServiceBusReceiver'],
      live: true,
      notClosed: 'receiver.close();',
    },
  ],
};
