import type { Library, Member } from '../shape.js';

const members: Readonly<Record<string, Member>> = {
  setInterval: { returns: 'Timeout', opens: true, timer: 'repeating', calls: [{ at: 0, role: 'timer' }] },
  setTimeout: { returns: 'Timeout', opens: true, timer: 'once', calls: [{ at: 0, role: 'timer' }] },
  setImmediate: { returns: 'Timeout', opens: true, timer: 'once', calls: [{ at: 0, role: 'timer' }] },
  clearInterval: { clears: 0 },
  clearTimeout: { clears: 0 },
  clearImmediate: { clears: 0 },
};

/** A referenced timer keeps the process alive; measured on Node.js 20 to 26. */
export const nodeTimers: Library = {
  name: 'node:timers',
  manual: 'https://nodejs.org/api/timers.html#timeoutunref',
  verified: 'measured',
  globals: members,
  exports: { default: { members }, ...members },
  types: {
    Timeout: {
      label: 'timer',
      kind: 'timer',
      keepsAlive: true,
      members: {
        unref: { unrefs: true, returns: 'this' },
        ref: { returns: 'this' },
        close: { clears: 'this' },
        refresh: { returns: 'this' },
        hasRef: {},
        '@@dispose': { clears: 'this' },
      },
    },
    Timer: { label: 'timer', kind: 'timer', extends: ['Timeout'] },
    Immediate: { label: 'timer', kind: 'timer', extends: ['Timeout'] },
  },
  examples: [
    {
      code: `import http from 'node:http';

const timer = setInterval(() => console.log('tick'), 1000);
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  clearInterval(timer); // close
  server.close(() => process.exit(0));
});
`,
      opens: ['Timeout', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
