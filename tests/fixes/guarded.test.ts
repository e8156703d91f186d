import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-guarded-probe', [
  {
    name: 'a guard for all that follows',
    files: {
      'main.js': code`
        import express from 'express';
        import { authenticate } from './auth.js';
        const app = express();
        app.use(express.json());
        app.use(authenticate);
        app.get('/healthz', (request, response) => response.send('ok'));
        app.listen(3000);
      `,
    },
    suggestion: 'move',
    after: code`
      import express from 'express';
      import { authenticate } from './auth.js';
      const app = express();
      app.use(express.json());
      app.get('/healthz', (request, response) => response.send('ok'));
      app.use(authenticate);
      app.listen(3000);
    `,
  },
  {
    name: 'a guard of a router',
    files: {
      'main.js': code`
        import express from 'express';
        import session from 'express-session';
        const app = express();
        const health = express.Router();
        health.use(session({ secret: 'a' }));
        health.get('/live', (req, res) => res.send('ok'));
        app.use('/health', health);
        app.listen(3000);
      `,
    },
    suggestion: 'move',
    after: code`
      import express from 'express';
      import session from 'express-session';
      const app = express();
      const health = express.Router();
      health.get('/live', (req, res) => res.send('ok'));
      health.use(session({ secret: 'a' }));
      app.use('/health', health);
      app.listen(3000);
    `,
  },
  {
    name: 'a handler that has a name',
    files: {
      'main.js': code`
        import express from 'express';
        import { requireAuth } from './auth.js';
        const app = express();
        app.use(requireAuth);
        const check = (request, response) => response.send('ok');
        app.get('/healthz', check);
        app.listen(3000);
      `,
    },
    suggestion: 'move',
    after: code`
      import express from 'express';
      import { requireAuth } from './auth.js';
      const app = express();
      const check = (request, response) => response.send('ok');
      app.get('/healthz', check);
      app.use(requireAuth);
      app.listen(3000);
    `,
  },
]);
