/** `bin/www` of the Express generator has no extension that would tell what it is written in. */
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { linted } from '../cli/command.js';
import { projectOf } from './built.js';
import { findingsWith } from './eslint-run.js';

const serving = "const server = require('http').createServer(require('../app')).listen(3000);\n";
const programs = {
  'of CommonJS': { www: `#!/usr/bin/env node\n${serving}`, found: ['bin/www:2 require-sigterm-listener'] },
  'that only a script can be': {
    www: `#!/usr/bin/env node\nif (process.env.SKIP) return;\n${serving}`,
    found: ['bin/www:3 require-sigterm-listener'],
  },
  'of modules': {
    www: "#!/usr/bin/env node\nimport http from 'node:http';\nimport app from '../app.js';\nhttp.createServer(app).listen(3000);\n",
    found: ['bin/www:4 require-sigterm-listener'],
  },
  'of the shell': { www: '#!/bin/sh\nexec node app.js\n', found: [] },
  'of the shell, which reads like JavaScript': { www: '#!/bin/sh\nserve\n', found: [] },
  'of no language that is known': { www: 'exec node app.js\n', found: [] },
};

test.each(Object.entries(programs))('a bin/www %s', async (name, { www, found }) => {
  const app =
    name === 'of modules' ? "import express from 'express';\nexport default express();\n" : "module.exports = require('express')();\n";
  const files = { 'package.json': JSON.stringify({ name: 'a', scripts: { start: 'node ./bin/www' } }), 'app.js': app, 'bin/www': www };
  const unused = { rules: { 'no-unused-expressions': 'error' } } as const;
  expect(await findingsWith(projectOf(files), [...plugin.configs.recommended, unused])).toEqual(found);
  expect(await linted(files)).toMatchObject({ notes: found });
});
