/** Options that stand behind a text, and texts that are no options. */
import { js, table } from '../rules/table.js';

table('no-blocking-probe', {
  at: /ping/u,
  reports: [
    {
      name: 'a client by a URL of the environment',
      files: js`
      import express from 'express';
      import Redis from 'ioredis';
      const { CACHE_URL } = process.env;
      const redis = new Redis(process.env.REDIS_URL);
      const cache = new Redis(CACHE_URL ?? 'redis://cache');
      const app = express();
      app.get('/ready', async (req, res) => res.send(await redis.ping())); // ! readiness
      app.get('/readyz', async (req, res) => res.send(await cache.ping())); // ! readiness
      app.listen(3000);
    `,
    },
    {
      name: 'a client by a URL that is not seen, with options that are',
      files: js`
      import express from 'express';
      import Redis from 'ioredis';
      import { settings } from '@acme/settings';
      const redis = new Redis(settings.redis, { maxRetriesPerRequest: null });
      const app = express();
      app.get('/ready', async (req, res) => res.send(await redis.ping())); // ! readiness
      app.listen(3000);
    `,
    },
  ],
  silent: [
    {
      name: 'options with a time-out behind a URL, and behind a port and a host',
      files: js`
      import express from 'express';
      import Redis from 'ioredis';
      const redis = new Redis(process.env.REDIS_URL, { commandTimeout: 500 });
      const cache = new Redis(6379, process.env.CACHE, { commandTimeout: 500 });
      const app = express();
      app.get('/ready', async (req, res) => res.send(await redis.ping()));
      app.get('/readyz', async (req, res) => res.send(await cache.ping()));
      app.listen(3000);
    `,
    },
    {
      name: 'options that are not seen',
      files: js`
      import express from 'express';
      import Redis from 'ioredis';
      import { settings } from '@acme/settings';
      const redis = new Redis(settings.redis);
      const cache = new Redis(process.env.REDIS_URL, settings.cache);
      const app = express();
      app.get('/ready', async (req, res) => res.send(await redis.ping()));
      app.get('/readyz', async (req, res) => res.send(await cache.ping()));
      app.listen(3000);
    `,
    },
  ],
});
