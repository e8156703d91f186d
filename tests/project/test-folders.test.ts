/** Folders of tests by their names. */
import { table, type Case } from '../rules/table.js';

const inFolder = (folder: string, mark = ''): Case => ({
  name: folder,
  files: { [`${folder}/app.js`]: `import express from 'express';\nexpress().listen(3000);${mark}\n` },
});

table('require-sigterm-listener', {
  at: /listen/u,
  reports: ['src', 'contest-int', 'test-server'].map((folder) => inFolder(folder, ' // ! missing')),
  silent: ['test', 'test-int', 'tests_e2e', 'test-integration', 'integration-tests'].map((folder) => inFolder(folder)),
});
