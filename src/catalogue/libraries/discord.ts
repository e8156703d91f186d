import { each } from '../members.js';
import type { Close, Library, ThingType } from '../shape.js';

/** Whatever stands for a person's request; other events tell about the connection. */
const ASKING =
  'messageCreate message messageUpdate messageDelete interactionCreate interaction messageReactionAdd messageReactionRemove guildMemberAdd guildMemberRemove guildMemberUpdate guildCreate guildDelete threadCreate threadUpdate threadDelete voiceStateUpdate';

const client = (close: Close): ThingType => ({
  label: 'Discord bot',
  kind: 'consumer',
  phase: 'stop-accepting',
  keepsAlive: true,
  needsClose: true,
  extends: ['node:events#EventEmitter'],
  events: { ...each(ASKING, { role: 'message' }), '*': { role: 'event' } },
  members: {
    login: { promise: true, starts: true },
    destroy: { ...(close.style === 'promise' && { promise: true }), closes: close },
  },
});

const bot = (versions: string, close: Close, login: string, example: string): Library => ({
  name: 'discord.js',
  versions,
  manual: 'https://discord.js.org/docs/packages/discord.js/main/Client:Class#destroy',
  verified: 'source',
  exports: {
    Client: { returns: 'Client', opens: true },
    ...each(
      'REST Routes Collection EmbedBuilder MessageEmbed RichEmbed SlashCommandBuilder ActionRowBuilder ButtonBuilder ModalBuilder AttachmentBuilder Intents IntentsBitField PermissionsBitField Permissions GatewayIntentBits Partials Events ActivityType ChannelType ButtonStyle DiscordAPIError',
      {},
    ),
  },
  types: { Client: client(close) },
  examples: [
    {
      code: `import { Client } from 'discord.js';

const client = new Client({ intents: [] });
client.on('${login}', (message) => message.reply('pong'));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  ${example} // close
  process.exit(0);
});
await client.login('token');
`,
      opens: ['Client'],
      live: true,
      ...(close.style === 'promise' && { notClosed: 'client.destroy();' }),
    },
  ],
});

/** Read in `Client.destroy` and, from 14 on, `WebSocketShard.destroy`, which waits for the answer of the gateway: `ws` gives up after 30 s. */
export const discord: readonly Library[] = [
  bot('>=14', { style: 'promise', drains: false, idempotent: true, deadline: 30_000 }, 'messageCreate', 'await client.destroy();'),
  bot('12 - 13', { style: 'sync', drains: false, idempotent: true }, 'messageCreate', 'client.destroy();'),
  bot('<12', { style: 'promise', drains: false, idempotent: true }, 'message', 'await client.destroy();'),
];
