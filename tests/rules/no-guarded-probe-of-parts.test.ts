/** The health of a part, for those who may see it, beside the probe that a platform asks. */
import { type Case, table } from './table.js';

const service = (name: string, routes: string): Case => ({
  name,
  files: {
    'src/main.js': `
import express from 'express';
import passport from 'passport';
const app = express();
${routes}
app.listen(3000);
`,
  },
});
const guarded = (path: string, mark = ''): string =>
  `app.get('${path}', passport.authenticate('jwt'), (req, res) => res.send('ok'));${mark}`;
const open = (path: string): string => `app.get('${path}', (req, res) => res.send('ok'));`;
const MARK = ' // ! guarded';

table('no-guarded-probe', {
  reports: [
    service('the only probe there is', guarded('/api/queue/health', MARK)),
    service('another probe of the whole', `${open('/health')}\n${guarded('/ready', MARK)}`),
    service('a service below its own name', `${guarded('/orders/health', MARK)}\n${open('/orders/status')}`),
  ],
  silent: [
    service('the health of a part beside that of the whole', `${open('/health')}\n${guarded('/api/queue/health')}`),
    service(
      'what is written at the path of a probe',
      `${open('/status')}\napp.post('/status', passport.authenticate('jwt'), (req, res) => res.send('ok'));`,
    ),
    service('in the other order', `${guarded('/queue/health')}\n${open('/healthz')}`),
  ],
});

const reading = (path: string, guard = ''): string =>
  `app.get('${path}', ${guard}(req, res) => {
    res.send(readFileSync('state'));${guard === '' ? ' // ! sync' : ''}
  });`;
const file = (name: string, routes: string): Case => service(name, `import { readFileSync } from 'node:fs';\n${routes}`);

table('no-blocking-probe', {
  reports: [
    file('the health of a part that everybody may see', `${open('/health')}\n${reading('/queue/health')}`),
    file('the health of the whole', reading('/health')),
  ],
  silent: [
    file(
      'the health of a part for those who may see it',
      `${open('/health')}\n${reading('/queue/health', "passport.authenticate('jwt'), ")}`,
    ),
  ],
});
