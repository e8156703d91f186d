/** Loaded before a service: notes what is still open when it ends, which nobody can ask from outside. */
const { writeFileSync } = require('node:fs');
const net = require('node:net');
const process = require('node:process');

/** How a client of a server says goodbye on its socket. Most say that they have closed then, which is before the socket ends. */
const GOODBYES = {
  REDIS_URL: (bytes) => /\bquit\b/iu.test(bytes.toString('latin1')),
  // The message Terminate.
  POSTGRES_URL: (bytes) => bytes.length === 5 && bytes[0] === 0x58,
  // A method frame of the class connection: close, or close-ok.
  RABBIT_URL: (bytes) => bytes.length > 10 && bytes[0] === 1 && bytes.readUInt16BE(7) === 10 && bytes.readUInt16BE(9) >= 50,
};

const goodbyes = new Map(
  Object.entries(GOODBYES).flatMap(([name, isGoodbye]) => (process.env[name] ? [[new URL(process.env[name]).port, isGoodbye]] : [])),
);

const left = new WeakSet();
const { write } = net.Socket.prototype;
net.Socket.prototype.write = function (chunk, ...rest) {
  const isGoodbye = goodbyes.get(String(this.remotePort));
  if (isGoodbye && (typeof chunk === 'string' || chunk?.length > 0) && isGoodbye(Buffer.from(chunk))) left.add(this);
  return write.call(this, chunk, ...rest);
};

process.on('exit', () => {
  const names = process
    ._getActiveHandles()
    .filter(isOpen)
    .map(({ constructor }) => constructor.name);
  writeFileSync(process.env.PROOF_AT_EXIT, JSON.stringify(names));
});

/** A socket on which the end has been sent is closed; the pipes belong to whoever started the process. */
function isOpen(handle) {
  const isPipe = [process.stdin, process.stdout, process.stderr].includes(handle) || handle.fd <= 2;
  return !isPipe && !left.has(handle) && !handle.destroyed && !handle.writableEnded && handle.listening !== false;
}
