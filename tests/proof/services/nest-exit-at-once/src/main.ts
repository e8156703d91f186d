import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);

  process.on('SIGTERM', () => {
    app.close();
    process.exit(0);
  });

  await app.listen(process.env.PORT ?? 3000, '127.0.0.1');
}

void bootstrap();
