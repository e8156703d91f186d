import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-blocking-probe', [
  {
    name: 'a dependency whose answer is sent',
    files: {
      'main.js': code`
        import express from 'express';
        import pg from 'pg';
        const pool = new pg.Pool({ query_timeout: 500 });
        const app = express();
        app.get('/livez', async (req, res) => {
          const result = await pool.query('select 1');
          res.send(result.rows[0]);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'answer',
    after: code`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool({ query_timeout: 500 });
      const app = express();
      app.get('/livez', async (req, res) => {
        res.send('ok');
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a child process in an expression',
    files: {
      'main.cjs': code`
        const express = require('express');
        const { execSync } = require('node:child_process');
        const app = express();
        app.get('/livez', (req, res) => res.send(execSync('uptime')));
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      const express = require('express');
      const { execSync } = require('node:child_process');
      const { promisify } = require('node:util');
      const { exec } = require('node:child_process');
      const app = express();
      app.get('/livez', async (req, res) => res.send((await promisify(exec)('uptime')).stdout));
      app.listen(3000);
    `,
  },
  {
    name: 'a child process whose output is used',
    files: {
      'main.js': code`
        import express from 'express';
        import { execSync } from 'node:child_process';
        const app = express();
        app.get('/ready', (req, res) => {
          const uptime = execSync('uptime').toString();
          res.send(uptime);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import { execSync } from 'node:child_process';
      import { promisify } from 'node:util';
      import { exec } from 'node:child_process';
      const app = express();
      app.get('/ready', async (req, res) => {
        const uptime = (await promisify(exec)('uptime')).stdout.toString();
        res.send(uptime);
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a method of a controller',
    files: {
      'src/main.ts': code`
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
      'src/app.module.ts': code`
        import { Controller, Get, Module } from '@nestjs/common';
        import { readFileSync } from 'node:fs';
        @Controller('health')
        export class HealthController {
          @Get('live')
          live(): string {
            return readFileSync('/proc/uptime', 'utf8');
          }
        }
        @Module({ controllers: [HealthController] })
        export class AppModule {}
      `,
    },
    suggestion: 'async',
    after: code`
      import { Controller, Get, Module } from '@nestjs/common';
      import { readFileSync } from 'node:fs';
      import { readFile } from 'node:fs/promises';
      @Controller('health')
      export class HealthController {
        @Get('live')
        async live(): Promise<string> {
          return await readFile('/proc/uptime', 'utf8');
        }
      }
      @Module({ controllers: [HealthController] })
      export class AppModule {}
    `,
  },
  {
    name: 'a computation in a wrapped handler',
    files: {
      'main.js': code`
        import crypto from 'node:crypto';
        import express from 'express';
        import asyncHandler from 'express-async-handler';
        const app = express();
        app.get('/status', asyncHandler(async (req, res) => {
          res.send(crypto.pbkdf2Sync('a', 'b', 100000, 64, 'sha512').toString('hex'));
        }));
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import crypto from 'node:crypto';
      import express from 'express';
      import asyncHandler from 'express-async-handler';
      import { promisify } from 'node:util';
      const app = express();
      app.get('/status', asyncHandler(async (req, res) => {
        res.send((await promisify(crypto.pbkdf2)('a', 'b', 100000, 64, 'sha512')).toString('hex'));
      }));
      app.listen(3000);
    `,
  },
  {
    name: 'a helper of the file',
    files: {
      'main.js': code`
        import express from 'express';
        import fs from 'node:fs';
        const app = express();
        function version() {
          return fs.readFileSync('VERSION', 'utf8');
        }
        app.get('/livez', (req, res) => {
          res.send(version());
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      async function version() {
        return await fs.promises.readFile('VERSION', 'utf8');
      }
      app.get('/livez', async (req, res) => {
        res.send(await version());
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a question whether a file exists',
    files: {
      'main.js': code`
        import express from 'express';
        import fs from 'node:fs';
        const app = express();
        app.get('/livez', (req, res) => {
          res.sendStatus(fs.existsSync('/tmp/up') ? 200 : 503);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/livez', async (req, res) => {
        res.sendStatus(await fs.promises.access('/tmp/up').then(() => true, () => false) ? 200 : 503);
      });
      app.listen(3000);
    `,
  },
  {
    name: 'a branch on the URL',
    files: {
      'main.js': code`
        import http from 'node:http';
        import fs from 'node:fs';
        http.createServer((req, res) => {
          if (req.url === '/healthz') {
            res.end(fs.readFileSync('a'));
            return;
          }
          res.end('hello');
        }).listen(3000);
      `,
    },
    suggestion: 'async',
    after: code`
      import http from 'node:http';
      import fs from 'node:fs';
      http.createServer(async (req, res) => {
        if (req.url === '/healthz') {
          res.end(await fs.promises.readFile('a'));
          return;
        }
        res.end('hello');
      }).listen(3000);
    `,
  },
]);
