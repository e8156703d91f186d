/** Bots take work from people as servers do, and end their session with the gateway when they are destroyed. */
import { js, table } from '../rules/table.js';

const manifest = (version: string): string =>
  JSON.stringify({ type: 'module', scripts: { start: 'node main.js' }, dependencies: { 'discord.js': version } });

table('require-sigterm-listener', {
  at: /login/u,
  reports: [
    {
      name: 'a bot that handles no signal',
      files: js`
      import { Client, GatewayIntentBits } from 'discord.js';
      const client = new Client({ intents: [GatewayIntentBits.Guilds] });
      client.on('interactionCreate', async (interaction) => interaction.reply('pong'));
      client.login(process.env.TOKEN); // ! missing
    `,
    },
    {
      name: 'a bot that handles SIGINT alone',
      files: js`
      import Discord from 'discord.js';
      const bot = new Discord.Client();
      bot.login(process.env.TOKEN); // ! interruptOnly
      process.on('SIGINT', () => {
        bot.destroy();
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a bot that is destroyed',
      files: js`
      import { Client } from 'discord.js';
      const client = new Client({ intents: [] });
      process.once('SIGTERM', () => client.destroy());
      client.login(process.env.TOKEN);
    `,
    },
    {
      name: 'a script that registers commands and ends',
      files: js`
      import { REST, Routes } from 'discord.js';
      const rest = new REST({ version: '10' }).setToken(process.env.TOKEN);
      await rest.put(Routes.applicationCommands(process.env.CLIENT), { body: [] });
    `,
    },
  ],
});

table('no-exit-before-close', {
  reports: [
    {
      name: 'a destroy that gives a promise, and an exit right after it',
      files: {
        'package.json': manifest('^14.16.0'),
        'main.js': `import { Client } from 'discord.js';
const client = new Client({ intents: [] });
process.on('SIGTERM', () => {
  client.destroy();
  process.exit(0); // ! pending
});
client.login(process.env.TOKEN);
`,
      },
    },
  ],
  silent: [
    {
      name: 'a destroy that is over at once',
      files: {
        'package.json': manifest('^13.6.0'),
        'main.js': `import { Client } from 'discord.js';
const client = new Client({ intents: [] });
process.on('SIGTERM', () => {
  client.destroy();
  process.exit(0);
});
client.login(process.env.TOKEN);
`,
      },
    },
    {
      name: 'a destroy that is awaited',
      files: {
        'package.json': manifest('^14.16.0'),
        'main.js': `import { Client } from 'discord.js';
const client = new Client({ intents: [] });
process.on('SIGTERM', async () => {
  await client.destroy();
  process.exit(0);
});
client.login(process.env.TOKEN);
`,
      },
    },
  ],
});
