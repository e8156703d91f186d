/** A module that is imported where it is used has no name that its use could be found by. */
import { table, type Case } from '../rules/table.js';

const FACTORY = "const express = require('express');\nmodule.exports = () => { const app = express(); return app; };\n";
const NAMED = "const express = require('express');\nexports.make = () => { const app = express(); return app; };\n";
const VALUE = "const express = require('express');\nexports.default = express();\n";
const CLASS = `
  const express = require('express');
  module.exports = class { constructor() { this.app = express(); } };
`;

const ways: readonly (readonly [main: string, app: string])[] = [
  ["const app = require('./app')(); HERE app.listen(3000);", FACTORY],
  ["HERE require('./app')().listen(3000);", FACTORY],
  ["HERE require('http').createServer(require('./app')()).listen(3000);", FACTORY],
  ["HERE new (require('./app'))().app.listen(3000);", CLASS],
  ["const app = require('./app').make(); HERE app.listen(3000);", NAMED],
  ["const make = require('./app').make; HERE make().listen(3000);", NAMED],
  ["const start = () => { const make = require('./app'); const app = make(); HERE app.listen(3000); }; start();", FACTORY],
  ["const start = async () => { const { make } = await import('./app.js'); HERE make().listen(3000); }; start();", NAMED],
  ["const start = async () => { const app = (await import('./app.js')).default; HERE app.listen(3000); }; start();", VALUE],
];

const cases = (here: string, after: string, mark: string): readonly Case[] =>
  ways.map(([main, app]) => ({
    name: main,
    manifest: { main: 'index.js', scripts: { start: 'node index.js' } },
    files: { 'index.js': `${main.replace('HERE ', here).replace('listen(3000);', `listen(3000);${after}${mark}\n`)}\n`, 'app.js': app },
  }));

table('require-sigterm-listener', {
  at: /listen/u,
  reports: cases('', '', ' // ! missing'),
  silent: cases('const server = ', " process.on('SIGTERM', () => server.close());", ''),
});
