import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-sigterm-listener', [
  {
    name: 'two servers that nothing names',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        const admin = express();
        app.listen(3000);
        admin.listen(9090);
      `,
    },
    suggestion: 'listen',
    after: code`
      import express from 'express';
      const app = express();
      const admin = express();
      const server = app.listen(3000);

      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          adminServer.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          setInterval(() => adminServer.closeIdleConnections(), 1_000).unref();
          setTimeout(() => adminServer.closeAllConnections(), 8_000).unref();
          await new Promise((resolve, reject) => {
            adminServer.close((error) => (error ? reject(error) : resolve()));
          });
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);
      const adminServer = admin.listen(9090);
    `,
  },
  {
    name: 'before the first wait of the start',
    files: {
      'main.js': code`
        import { Kafka } from 'kafkajs';
        const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
        await consumer.connect();
        await consumer.run({ eachMessage: async () => {} });
      `,
    },
    suggestion: 'listen',
    after: code`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          await consumer.disconnect();
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);

      await consumer.connect();
      await consumer.run({ eachMessage: async () => {} });
    `,
  },
  {
    name: 'before the first wait of the start, where the server is made after it',
    files: {
      'main.ts': code`
        import express from 'express';
        import mongoose from 'mongoose';
        const app = express();
        async function main(): Promise<void> {
          await mongoose.connect('mongodb://orders');
          app.listen(80);
        }
        void main();
      `,
    },
    suggestion: 'listen',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      async function main(): Promise<void> {
        let shutdown: (signal: NodeJS.Signals) => unknown = () => process.exit(0);
        process.on('SIGTERM', (signal) => void shutdown(signal));
        process.on('SIGINT', (signal) => void shutdown(signal));
        await mongoose.connect('mongodb://orders');
        const server = app.listen(80);

        let isShuttingDown = false;

        shutdown = async (signal) => {
          if (isShuttingDown) return;
          isShuttingDown = true;
          console.log(\`\${signal} received, shutting down\`);
          setTimeout(() => process.exit(1), 10_000).unref();
          try {
            server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
            setInterval(() => server.closeIdleConnections(), 1_000).unref();
            setTimeout(() => server.closeAllConnections(), 8_000).unref();
            await new Promise<void>((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()));
            });
            await mongoose.disconnect();
            process.exit();
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        };
      }
      void main();
    `,
  },
  {
    name: 'beside a wait that comes after the server',
    files: {
      'main.js': code`
        import express from 'express';
        import mongoose from 'mongoose';
        const app = express();
        const server = app.listen(80);
        await mongoose.connect('mongodb://orders');
      `,
    },
    suggestion: 'listen',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      const server = app.listen(80);

      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          await mongoose.disconnect();
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);
      await mongoose.connect('mongodb://orders');
    `,
  },
  {
    name: 'the hooks of Nest',
    files: {
      'src/main.ts': code`
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap() {
          const app = await NestFactory.create(AppModule);
          await app.listen(3000);
        }
        bootstrap();
      `,
      'src/app.module.ts': code`
        import { Module } from '@nestjs/common';
        @Module({})
        export class AppModule {}
      `,
    },
    suggestion: 'library',
    after: code`
      import { NestFactory } from '@nestjs/core';
      import { AppModule } from './app.module';
      async function bootstrap() {
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();

        await app.listen(3000);
      }
      bootstrap();
    `,
  },
]);
