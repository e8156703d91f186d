import { each } from '../members.js';
import type { Library } from '../shape.js';

export const nodeStream: Library = {
  name: 'node:stream',
  manual: 'https://nodejs.org/docs/latest/api/stream.html#writableendchunk-encoding-callback',
  verified: 'manual',
  exports: {
    default: { returns: 'Duplex', opens: false },
    pipeline: { calls: [{ at: 'last', role: 'completion' }] },
    finished: { calls: [{ at: 'last', role: 'completion' }] },
    Readable: { returns: 'Readable', opens: false, members: { from: { returns: 'Readable', opens: false } } },
    Writable: { returns: 'Writable', opens: false },
    ...each('Duplex Transform PassThrough', { returns: 'Duplex', opens: false }),
    promises: { members: each('pipeline finished', { promise: true }) },
  },
  types: {
    Readable: {
      label: 'stream',
      kind: 'value',
      extends: ['node:events#EventEmitter'],
      members: {
        pipe: { returns: 0 },
        ...each('pause resume setEncoding unpipe', { returns: 'this' }),
        destroy: { returns: 'this', closes: { style: 'detached', drains: false } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: false } },
      },
    },
    Writable: {
      label: 'stream',
      kind: 'value',
      extends: ['node:events#EventEmitter'],
      members: {
        end: { returns: 'this', closes: { style: 'callback', drains: true, event: 'finish' } },
        write: { calls: [{ at: 'last', role: 'completion' }] },
        destroy: { returns: 'this', closes: { style: 'detached', drains: false } },
      },
    },
    Duplex: { label: 'stream', kind: 'value', extends: ['Readable', 'Writable'] },
  },
  examples: [
    {
      code: `import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';

const server = createServer((request, response) => {
  pipeline(createReadStream('data.json'), response, (error) => {
    if (error) console.error(error);
  });
}).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
