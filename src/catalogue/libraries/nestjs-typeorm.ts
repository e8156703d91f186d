import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Each `forRoot` closes its connection in onApplicationShutdown: on a signal only with `enableShutdownHooks()`. Read in `typeorm-core.module.js`; the same in @nestjs/mongoose, @nestjs/sequelize, @mikro-orm/nestjs. */
export const nestjsTypeorm: Library = {
  name: '@nestjs/typeorm',
  modules: ['@nestjs/typeorm', '@nestjs/mongoose', '@nestjs/sequelize', '@mikro-orm/nestjs'],
  manual: 'https://docs.nestjs.com/techniques/database',
  verified: 'source',
  exports: {
    ...each('TypeOrmModule MongooseModule SequelizeModule MikroOrmModule InjectDataSource InjectConnection Schema Prop SchemaFactory', {}),
    ...each('InjectRepository InjectModel', {}),
  },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' })] })
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
