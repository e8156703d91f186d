import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `us_listen_socket_close(token)` stops listening only; `app.close()` cuts every connection. From its manual. */
export const uwebsockets: Library = {
  name: 'uWebSockets.js',
  manual: 'https://unetworking.github.io/uWebSockets.js/generated/functions/us_listen_socket_close.html',
  verified: 'manual',
  exports: {
    ...each('App SSLApp', { returns: 'TemplatedApp', opens: true }),
    us_listen_socket_close: { closes: { style: 'sync', drains: true, of: 0 } },
  },
  types: {
    TemplatedApp: {
      label: 'uWebSockets app',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        ...each('get post put patch del options head any', {
          returns: 'this',
          route: { path: 0, handlers: [1] },
          calls: [{ at: 1, role: 'request' }],
        }),
        ws: {
          returns: 'this',
          calls: [
            { at: '1.open', role: 'connection' },
            { at: '1.message', role: 'message' },
            { at: '1.close', role: 'event' },
          ],
        },
        listen: { returns: 'this', starts: true, calls: [{ at: 'last', role: 'listening' }] },
        close: { returns: 'this', closes: { style: 'sync', drains: false, forced: true } },
        publish: {},
      },
    },
  },
  examples: [
    {
      code: `import uWS from 'uWebSockets.js';

const app = uWS.App();
let listening;
app.get('/', (response) => response.end('ok'));
app.listen(3000, (token) => {
  listening = token;
});

process.once('SIGTERM', () => {
  uWS.us_listen_socket_close(listening);
  setTimeout(() => {
    app.close(); // close
    process.exit(0);
  }, 5000);
});
`,
      opens: ['TemplatedApp'],
      live: true,
    },
  ],
};
