import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-blocking-handler', [
  {
    name: 'types that ask for options',
    files: {
      'main.ts': code`
        import { scryptSync } from 'node:crypto';
        import express from 'express';
        const app = express();
        app.post('/login', (req, res) => {
          const hash = scryptSync(req.body.password, 'salt', 64).toString('hex');
          res.send(hash);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import { scryptSync } from 'node:crypto';
      import express from 'express';
      import { promisify } from 'node:util';
      import { scrypt } from 'node:crypto';
      const app = express();
      app.post('/login', async (req, res) => {
        const hash = (await promisify(scrypt)(req.body.password, 'salt', 64, {})).toString('hex');
        res.send(hash);
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a compression',
    files: {
      'main.js': code`
        import zlib from 'node:zlib';
        import express from 'express';
        const app = express();
        app.post('/zip', (req, res) => {
          res.send(zlib.gzipSync(req.body));
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import zlib from 'node:zlib';
      import express from 'express';
      import { promisify } from 'node:util';
      const app = express();
      app.post('/zip', async (req, res) => {
        res.send(await promisify(zlib.gzip)(req.body));
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a child process as an object',
    files: {
      'main.js': code`
        import { spawnSync } from 'node:child_process';
        import express from 'express';
        const app = express();
        app.post('/pdf', (req, res) => {
          const result = spawnSync('pdf', [req.body.file]);
          res.send(result.stdout);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import { spawnSync } from 'node:child_process';
      import express from 'express';
      import { promisify } from 'node:util';
      import { execFile } from 'node:child_process';
      const app = express();
      app.post('/pdf', async (req, res) => {
        const result = await promisify(execFile)('pdf', [req.body.file]);
        res.send(result.stdout);
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a child process with options',
    files: {
      'main.js': code`
        import { execFileSync } from 'node:child_process';
        import express from 'express';
        const app = express();
        app.post('/pdf', (req, res) => {
          res.send(execFileSync('pdf', [req.body.file], { encoding: 'utf8' }));
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import { execFileSync } from 'node:child_process';
      import express from 'express';
      import { promisify } from 'node:util';
      import { execFile } from 'node:child_process';
      const app = express();
      app.post('/pdf', async (req, res) => {
        res.send((await promisify(execFile)('pdf', [req.body.file], { encoding: 'utf8' })).stdout);
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a helper that one handler calls',
    files: {
      'main.js': code`
        import express from 'express';
        import fs from 'node:fs';
        const app = express();
        function template(name) {
          return fs.readFileSync(name, 'utf8');
        }
        app.get('/page', (req, res) => {
          res.send(template('a.html'));
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      async function template(name) {
        return await fs.promises.readFile(name, 'utf8');
      }
      app.get('/page', async (req, res) => {
        res.send(await template('a.html'));
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a library with promises',
    files: {
      'main.js': code`
        import express from 'express';
        import bcrypt from 'bcrypt';
        const app = express();
        app.post('/login', (req, res) => {
          if (!bcrypt.compareSync(req.body.password, 'x')) return res.sendStatus(401);
          res.send('ok');
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import bcrypt from 'bcrypt';
      const app = express();
      app.post('/login', async (req, res) => {
        if (!await bcrypt.compare(req.body.password, 'x')) return res.sendStatus(401);
        res.send('ok');
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a named import',
    files: {
      'main.js': code`
        import express from 'express';
        import { randomBytes, pbkdf2Sync } from 'crypto';
        const app = express();
        app.post('/up', (req, res) => {
          const key = pbkdf2Sync('a', 'b', 100000, 64, 'sha512');
          res.send(key.toString('hex'));
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import { randomBytes, pbkdf2Sync } from 'crypto';
      import { promisify } from 'node:util';
      import { pbkdf2 } from 'crypto';
      const app = express();
      app.post('/up', async (req, res) => {
        const key = await promisify(pbkdf2)('a', 'b', 100000, 64, 'sha512');
        res.send(key.toString('hex'));
      });
      app.listen(3000);
    `,
  },
]);
