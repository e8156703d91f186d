import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Gateways are closed with the application. Read in `web-sockets-controller.js`. */
export const nestjsWebsockets: Library = {
  name: '@nestjs/websockets',
  manual: 'https://docs.nestjs.com/websockets/gateways',
  verified: 'source',
  exports: { SubscribeMessage: { decorates: 'message' }, ...each('WebSocketGateway WebSocketServer ConnectedSocket MessageBody', {}) },
  lifecycle: { handleConnection: 'connection', handleDisconnect: 'event', afterInit: 'startup' },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

@WebSocketGateway()
class Chat {
  @SubscribeMessage('say')
  say(socket, words) {
    return words;
  }
}
@Module({ providers: [Chat] })
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
