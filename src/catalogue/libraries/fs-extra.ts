import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The functions of `node:fs` and more, with promises. From its manual. */
export const fsExtra: Library = {
  name: 'fs-extra',
  modules: ['fs-extra', 'graceful-fs'],
  manual: 'https://github.com/jprichardson/node-fs-extra#methods',
  verified: 'manual',
  exports: {
    ...each(
      'readJsonSync readJSONSync writeJsonSync writeJSONSync outputFileSync outputJsonSync copySync moveSync removeSync emptyDirSync ensureDirSync ensureFileSync mkdirpSync mkdirsSync pathExistsSync readFileSync writeFileSync existsSync readdirSync statSync unlinkSync appendFileSync mkdirSync rmSync',
      { blocks: 'io' },
    ),
    ...each(
      'readJson readJSON writeJson writeJSON outputFile outputJson copy move remove emptyDir ensureDir ensureFile mkdirp pathExists readFile writeFile readdir stat unlink appendFile',
      { promise: true, calls: [{ at: 'last', role: 'completion' }] },
    ),
    createReadStream: { returns: 'node:stream#Readable', opens: false },
    createWriteStream: { returns: 'node:stream#Writable', opens: false },
  },
  examples: [
    {
      code: `import fs from 'fs-extra';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end(JSON.stringify(await fs.readJson('items.json')));
}).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
