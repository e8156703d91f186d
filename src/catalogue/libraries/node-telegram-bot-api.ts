import { each } from '../members.js';
import type { Library } from '../shape.js';

const HANDLING = { returns: 'this', calls: [{ at: 1, role: 'message' }] } as const;
const ASKING = 'message text callback_query inline_query chosen_inline_result edited_message channel_post photo document location contact';

/** Read in `src/telegram.js` and `src/telegramPolling.js` of 0.66: `stopPolling()` waits for the request that is under way, and for no handler. 2.x has no default export. */
export const nodeTelegramBotApi: Library = {
  name: 'node-telegram-bot-api',
  manual: 'https://github.com/yagop/node-telegram-bot-api/blob/release/doc/api.md#TelegramBot+stopPolling',
  verified: 'source',
  exports: {
    default: {
      returns: 'TelegramBot',
      opens: true,
      starts: { at: '1.polling', is: true },
    },
  },
  types: {
    TelegramBot: {
      label: 'Telegram bot',
      kind: 'consumer',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      events: { ...each(ASKING, { role: 'message' }), '*': { role: 'event' } },
      members: {
        ...each('onText onReplyToMessage', HANDLING),
        startPolling: { promise: true, starts: true },
        stopPolling: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } },
        isPolling: {},
      },
    },
  },
  examples: [
    {
      code: `import TelegramBot from 'node-telegram-bot-api';

const bot = new TelegramBot('token', { polling: true });
bot.onText(/ping/, (message) => bot.sendMessage(message.chat.id, 'pong'));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await bot.stopPolling(); // close
  process.exit(0);
});
`,
      opens: ['TelegramBot'],
      live: true,
      notClosed: 'bot.stopPolling();',
    },
  ],
};
