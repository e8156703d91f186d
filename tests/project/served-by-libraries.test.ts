/** Servers that a library makes or closes: what the app gives, and what a package that is not known was given. */
import { js, table } from '../rules/table.js';

table('no-exit-before-close', {
  reports: [
    {
      name: 'a Feathers app that is never closed',
      unrepaired: true,
      files: js`
        import { feathers } from '@feathersjs/feathers';
        import { koa, rest } from '@feathersjs/koa';
        const app = koa(feathers());
        app.configure(rest());
        await app.listen(3030);
        process.once('SIGTERM', () => process.exit(0)); // ! open
      `,
    },
    {
      name: 'something of another package, which the server is not given to',
      unrepaired: true,
      files: js`
        import http from 'node:http';
        import Uploads from 'some-uploads';
        const server = http.createServer((request, response) => response.end('ok'));
        const uploads = new Uploads('/tmp');
        server.listen(8080);
        process.once('SIGTERM', () => uploads.destroy(() => process.exit(0))); // ! open
      `,
    },
  ],
  silent: [
    {
      name: 'the server that a Feathers app gives',
      files: js`
        import { feathers } from '@feathersjs/feathers';
        import express, { rest } from '@feathersjs/express';
        const app = express(feathers());
        app.configure(rest());
        const server = await app.listen(3030);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      `,
    },
    {
      name: 'the teardown of a Feathers app',
      files: js`
        import { feathers } from '@feathersjs/feathers';
        import { koa, rest } from '@feathersjs/koa';
        const app = koa(feathers());
        app.configure(rest());
        app.listen(3030).then(() => console.log('up'));
        process.once('SIGTERM', () => app.teardown().then(() => process.exit(0)));
      `,
    },
    {
      name: 'sockets of another package, which close the server that they are given',
      files: js`
        import http from 'node:http';
        import Sockets from 'some-sockets';
        const server = http.createServer();
        const sockets = new Sockets(server, {});
        server.listen(8080);
        process.once('SIGTERM', () => sockets.destroy({ timeout: 5000 }, () => process.exit(0)));
      `,
    },
  ],
});

table('require-sigterm-listener', {
  at: /launch|start/u,
  reports: [
    {
      name: 'a bot of Telegraf',
      files: js`
        import { Telegraf } from 'telegraf';
        const bot = new Telegraf(process.env.TOKEN);
        bot.command('ping', (context) => context.reply('pong'));
        bot.launch(); // ! missing
      `,
    },
    {
      name: 'a bot of grammY',
      files: js`
        import { Bot } from 'grammy';
        const bot = new Bot(process.env.TOKEN);
        bot.on('message', (context) => context.reply('pong'));
        void bot.start(); // ! missing
      `,
    },
  ],
  silent: [
    {
      name: 'a bot that is stopped',
      files: js`
        import { Telegraf } from 'telegraf';
        const bot = new Telegraf(process.env.TOKEN);
        bot.launch();
        process.once('SIGINT', () => bot.stop('SIGINT'));
        process.once('SIGTERM', () => bot.stop('SIGTERM'));
      `,
    },
    {
      name: 'a script that sends a message',
      files: js`
        import { Telegraf } from 'telegraf';
        const bot = new Telegraf(process.env.TOKEN);
        await bot.telegram.sendMessage(1, 'done');
      `,
    },
  ],
});
