import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-process-exit-in-handler', [
  {
    name: 'SIGKILL',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        app.post('/restart', (req, res) => {
          res.end();
          process.kill(process.pid, 'SIGKILL');
        });
        app.listen(3000);
      `,
    },
    suggestion: 'raise',
    after: code`
      import express from 'express';
      const app = express();
      app.post('/restart', (req, res) => {
        res.end();
        process.kill(process.pid, 'SIGTERM');
      });
      app.listen(3000);
    `,
  },
  {
    name: 'an abort',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        app.post('/restart', (req, res) => {
          res.end();
          process.abort();
        });
        app.listen(3000);
      `,
    },
    suggestion: 'raise',
    after: code`
      import express from 'express';
      const app = express();
      app.post('/restart', (req, res) => {
        res.end();
        process.kill(process.pid, 'SIGTERM');
      });
      app.listen(3000);
    `,
  },
]);
