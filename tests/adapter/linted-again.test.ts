/** The same source code object is linted again: by an editor that has kept it, and for every file by oxlint. */
import path from 'node:path';
import { Linter, type SourceCode } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf } from '../package/built.js';

const SERVICE = `import express from 'express';
const app = express();
app.get('/state', async (request, response) => {
  await fetch('http://stock/state');
  response.sendStatus(200);
});
app.listen(3000);
`;

test('with other settings it is another question', () => {
  const folder = projectOf({ 'package.json': '{"name":"shop","type":"module","main":"main.js"}', 'main.js': SERVICE });
  const linter = new Linter({ cwd: folder });
  const filename = path.join(folder, 'main.js');
  const messagesOf = (code: string | SourceCode, liveness: readonly string[]): readonly unknown[] =>
    linter
      .verify(
        code,
        {
          plugins: { 'graceful-shutdown': plugin },
          rules: { 'graceful-shutdown/no-blocking-probe': 'error' },
          settings: { 'graceful-shutdown': { probes: { liveness } } },
        },
        { filename },
      )
      .map(({ messageId }) => messageId);
  expect(messagesOf(SERVICE, ['/other'])).toEqual([]);
  const kept = linter.getSourceCode();
  expect(messagesOf(kept, ['/state'])).toEqual(['liveness']);
  expect(messagesOf(kept, ['/other'])).toEqual([]);
});
