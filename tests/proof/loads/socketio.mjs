/** Events with an acknowledgement, one after the other; over WebSocket, spoken by hand since the client is a package of its own. */
import { once } from 'node:events';
import { packageOf } from '../packages.mjs';
import { asking, controls, countTraffic, failed } from './clients.mjs';

const CLIENTS = 4;

/** A close frame that gives no reason: the server took its leave, which is no loss, as a 503 is none. */
const WITHOUT_REASON = 1005;

export function begin({ port }) {
  const traffic = countTraffic();
  return controls(
    traffic,
    Array.from({ length: CLIENTS }, (_, index) => client(port, traffic, index)),
  );
}

async function client(port, traffic, index) {
  const { WebSocket } = packageOf('ws');
  let socket;
  const isConnected = () => socket?.readyState === WebSocket.OPEN && !socket.isLeft;
  await asking(index, traffic, isConnected, async () => {
    traffic.requests += 1;
    try {
      if (!isConnected()) socket = await connect(new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`));
      await say(socket);
    } catch (error) {
      failed(traffic, error);
    }
  });
  socket?.terminate();
}

/** https://socket.io/docs/v4/socket-io-protocol: 0 opens, 40 joins, 41 leaves, 2 and 3 are ping and pong, 42 is an event and 43 its answer. */
async function connect(socket) {
  await once(socket, 'open');
  socket
    .on('error', () => undefined)
    .on('message', (data) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      if (text.startsWith('41')) socket.isLeft = true;
      if (text.startsWith('40')) socket.emit('joined');
      if (text.startsWith('43')) socket.emit('answer');
    });
  socket.send('40');
  await once(socket, 'joined');
  return socket;
}

async function say(socket) {
  const answered = new Promise((resolve, reject) => {
    const closed = (code) =>
      reject(socket.isLeft || code === WITHOUT_REASON ? { code: 'told' } : new Error(`closed with ${code} before the answer`));
    socket.once('close', closed).once('answer', () => {
      socket.off('close', closed);
      resolve();
    });
  });
  socket.send('420["work",1]');
  await answered;
}
