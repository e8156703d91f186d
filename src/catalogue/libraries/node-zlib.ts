import { each } from '../members.js';
import type { Library } from '../shape.js';

export const nodeZlib: Library = {
  name: 'node:zlib',
  manual: 'https://nodejs.org/docs/latest/api/zlib.html#convenience-methods',
  verified: 'manual',
  exports: {
    ...each(
      'brotliCompressSync brotliDecompressSync deflateSync deflateRawSync gunzipSync gzipSync inflateSync inflateRawSync unzipSync zstdCompressSync ' +
        'zstdDecompressSync',
      { blocks: 'cpu' },
    ),
    ...each('brotliCompress brotliDecompress deflate deflateRaw gunzip gzip inflate inflateRaw unzip zstdCompress zstdDecompress', {
      calls: [{ at: 'last', role: 'completion' }],
    }),
    ...each('createGzip createGunzip createDeflate createInflate createUnzip createBrotliCompress createBrotliDecompress', {
      returns: 'node:stream#Duplex',
      opens: false,
    }),
  },
  examples: [
    {
      code: `import { gzip } from 'node:zlib';
import http from 'node:http';

const server = http.createServer((request, response) => {
  gzip('hello', (error, packed) => response.end(packed));
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
