import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const request: Member = { promise: true, io: { timeout: ['0.timeout', '1.timeout', '2.timeout', '0.signal', '1.signal', '2.signal'] } };
const requests = {
  ...each('get post put patch delete head options request postForm putForm', request),
  create: { returns: 'AxiosInstance', opens: true },
};

/** No time-out by default (`timeout: 0`). From its manual. */
export const axios: Library = {
  name: 'axios',
  manual: 'https://axios-http.com/docs/req_config',
  verified: 'manual',
  exports: { default: { ...request, members: requests }, ...requests, ...each('isAxiosError AxiosError', {}) },
  types: {
    AxiosInstance: {
      label: 'HTTP client',
      kind: 'client',
      timeouts: ['0.timeout'],
      call: request,
      members: { ...requests, defaults: {}, interceptors: {} },
    },
  },
  examples: [
    {
      code: `import axios from 'axios';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  const { data } = await axios.get('http://inventory/items', { timeout: 500 });
  response.end(JSON.stringify(data));
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
