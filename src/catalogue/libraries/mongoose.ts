import { each } from '../members.js';
import type { Close, Library, Member, ThingType } from '../shape.js';

const exported: Library['exports'] = {
  default: { is: 'Mongoose' },
  Schema: { returns: 'Schema', opens: false },
  ...each('Types SchemaTypes Error Document', {}),
  Mongoose: { returns: 'Mongoose', opens: true },
};

const api = (close: Member): ThingType => ({
  label: 'Mongoose connection',
  kind: 'database',
  phase: 'close-dependencies',
  keepsAlive: true,
  needsClose: true,
  extends: ['node:events#EventEmitter'],
  members: {
    connect: {
      resolves: 'this',
      promise: true,
      opens: true,
      io: { timeout: ['1.serverSelectionTimeoutMS'] },
      calls: [{ at: 'last', role: 'completion' }],
    },
    createConnection: { returns: 'Connection', opens: true },
    ...each('disconnect close', close),
    connection: { is: 'Mongoose' },
    connections: { collection: 'Connection' },
    model: { returns: 'Model', opens: false },
    db: { is: 'mongodb#Db' },
    getClient: { returns: 'mongodb#MongoClient' },
    asPromise: { promise: true },
    Schema: { returns: 'Schema', opens: false },
    startSession: { promise: true, io: true },
    readyState: {},
    ...each('set plugin', { returns: 'this' }),
    models: {},
    Types: {},
  },
});

const connection = (close: Member): ThingType => ({
  label: 'Mongoose connection',
  kind: 'database',
  phase: 'close-dependencies',
  keepsAlive: true,
  needsClose: true,
  anyCallIsIo: true,
  extends: ['node:events#EventEmitter'],
  members: {
    ...each('close destroy', close),
    model: { returns: 'Model' },
    db: { is: 'mongodb#Db' },
    getClient: { returns: 'mongodb#MongoClient' },
    readyState: {},
    asPromise: { promise: true, resolves: 'this' },
    ...each('set plugin useDb', { returns: 'this' }),
  },
});

const models: Library['types'] = {
  Model: {
    label: 'model',
    kind: 'database',
    anyCallIsIo: true,
    call: { returns: 'Document', opens: false },
    members: each('hydrate schema discriminator modelName', {}),
  },
  Document: {
    label: 'document',
    kind: 'database',
    anyCallIsIo: true,
    members: each('toObject toJSON get set isModified markModified validateSync', {}),
  },
  Schema: {
    label: 'schema',
    kind: 'value',
    members: { ...each('pre post', { returns: 'this' }), ...each('index virtual plugin method static set add', { returns: 'this' }) },
  },
};

const examples = (close: string, notClosed: string): Library['examples'] => [
  {
    code: `import http from 'node:http';
import mongoose from 'mongoose';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  ${close} // close
  process.exit(0);
});
await mongoose.connect('mongodb://mongo/shop');
`,
    opens: ['node:http#Server', 'Mongoose'],
    live: true,
    notClosed,
  },
];

/** Read in `lib/connection.js`: only promises since version 7, callbacks too before; operations wait at most `serverSelectionTimeoutMS`, 30 s by default, for a server. */
const driver = (versions: string, style: Close['style'], close: string, notClosed: string): Library => {
  const closing: Member = { promise: true, closes: { style, drains: false, idempotent: true } };
  return {
    name: 'mongoose',
    versions,
    manual: 'https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.disconnect()',
    verified: 'source',
    exports: exported,
    types: { Mongoose: api(closing), Connection: connection(closing), ...models },
    examples: examples(close, notClosed),
  };
};

export const mongoose: readonly Library[] = [
  driver('>=7', 'promise', 'await mongoose.disconnect();', 'mongoose.disconnect(() => process.exit(0));'),
  driver('<7', 'either', 'await new Promise((resolve) => mongoose.disconnect(resolve));', 'mongoose.disconnect();'),
];
