/** Loaded before a service: notes what is still open when it ends, which nobody can ask from outside. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const handles = process._getActiveHandles().filter((handle) => handle.fd === undefined || handle.fd > 2);
  const names = handles.filter(isOpen).map(({ constructor }) => constructor.name);
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
  writeFileSync(process.env.PROOF_AT_EXIT, JSON.stringify([...names, ...timers]));
});

function isOpen(handle) {
  return !handle.destroyed && handle.listening !== false && !(handle.fd <= 2) && handle.isTTY === undefined && !isOutput(handle);
}

/** The pipes to whoever started the process. */
function isOutput(handle) {
  return handle === process.stdout || handle === process.stderr || handle === process.stdin;
}
