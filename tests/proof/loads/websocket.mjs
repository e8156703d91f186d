/** Sockets with one message after the other, each of which has an answer; a socket that is closed with 1001 is left. */
import { once } from 'node:events';
import { asking, controls, countTraffic, failed } from './clients.mjs';
import { begin as beginHttp } from './http.mjs';
import { packageOf } from '../packages.mjs';

const CLIENTS = 4;

/** The client is told that the server goes, and asks again elsewhere: no loss, as a 503 is none. */
const GOING_AWAY = 1001;

export function begin({ port, http = false }) {
  const traffic = countTraffic();
  const beside = http ? beginHttp({ port }) : undefined;
  const load = controls(
    traffic,
    Array.from({ length: CLIENTS }, (_, index) => client(port, traffic, index)),
  );
  return beside ? joined(load, beside) : load;
}

function joined(one, other) {
  return {
    signalled() {
      one.signalled();
      other.signalled();
    },
    async end() {
      const [a, b] = await Promise.all([one.end(), other.end()]);
      const sum = (key) => a[key] + b[key];
      return {
        requests: sum('requests'),
        lost: sum('lost'),
        refused: sum('refused'),
        unavailable: sum('unavailable'),
        errors: [...a.errors, ...b.errors],
      };
    },
  };
}

async function client(port, traffic, index) {
  const { WebSocket } = packageOf('ws');
  let socket;
  const isConnected = () => socket?.readyState === WebSocket.OPEN;
  await asking(index, traffic, isConnected, async () => {
    traffic.requests += 1;
    try {
      if (!isConnected()) socket = await connect(new WebSocket(`ws://127.0.0.1:${port}`));
      await say(socket);
    } catch (error) {
      failed(traffic, error);
    }
  });
  socket?.terminate();
}

async function connect(socket) {
  await once(socket, 'open');
  return socket.on('error', () => undefined);
}

/** The answer has to come before the socket is closed, whoever closes it. */
async function say(socket) {
  const answered = new Promise((resolve, reject) => {
    const closed = (code) => reject(code === GOING_AWAY ? { code: 'told' } : new Error(`closed with ${code} before the answer`));
    socket.once('close', closed).once('message', () => {
      socket.off('close', closed);
      resolve();
    });
  });
  socket.send('work');
  await answered;
}
