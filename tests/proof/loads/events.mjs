/** Event streams beside ordinary requests. A stream that the server ends is no loss: the browser opens it again elsewhere. */
import http from 'node:http';
import { begin as beginHttp } from './http.mjs';

const STREAMS = 4;

export function begin({ port }) {
  const load = beginHttp({ port });
  const requests = Array.from({ length: STREAMS }, () =>
    http
      .get({ port, path: '/events', agent: false, host: '127.0.0.1' }, (response) => response.on('error', () => undefined).resume())
      .on('error', () => undefined),
  );
  return {
    ...load,
    async end() {
      for (const request of requests) request.destroy();
      return await load.end();
    },
  };
}
