/** The versions of what a package uses may stand in the package.json of the repository. */
import { table } from '../rules/table.js';

const nest = (range: string, mark = ''): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({
    private: true,
    workspaces: ['apps/*'],
    dependencies: { '@nestjs/common': range, '@nestjs/core': range },
  }),
  'apps/api/package.json': JSON.stringify({ name: 'api', type: 'module', main: 'src/main.ts' }),
  'apps/api/src/main.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module.js';
    const app = await NestFactory.create(AppModule);
    process.on('SIGTERM', async () => {${mark}
      await app.close();
      process.exit(0);
    });
    await app.listen(3000);
  `,
  'apps/api/src/app.module.ts': `
    import { Module } from '@nestjs/common';
    @Module({})
    export class AppModule {}
  `,
});

table('require-idempotent-shutdown', {
  at: /^(?:process\.on|async)/u,
  reports: [{ name: 'a version of the repository whose close runs twice', files: nest('^11.1.0', ' // ! repeated') }],
  silent: [
    { name: 'a version of the repository whose close waits for the first', files: nest('^12.0.4') },
    {
      name: 'a version of its own',
      files: {
        ...nest('^11.1.0'),
        'apps/api/package.json': JSON.stringify({
          name: 'api',
          type: 'module',
          main: 'src/main.ts',
          dependencies: { '@nestjs/core': '^12.0.4' },
        }),
      },
    },
  ],
});
