import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const ASKING =
  'messageCreate messageUpdate messageDelete messageReactionAdd messageReactionRemove interactionCreate guildMemberAdd guildMemberRemove guildMemberUpdate guildCreate guildDelete threadCreate threadUpdate threadDelete voiceChannelJoin voiceChannelLeave voiceChannelSwitch';

const create: Member = { returns: 'Client', opens: true };

/** Read in `lib/Client.js` and `lib/gateway/Shard.js` of 0.18: `disconnect()` takes the listeners of the gateway away, closes it and gives no promise. */
export const eris: Library = {
  name: 'eris',
  manual: 'https://abal.moe/Eris/docs/0.18.0/Client#function-disconnect',
  verified: 'source',
  exports: {
    default: { ...create, members: { Client: create, CommandClient: create, Constants: {}, Collection: {} } },
    Client: create,
    CommandClient: create,
    ...each('Constants Collection Message Interaction CommandInteraction', {}),
  },
  types: {
    Client: {
      label: 'Discord bot',
      kind: 'consumer',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      events: { ...each(ASKING, { role: 'message' }), '*': { role: 'event' } },
      members: {
        connect: { promise: true, starts: true },
        disconnect: { closes: { style: 'sync', drains: false, idempotent: true } },
        registerCommand: { calls: [{ at: 1, role: 'message' }] },
      },
    },
  },
  examples: [
    {
      code: `import { Client } from 'eris';

const bot = new Client('Bot token');
bot.on('messageCreate', (message) => bot.createMessage(message.channel.id, 'pong'));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  bot.disconnect({ reconnect: false }); // close
});
bot.connect();
`,
      opens: ['Client'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
