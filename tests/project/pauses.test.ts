/** Functions of the project that are named after a time, and what they do with it. */
import { table } from '../rules/table.js';

const head = `import http from 'node:http';
import pg from 'pg';
const pool = new pg.Pool();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);
`;
const CLOSE = `await new Promise((resolve) => server.close(resolve));
  await pool.end();
  process.exit(0);`;
const shutdown = (text: string, mark = ''): string => `process.once('SIGTERM', async () => {${mark}
  ${text}
});
`;
const PAUSE = 'const timeout = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n';
const own = { 'src/time.js': 'export async function timeout(ms) {\n  await new Promise((resolve) => setTimeout(resolve, ms));\n}' };
const imported = "import { timeout } from './time.js';\n";

table('require-shutdown-deadline', {
  reports: [
    { name: 'a pause', files: { 'src/main.js': `${head}${PAUSE}${shutdown(`await timeout(5000);\n  ${CLOSE}`, ' // ! unbounded')}` } },
    {
      name: 'a pause of another module',
      files: { 'src/main.js': `${head}${imported}${shutdown(`await timeout(5000);\n  ${CLOSE}`, ' // ! unbounded')}`, ...own },
    },
  ],
  silent: [
    `function setDeadline(ms) {\n  setTimeout(() => process.exit(1), ms).unref();\n}\n${shutdown(`setDeadline(5000);\n  ${CLOSE}`)}`,
    `${PAUSE}async function close() {\n  ${CLOSE}\n}\n${shutdown('await Promise.race([timeout(5000), close()]);\n  process.exit(0);')}`,
    `import { arm } from 'some-watchdog';\nfunction armTimeout(ms) {\n  arm(ms);\n}\n${shutdown(`armTimeout(5000);\n  ${CLOSE}`)}`,
    `import { timeout } from 'some-watchdog';\n${shutdown(`timeout(5000);\n  ${CLOSE}`)}`,
    `const timeout = (promise, ms) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
${shutdown('await timeout(new Promise((resolve) => server.close(resolve)), 5000);\n  await timeout(pool.end(), 1000);\n  process.exit(0);')}`,
  ].map((text) => ({ name: text, files: { 'src/main.js': head + text } })),
});

const application = (hooks: string, indicator: string): Readonly<Record<string, string>> => ({
  'src/main.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module';
    async function bootstrap() {
      const app = await NestFactory.create(AppModule);
      ${hooks}
    }
    void bootstrap();
  `,
  'src/app.module.ts': `
    import { Controller, Get, Injectable, Module } from '@nestjs/common';
    import { HealthCheck, HealthCheckService, HealthIndicator, HealthIndicatorService } from '@nestjs/terminus';
    @Injectable()
    ${indicator}
    @Controller('health')
    class HealthController {
      constructor(private health: HealthCheckService, private redis: Redis) {}
      @Get()
      @HealthCheck()
      check() {
        return this.health.check([() => this.redis.isHealthy('redis')]);
      }
    }
    @Module({ controllers: [HealthController], providers: [Redis] })
    export class AppModule {}
  `,
});
const indicators = [
  `class Redis extends HealthIndicator {
      async isHealthy(key: string) {
        return super.getStatus(key, true);
      }
    }`,
  `class Redis {
      constructor(private indicators: HealthIndicatorService) {}
      async isHealthy(key: string) {
        const indicator = this.indicators.check(key);
        return key ? indicator.up() : indicator.down();
      }
    }`,
];

table('require-sigterm-listener', {
  at: /listen/u,
  reports: indicators.map((indicator) => ({
    name: indicator,
    unrepaired: true,
    files: application('await app.listen(3000); // ! missing', indicator),
  })),
  silent: indicators.map((indicator) => ({
    name: indicator,
    files: application('app.enableShutdownHooks();\n      await app.listen(3000);', indicator),
  })),
});
