/** Loaded before the command: writes down each file and folder whose content is read. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const seen = new Set();

function record(owner, name) {
  const whole = owner[name];
  owner[name] = (file, ...others) => {
    if (typeof file === 'string' || file instanceof URL) seen.add(file instanceof URL ? fileURLToPath(file) : file);
    return whole.call(owner, file, ...others);
  };
}

for (const name of ['readFileSync', 'readFile', 'openSync', 'open', 'readdirSync', 'readdir', 'opendirSync', 'opendir', 'createReadStream'])
  record(fs, name);
for (const name of ['readFile', 'open', 'readdir', 'opendir']) record(fs.promises, name);
syncBuiltinESMExports();

const { writeFileSync } = fs;
process.on('exit', () => {
  writeFileSync(process.env.RECORD, JSON.stringify([...seen]));
});
