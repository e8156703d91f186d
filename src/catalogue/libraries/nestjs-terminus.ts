import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `gracefulShutdownTimeoutMs` waits before the close; the check says shutting_down meanwhile. Read in `health-check-executor.service.js`. */
export const nestjsTerminus: Library = {
  name: '@nestjs/terminus',
  manual: 'https://docs.nestjs.com/recipes/terminus#graceful-shutdown-timeout',
  verified: 'source',
  answers: 'terminus',
  exports: {
    HealthCheck: { decorates: 'probe' },
    HealthCheckError: {},
    TerminusModule: {},
    HealthIndicator: { returns: 'HealthIndicator' },
    HealthIndicatorService: { returns: 'HealthIndicatorService' },
    HealthCheckService: { returns: 'HealthCheckService', opens: false },
    ...each(
      'HttpHealthIndicator TypeOrmHealthIndicator MongooseHealthIndicator SequelizeHealthIndicator PrismaHealthIndicator MikroOrmHealthIndicator MicroserviceHealthIndicator GRPCHealthIndicator',
      { returns: 'Remote', opens: false },
    ),
    ...each('DiskHealthIndicator MemoryHealthIndicator', { returns: 'Local', opens: false }),
  },
  types: {
    HealthCheckService: {
      label: 'health check',
      kind: 'helper',
      members: { check: { promise: true, calls: [{ at: '0.*', role: 'now', awaited: true }] } },
    },
    Remote: {
      label: 'health indicator',
      kind: 'client',
      members: each('pingCheck responseCheck check', { promise: true, io: { timeout: ['1.timeout', '2.timeout'] } }),
    },
    HealthIndicator: { label: 'health indicator', kind: 'value', members: { getStatus: {} } },
    HealthIndicatorService: { label: 'health indicators', kind: 'value', members: { check: { returns: 'Session' } } },
    Session: { label: 'health indicator', kind: 'value', members: each('up down', {}) },
    Local: { label: 'health indicator', kind: 'value', members: each('checkStorage checkHeap checkRSS', { promise: true }) },
  },
  examples: [
    {
      code: `import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HealthCheck, HealthCheckService, TerminusModule, TypeOrmHealthIndicator } from '@nestjs/terminus';

@Controller('ready')
class Ready {
  constructor(private health: HealthCheckService, private database: TypeOrmHealthIndicator) {}
  @Get()
  @HealthCheck()
  check() {
    return this.health.check([() => this.database.pingCheck('database', { timeout: 500 })]);
  }
}
@Module({ imports: [TerminusModule], controllers: [Ready] })
class App {}

const app = await NestFactory.create(App);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen(3000);
`,
      typescript: true,
      opens: ['@nestjs/common#INestApplication'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
