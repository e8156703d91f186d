import type { Library } from '../shape.js';

/** Read in `build/lib/client.js`: `end()` gives the client; its callback, or `endAsync()`, tells the end. */
export const mqtt: Library = {
  name: 'mqtt',
  manual: 'https://github.com/mqttjs/MQTT.js#mqttclientendforce-options-callback',
  verified: 'source',
  exports: {
    connect: { returns: 'MqttClient', opens: true },
    connectAsync: { resolves: 'MqttClient', promise: true, opens: true, io: true },
  },
  types: {
    MqttClient: {
      label: 'MQTT client',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        end: { returns: 'this', closes: { style: 'callback', drains: true, forced: { at: 0, is: true } } },
        endAsync: { promise: true, closes: { style: 'promise', drains: true, forced: { at: 0, is: true } } },
        subscribe: { returns: 'this', starts: true, calls: [{ at: 'last', role: 'completion' }] },
        subscribeAsync: { promise: true, starts: true, io: true },
        publish: { returns: 'this', calls: [{ at: 'last', role: 'completion' }] },
        publishAsync: { promise: true, io: true },
      },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import mqtt from 'mqtt';

const client = mqtt.connect('mqtt://mosquitto');
client.subscribe('mail');
client.on('message', (topic, payload) => console.log(topic, payload.toString()));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await client.endAsync(); // close
  process.exit(0);
});
`,
      opens: ['MqttClient'],
      live: true,
      notClosed: 'await client.end();',
    },
  ],
};
