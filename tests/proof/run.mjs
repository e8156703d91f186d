/**
 * Proves the suggestions by running services before and after them: `npm run test:fixes -- [--node 20,22] [--only NAME,NAME] [--write]`.
 */
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { defectsOf, prove } from './prove.mjs';
import { startServers } from './servers.mjs';
import { SERVICES } from './services.mjs';

const { values } = parseArgs({
  options: {
    node: { type: 'string', default: process.versions.node.split('.')[0] },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const wanted = SERVICES.filter(({ name }) => values.only === '' || values.only.split(',').some((one) => name.includes(one)));
const servers = await startServers([...new Set(wanted.flatMap(({ needs = [] }) => needs))]);
if (servers.missing.length) console.log('not installed:', servers.missing);
const queue = wanted.filter(({ needs = [] }) => needs.every((one) => servers.urls[one]));
const show = (r) =>
  r
    ? `${r.requests ?? '-'} req, ${defectsOf(r).join('; ') || 'fine'}, refused ${r.refused}, 503 ${r.unavailable}, ${r.milliseconds ?? '-'} ms`
    : '-';
async function worker() {
  for (let service = queue.shift(); service; service = queue.shift()) {
    try {
      const proof = await prove(service, {
        node: process.env.NODE_BIN ?? process.execPath,
        stripsTypes: !!process.env.NODE_BIN,
        servers: servers.urls,
        keep: values.keep,
      });
      console.log(
        `${service.name}\n   before ${show(proof.before)}\n   after  ${show(proof.after)}${proof.findings.length ? `\n   LEFT ${proof.findings.join('\n        ')}` : ''}${values.keep ? `\n   ${proof.folder}` : ''}`,
      );
      if (process.env.SHOW) console.log(proof.after.output);
    } catch (e) {
      console.log(service.name, 'FAILED', e.message);
    }
  }
}
await Promise.all(Array.from({ length: Number(values.jobs) }, worker));

await servers.stop();
