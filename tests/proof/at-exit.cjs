/** Loaded before a service: notes what is still open when it ends, which nobody can ask from outside. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const names = process
    ._getActiveHandles()
    .filter(isOpen)
    .map(({ constructor }) => constructor.name);
  writeFileSync(process.env.PROOF_AT_EXIT, JSON.stringify(names));
});

/**
 * A socket on which the end has been sent is closed; the pipes belong to whoever started the process. Redis answers QUIT before it
 * ends the connection, so that a socket to it may still be there when the client says that it has closed.
 */
function isOpen(handle) {
  const isPipe = [process.stdin, process.stdout, process.stderr].includes(handle) || handle.fd <= 2;
  const isRedis = process.env.REDIS_URL?.endsWith(`:${handle.remotePort}`);
  return !isPipe && !isRedis && !handle.destroyed && !handle.writableEnded && handle.listening !== false;
}
