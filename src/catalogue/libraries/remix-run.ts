import { each } from '../members.js';
import type { Library } from '../shape.js';

const conventions: Library['conventions'] = [
  { files: 'app/routes/**', exports: { loader: 'request', action: 'request', default: 'request' }, route: 'dots' },
  { files: 'app/root.*', exports: { loader: 'request', action: 'request' } },
  {
    files: 'app/entry.server.*',
    exports: { default: 'request', handleRequest: 'request', handleDataRequest: 'request', handleError: 'error-request' },
  },
];
const signals = { handles: ['SIGTERM', 'SIGINT'], then: 'nothing' } as const;
const example = (specifier: string): Library['examples'] => [
  {
    code: `import { createRequestHandler } from '${specifier}';
import express from 'express';

const app = express();
app.all('*', createRequestHandler({ build: {} }));
const server = app.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
    opens: ['node:http#Server'],
    live: true,
    notClosed: 'server.close(); process.exit(0);',
  },
];

/** The servers of the command line close their server on a signal and have no deadline. Read in `dist/cli.js` of each. */
export const remixRun: readonly Library[] = [
  {
    name: '@remix-run/node',
    manual: 'https://v2.remix.run/docs/file-conventions/routes',
    verified: 'source',
    answers: 'remix',
    exports: each('json redirect createCookie', {}),
    conventions,
    examples: [
      {
        file: 'app/routes/healthcheck.ts',
        code: "import { json } from '@remix-run/node';\n\nexport function loader() {\n  return json({ ok: true });\n}\n",
        opens: [],
        live: false,
      },
    ],
  },
  {
    name: '@remix-run/express',
    manual: 'https://v2.remix.run/docs/other-api/adapter',
    verified: 'source',
    answers: 'remix',
    exports: { createRequestHandler: {} },
    examples: example('@remix-run/express'),
  },
  {
    name: '@remix-run/serve',
    manual: 'https://v2.remix.run/docs/other-api/serve',
    verified: 'source',
    answers: 'remix',
    exports: {},
    commands: [{ command: 'remix-serve', signals }],
    examples: [{ start: 'remix-serve build/index.js', code: '', opens: [], live: false }],
  },
  {
    name: '@react-router/node',
    manual: 'https://reactrouter.com/how-to/file-route-conventions',
    verified: 'source',
    answers: 'remix',
    exports: {},
    conventions,
    examples: [
      {
        file: 'app/routes/healthcheck.ts',
        code: "import '@react-router/node';\n\nexport function loader() {\n  return { ok: true };\n}\n",
        opens: [],
        live: false,
      },
    ],
  },
  {
    name: '@react-router/express',
    manual: 'https://reactrouter.com/start/framework/deploying',
    verified: 'source',
    answers: 'remix',
    exports: { createRequestHandler: {} },
    examples: example('@react-router/express'),
  },
  {
    name: '@react-router/serve',
    manual: 'https://reactrouter.com/start/framework/deploying',
    verified: 'source',
    answers: 'remix',
    exports: {},
    commands: [{ command: 'react-router-serve', signals }],
    examples: [{ start: 'react-router-serve build/server/index.js', code: '', opens: [], live: false }],
  },
];
