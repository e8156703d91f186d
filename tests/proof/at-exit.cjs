/** Loaded before a service: notes what is still open when it ends, which nobody can ask from outside. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');

const SERVERS = new Set(
  ['REDIS_URL', 'POSTGRES_URL', 'RABBIT_URL'].flatMap((name) => (process.env[name] ? [new URL(process.env[name]).port] : [])),
);

process.on('exit', () => {
  const names = process
    ._getActiveHandles()
    .filter(isOpen)
    .map(({ constructor }) => constructor.name);
  writeFileSync(process.env.PROOF_AT_EXIT, JSON.stringify(names));
});

/**
 * A socket on which the end has been sent is closed; the pipes belong to whoever started the process. Clients of databases say that
 * they have closed once they have taken their leave, which is before their socket ends: whether they did is not seen here.
 */
function isOpen(handle) {
  const isPipe = [process.stdin, process.stdout, process.stderr].includes(handle) || handle.fd <= 2;
  const isToServer = SERVERS.has(String(handle.remotePort));
  return !isPipe && !isToServer && !handle.destroyed && !handle.writableEnded && handle.listening !== false;
}
