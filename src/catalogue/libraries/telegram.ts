import { each } from '../members.js';
import type { Close, Library, Member, ThingType } from '../shape.js';

const bot = (members: ThingType['members'], close: Close): ThingType => ({
  label: 'Telegram bot',
  kind: 'consumer',
  phase: 'stop-accepting',
  keepsAlive: true,
  needsClose: true,
  members: { ...members, stop: { ...(close.style === 'promise' && { promise: true }), closes: close } },
});

const handles: Member = { returns: 'this', calls: [{ at: 'rest', role: 'message', awaited: true }] };
const HANDLING = 'use on command hears action start help settings callbackQuery inlineQuery reaction drop filter';

/** `stop()` aborts the poll and closes the server of a webhook; handlers go on. Read in `lib/telegraf.js` and `lib/core/network/polling.js` of 4.16. */
export const telegraf: Library = {
  name: 'telegraf',
  manual: 'https://telegraf.js.org/classes/Telegraf-1.html#stop',
  verified: 'source',
  exports: { Telegraf: { returns: 'Telegraf', opens: true }, ...each('Markup Scenes Input', {}) },
  types: {
    Telegraf: bot(
      {
        ...each(HANDLING, handles),
        launch: { promise: true, starts: true },
        telegram: {},
        catch: { returns: 'this', calls: [{ at: 0, role: 'message' }] },
        botInfo: {},
      },
      { style: 'sync', drains: false, idempotent: true },
    ),
  },
  examples: [
    {
      code: `import { Telegraf } from 'telegraf';

const bot = new Telegraf('token');
bot.start((context) => context.reply('Welcome'));
bot.launch();

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  bot.stop('SIGTERM'); // close
});
`,
      opens: ['Telegraf'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};

/** `start()` polls until `stop()`, whose promise tells that Telegram knows which updates were taken. Read in `out/bot.js` of 1.46. */
export const grammy: Library = {
  name: 'grammy',
  manual: 'https://grammy.dev/advanced/reliability#using-simple-long-polling',
  verified: 'source',
  exports: { Bot: { returns: 'Bot', opens: true }, ...each('InlineKeyboard Keyboard Composer webhookCallback session', {}) },
  types: {
    Bot: bot(
      {
        ...each(HANDLING.replace('start help settings ', ''), handles),
        start: { promise: true, starts: true, calls: [{ at: '0.onStart', role: 'listening' }] },
        catch: { calls: [{ at: 0, role: 'message' }] },
        init: { promise: true },
        api: {},
      },
      { style: 'promise', drains: false, idempotent: true },
    ),
  },
  examples: [
    {
      code: `import { Bot } from 'grammy';

const bot = new Bot('token');
bot.command('start', (context) => context.reply('Welcome'));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await bot.stop(); // close
  process.exit(0);
});
void bot.start();
`,
      opens: ['Bot'],
      live: true,
      notClosed: 'bot.stop();',
    },
  ],
};
