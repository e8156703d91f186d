/** The page that shows what the runs gave. */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PAGE = path.join(import.meta.dirname, '..', '..', 'docs', 'proof.md');

/** `0 of 51 lost, exit 0, 1.0 s`; of a worker these are messages. */
export function outcomeOf({ requests, lost, refused, unavailable, exit, milliseconds }) {
  const ending = exit === 'none' ? 'no end' : `exit ${exit}`;
  const time = milliseconds === undefined ? [] : [`${(milliseconds / 1000).toFixed(1)} s`];
  const told = unavailable > 0 ? [`${unavailable} told to leave`] : [];
  const turnedAway = refused > 0 ? [`${refused} refused`] : [];
  return [`${lost} of ${requests} lost`, ...told, ...turnedAway, ending, ...time].join(', ');
}

export function writePage(services, columns) {
  const head = ['service', `before, Node.js ${columns[0].version}`, ...columns.map(({ version }) => `after, Node.js ${version}`)];
  const rows = services.map(({ name, what }) => {
    const proofs = columns.map((column) => column.proofs.find((proof) => proof.name === name));
    return [
      what,
      outcomeOf(proofs[0].before),
      ...proofs.map(({ after, isProven }) => outcomeOf(after) + (isProven ? '' : ' **(by hand)**')),
    ];
  });
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const byHand = services.flatMap((service) => (service.byHand ? [`- ${service.what}: ${service.byHand}`] : []));
  writeFileSync(PAGE, TEXT.replace('MACHINE', machine()).replace('TABLE', table).replace('BY_HAND', byHand.join('\n')));
}

function machine() {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores, ${gigabytes} GB, Linux ${os.release().split('.').slice(0, 2).join('.')}`;
}

const TEXT = `# Proof

Each service below was started, put under load over loopback, sent SIGTERM, and watched until it was gone, up to
three times until its defect showed. Then the command line applied the suggestions (\`--fix-suggestions --config recommended\`) to a
copy, and the same was done again. This page is written by
\`npm run test:fixes -- --node 20,22,24,26 --write\`; the services and the loads stand in \`tests/proof\`.

Measured on MACHINE.

A request is *lost* when its connection was made and the whole answer did not come; a message of a worker, when its handler began and
did not end. Clients ask on their connections, one request after the other, for as long as these stay open; new connections go to
the service until half a second after the signal, as the routes of a cluster do. *Refused* counts attempts to connect, which a router
repeats elsewhere; *told to leave* is an answer with 503, or a WebSocket closed with a close frame. After the repair a service must lose nothing, end
with code 0 within its deadline, leave no server and no connection open, and have no finding left. Where the defect is a crash or an exit on purpose, the code must be 1;
a crash may lose what was in flight, since nothing of a process in an unknown state is to be trusted.

TABLE

## By hand

Where no suggestion can repair a service:

BY_HAND
- A dependency that its module does not export, or that is made inside of a function: export it, or a function that closes it, and
  [close it in the shutdown](the-shutdown-pattern.md#close-in-order).
- A shutdown that closes nothing in the file in which something is left open: a suggestion changes one file, and the finding stands where the
  thing is opened.
`;
