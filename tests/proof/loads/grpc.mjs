/** Unary calls, one after the other on the channel of each client. */
import { packageOf } from '../packages.mjs';
import { asking, controls, countTraffic, failed } from './clients.mjs';

const CLIENTS = 6;

/** The channel connects anew by itself: after the signal a client goes on as long as its calls are answered. */
export function begin({ port }) {
  const traffic = countTraffic();
  return controls(
    traffic,
    Array.from({ length: CLIENTS }, (_, index) => client(port, traffic, index)),
  );
}

async function client(port, traffic, index) {
  const { Client, credentials, status } = packageOf('@grpc/grpc-js');
  const channel = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  let isConnected = true;
  const ask = () =>
    new Promise((resolve) => {
      traffic.requests += 1;
      channel.makeUnaryRequest('/jobs.Jobs/Work', Buffer.from, String, `${index}`, (error) => {
        isConnected = error === null;
        if (error) failed(traffic, isRefused(error, status) ? { code: 'ECONNREFUSED' } : new Error(error.details));
        resolve();
      });
    });
  await asking(index, traffic, () => isConnected, ask);
  channel.close();
}

/** No connection could be made: the call never left the client. */
function isRefused({ code, details }, { UNAVAILABLE }) {
  return code === UNAVAILABLE && /No connection established|ECONNREFUSED/u.test(details);
}
