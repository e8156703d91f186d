import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const firebaseAdmin: Library = {
  name: 'firebase-admin',
  modules: ['firebase-admin', 'firebase-admin/*'],
  manual: 'https://firebase.google.com/docs/reference/admin/node/firebase-admin.app.app',
  verified: 'manual',
  exports: {
    initializeApp: { returns: 'App', opens: true },
    deleteApp: { promise: true, closes: { style: 'promise', drains: false, of: 0 } },
    ...each('cert applicationDefault credential', {}),
    ...each('getFirestore getDatabase getAuth getMessaging getStorage firestore database auth messaging storage app', {
      returns: 'Service',
      opens: false,
    }),
  },
  types: {
    App: {
      label: 'Firebase app',
      kind: 'client',
      phase: 'close-dependencies',
      members: {
        delete: { promise: true, closes: { style: 'promise', drains: false } },
        ...each('firestore database auth messaging storage', { returns: 'Service' }),
      },
    },
    Service: {
      label: 'Firebase service',
      kind: 'client',
      anyCallIsIo: true,
      members: {
        ...each('collection doc ref bucket', { returns: 'this' }),
        terminate: { promise: true, closes: { style: 'promise', drains: false } },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { deleteApp, initializeApp } from 'firebase-admin/app';

const app = initializeApp();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await deleteApp(app); // close
  process.exit(0);
});
`,
      opens: ['App', 'node:http#Server'],
      live: true,
      notClosed: 'deleteApp(app);',
    },
  ],
};
