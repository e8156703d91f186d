/** Sessions with one request after the other; a session that says goodbye is left, and a new one opened. */
import http2 from 'node:http2';
import { asking, controls, countTraffic, failed } from './clients.mjs';

const CLIENTS = 6;

/** The server has not looked at it: to be asked elsewhere. https://www.rfc-editor.org/rfc/rfc9113#section-8.7 */
const REFUSED_STREAM = 7;

export function begin({ port }) {
  const traffic = countTraffic();
  return controls(
    traffic,
    Array.from({ length: CLIENTS }, (_, index) => client(port, traffic, index)),
  );
}

async function client(port, traffic, index) {
  let session;
  const isConnected = () => session !== undefined && !session.closed && !session.destroyed;
  await asking(index, traffic, isConnected, async () => {
    if (!isConnected()) session = connect(port);
    await request(session, traffic);
  });
  session?.destroy();
}

/** The server's GOAWAY closes a session of Node.js for new requests. */
function connect(port) {
  return http2.connect(`http://127.0.0.1:${port}`).on('error', () => undefined);
}

function request(session, traffic) {
  traffic.requests += 1;
  return new Promise((resolve) => {
    const stream = session.request({ ':path': '/work' });
    let error;
    stream.once('error', (reason) => {
      error = reason;
    });
    stream.resume().once('close', () => {
      if (stream.rstCode === REFUSED_STREAM) failed(traffic, { code: 'ECONNREFUSED' });
      else if (error || stream.rstCode !== 0) failed(traffic, error ?? new Error(`reset ${stream.rstCode}`));
      resolve();
    });
  });
}
