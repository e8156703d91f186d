/** A base class makes every router of a program in one line, and mounts them on each other. */
import { table } from '../rules/table.js';

const AREAS = Array.from({ length: 60 }, (_, index) => `area${String(index)}`);

table('no-blocking-probe', {
  reports: [
    {
      name: 'the probe of one of many controllers',
      files: {
        'src/controller.ts': `
          import { Router } from 'express';
          export class Controller {
            router: Router;
            constructor() { this.router = Router(); }
            use(path: string, router: Router) { this.router.use(path, router); }
          }
        `,
        'src/areas.ts': `
          import { Controller } from './controller.js';
          ${AREAS.map((area) => `class ${area} extends Controller {}`).join('\n          ')}
          export class Areas extends Controller {
            constructor() {
              super();
              ${AREAS.map((area) => `this.router.use('/${area}', new ${area}().router);`).join('\n              ')}
            }
          }
        `,
        'src/main.ts': `
          import express from 'express';
          import { readFileSync } from 'node:fs';
          import { Areas } from './areas.js';
          import { Controller } from './controller.js';
          class Probes extends Controller {
            constructor() {
              super();
              this.router.get('/health', (req, res) => {
                res.send(readFileSync('state.json')); // ! sync
              });
            }
          }
          const app = express();
          app.use('/api', new Areas().router);
          app.use('/internal', new Probes().router);
          app.listen(3000);
        `,
      },
    },
  ],
});
