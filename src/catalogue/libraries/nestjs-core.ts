import { each } from '../members.js';
import type { Library, Member, ThingType } from '../shape.js';

const created = (of: string): Member => ({ resolves: of, promise: true, opens: true });

/** Read in `nest-factory.js`; the applications are described under `@nestjs/common`. */
const common: Library = {
  name: '@nestjs/core',
  manual: 'https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown',
  verified: 'measured',
  exports: {
    NestFactory: {
      members: {
        create: created('@nestjs/common#INestApplication'),
        createMicroservice: created('@nestjs/common#INestMicroservice'),
        createApplicationContext: created('@nestjs/common#INestApplicationContext'),
      },
    },
    ModuleRef: { returns: 'ModuleRef' },
    ...each('Reflector APP_GUARD APP_FILTER APP_PIPE APP_INTERCEPTOR', {}),
  },
  types: {
    ModuleRef: { label: 'module reference', kind: 'value', members: each('get resolve create', { instanceOf: 0 }) },
  },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
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

/** A second `close()` runs the hooks again and finds the server closed already, so that it is over before the first one. */
const closes: ThingType['members'] = { close: { promise: true, closes: { style: 'promise', drains: true } } };

/** Read in `nest-application-context.js`: from 12.0.4 on a second `close()` waits for the first. */
export const nestjsCore: readonly Library[] = [
  { ...common, versions: '>=12' },
  {
    ...common,
    versions: '<12',
    exports: {
      ...common.exports,
      NestFactory: {
        members: {
          ...common.exports['NestFactory']?.members,
          create: created('INestApplication'),
          createApplicationContext: created('INestApplicationContext'),
        },
      },
    },
    types: {
      ...common.types,
      INestApplication: {
        label: 'Nest application',
        kind: 'server',
        phase: 'stop-accepting',
        keepsAlive: true,
        needsClose: true,
        extends: ['@nestjs/common#INestApplication'],
        members: closes,
      },
      INestApplicationContext: {
        label: 'Nest application',
        kind: 'value',
        keepsAlive: true,
        needsClose: true,
        extends: ['@nestjs/common#INestApplicationContext'],
        members: closes,
      },
    },
    examples: common.examples.map((example) => ({ ...example, opens: ['INestApplication'] })),
  },
];
