import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-blocking-probe', [
  {
    name: 'a tagged template',
    files: {
      'main.js': code`
        import express from 'express';
        import postgres from 'postgres';
        const sql = postgres();
        const app = express();
        app.get('/ready', async (req, res) => {
          const rows = await sql\`select 1\`;
          res.send(rows);
        });
        app.listen(3000);
      `,
    },
    suggestion: 'bound',
    after: code`
      import express from 'express';
      import postgres from 'postgres';
      const sql = postgres();
      const app = express();
      app.get('/ready', async (req, res) => {
        const rows = await Promise.race([sql\`select 1\`, rejectAfter(1000)]);
        res.send(rows);
      });
      app.listen(3000);

      function rejectAfter(milliseconds) {
        return new Promise((_resolve, reject) => {
          const fail = () => reject(new Error(\`No answer within \${milliseconds} ms\`));
          setTimeout(fail, milliseconds).unref();
        });
      }
    `,
  },
]);
