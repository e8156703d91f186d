/** What an older version of a library gave at once, and a newer one gives as a promise. */
import { table, ts } from '../rules/table.js';

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a server that no handler of the helper closes',
      dependencies: { lightship: '^6.6.1' },
      unrepaired: true,
      files: ts`
      import express from 'express';
      import { createLightship } from 'lightship';
      const lightship = createLightship();
      const app = express();
      const server = app.listen(3000); // ! unclosed
      lightship.registerShutdownHandler(async () => {
        console.log(server.listening);
      });
      lightship.signalReady();
    `,
    },
  ],
  silent: [
    {
      name: 'a server that a handler of the helper closes, without await and with it',
      dependencies: { lightship: '^6.6.1' },
      files: ts`
      import express from 'express';
      import { createLightship } from 'lightship';
      const lightship = createLightship();
      const app = express();
      const server = app.listen(3000);
      lightship.registerShutdownHandler(async () => {
        await new Promise((resolve) => server.close(resolve));
      });
      lightship.signalReady();
    `,
    },
    {
      name: 'one that is waited for',
      files: ts`
      import express from 'express';
      import { createLightship } from 'lightship';
      const lightship = await createLightship();
      const app = express();
      const server = app.listen(3000);
      lightship.registerShutdownHandler(async () => {
        await new Promise((resolve) => server.close(resolve));
      });
      lightship.signalReady();
    `,
    },
  ],
});
