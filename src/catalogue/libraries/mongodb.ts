import type { Close, Library, ThingType } from '../shape.js';

const timeouts = ['1.timeoutMS', '1.socketTimeoutMS', '1.serverSelectionTimeoutMS'];

const exported: Library['exports'] = {
  MongoClient: {
    returns: 'MongoClient',
    opens: true,
    members: {
      connect: { resolves: 'MongoClient', promise: true, opens: true, io: true, calls: [{ at: 'last', role: 'completion' }] },
    },
  },
  ObjectId: {},
  ServerApiVersion: {},
};

function client(style: Close['style']): ThingType {
  return {
    label: 'MongoDB client',
    kind: 'database',
    phase: 'close-dependencies',
    keepsAlive: true,
    needsClose: true,
    lazy: true,
    timeouts,
    extends: ['node:events#EventEmitter'],
    members: {
      close: { promise: true, closes: { style, drains: false, idempotent: true } },
      '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: false } },
      connect: { resolves: 'this', promise: true, io: true },
      db: { returns: 'Db' },
      startSession: {},
      watch: { io: true },
      withSession: { promise: true, io: true, calls: [{ at: 'last', role: 'now' }] },
    },
  };
}

const contents: Library['types'] = {
  Db: {
    label: 'database',
    kind: 'database',
    anyCallIsIo: true,
    timeouts,
    members: { collection: { returns: 'Collection' }, admin: { returns: 'Db' } },
  },
  Collection: {
    label: 'collection',
    kind: 'database',
    anyCallIsIo: true,
    timeouts,
  },
};

function examples(close: string, notClosed: string): Library['examples'] {
  return [
    {
      code: `import http from 'node:http';
import { MongoClient } from 'mongodb';

const client = new MongoClient('mongodb://mongo/shop');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  ${close} // close
  process.exit(0);
});
`,
      opens: ['MongoClient', 'node:http#Server'],
      live: true,
      notClosed,
    },
  ];
}

/** From its declarations: `close()` ends sessions and cursors, operations that run are interrupted. It took a callback before version 5. */
function driver(versions: string, style: Close['style'], close: string, notClosed: string): Library {
  return {
    name: 'mongodb',
    versions,
    manual: 'https://www.mongodb.com/docs/drivers/node/current/connect/mongoclient/',
    verified: 'manual',
    exports: exported,
    types: { MongoClient: client(style), ...contents },
    examples: examples(close, notClosed),
  };
}

export const mongodb: readonly Library[] = [
  driver('>=5', 'promise', 'await client.close();', 'client.close(() => process.exit(0));'),
  driver('<5', 'either', 'await new Promise((resolve) => client.close(resolve));', 'client.close();'),
];
