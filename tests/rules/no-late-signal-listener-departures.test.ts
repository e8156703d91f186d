/** A wait on a way that does not lead to the listener. */
import { type Case, table } from './table.js';

const AFTER = `
  const app = Fastify();
  process.on('SIGTERM', () => void app.close());MARK
  await app.listen({ port: 3000 });
`;
const main = (name: string, before: string, mark = ''): Case => ({
  name,
  files: {
    'src/main.js': `
    import Fastify from 'fastify';
    import pg from 'pg';
    const migrate = async () => { const pool = new pg.Pool(); await pool.query('select 1'); await pool.end(); };
    async function main() {
      const command = process.argv[2];
      ${before}
      ${AFTER.replace('MARK', mark)}
    }
    main().catch((error) => { console.error(error); process.exit(1); });
  `,
  },
});
const LATE = ' // ! late';

table('no-late-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    main('a wait under a condition', "if (command === 'migrate') { await migrate(); }", LATE),
    main('a wait on the way of those who do not leave', "if (command === 'help') { return; } else { await migrate(); }", LATE),
    main('a wait after those who left', "if (command === 'help') return; await migrate();", LATE),
    main('a case that goes on', "switch (command) { case 'migrate': await migrate(); break; case 'help': return; }", LATE),
  ],
  silent: [
    main('a command that returns', "if (command === 'migrate') { await migrate(); return; }"),
    main('a command that throws', "if (command) { await migrate(); throw new Error('unknown command'); }"),
    main('a command that ends the process', "if (command === 'migrate') { await migrate(); process.exit(0); }"),
    main('a command in a block', "if (command === 'migrate') { { await migrate(); return; } }"),
    main('a case that returns', "switch (command) { case 'migrate': await migrate(); return; case 'help': return; }"),
    {
      name: 'another case',
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import pg from 'pg';
        const migrate = async () => { const pool = new pg.Pool(); await pool.query('select 1'); await pool.end(); };
        async function main() {
          switch (process.argv[2]) {
            case 'migrate':
              await migrate();
              break;
            default: {
              ${AFTER.replace('MARK', '')}
            }
          }
        }
        main().catch((error) => { console.error(error); process.exit(1); });
      `,
      },
    },
  ],
});
