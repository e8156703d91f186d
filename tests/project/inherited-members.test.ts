/** What a class of the project gives to those that extend it, without naming a field. */
import { js, table } from '../rules/table.js';

table('no-exit-before-close', {
  at: /^process\.exit\(/u,
  reports: [
    {
      name: 'a field that the constructor of the base writes',
      files: js`
      import http from 'node:http';
      class Base { constructor(server) { this.server = server; } }
      class Adapter extends Base {
        constructor(server) { super(server); this.name = 'adapter'; }
        stop() { this.server.close(); }
      }
      const adapter = new Adapter(http.createServer((req, res) => res.end()).listen(3000));
      process.once('SIGTERM', () => {
        adapter.stop();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a method of the base, called by super',
      files: js`
      import http from 'node:http';
      class Base {
        constructor(server) { this.server = server; }
        stop() { this.server.close(); }
      }
      class Adapter extends Base { stop() { console.log('stop'); super.stop(); } }
      const adapter = new Adapter(http.createServer((req, res) => res.end()).listen(3000));
      process.once('SIGTERM', () => {
        adapter.stop();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a method of the class of a library, called by super through a class of the project',
      files: js`
      import http from 'node:http';
      class Base extends http.Server { name = 'base'; }
      class Adapter extends Base { stop() { super.close(); } }
      const adapter = new Adapter((req, res) => res.end());
      adapter.listen(3000);
      process.once('SIGTERM', () => {
        adapter.stop();
        process.exit(0); // ! pending
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a method of the base that waits, called by super',
      files: js`
      import http from 'node:http';
      class Base {
        constructor(server) { this.server = server; }
        stop(done) { this.server.close(done); }
      }
      class Adapter extends Base { stop(done) { super.stop(done); } }
      const adapter = new Adapter(http.createServer((req, res) => res.end()).listen(3000));
      process.once('SIGTERM', () => adapter.stop(() => process.exit(0)));
    `,
    },
  ],
});
