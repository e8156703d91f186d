/** What clients of all kinds share: how long they go on, and what they count. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after the signal in which routers still send new connections; an established one stays with the service. */
const ROUTING_LAG = 500;

/** Milliseconds after the signal in which clients go on. */
const TRAFFIC = 12_000;

export function countTraffic() {
  return { requests: 0, lost: 0, refused: 0, unavailable: 0, errors: new Set(), signalledAt: Infinity, isOver: false };
}

/** A client has moved on when it would need a new connection and routers know better by now. */
export function goesOn({ signalledAt, isOver }, isConnected) {
  const since = performance.now() - signalledAt;
  return !isOver && since < TRAFFIC && (isConnected || since < ROUTING_LAG);
}

/** Clients that ask one after the other; each begins a little later, so that they are never all between two requests. */
export async function asking(index, traffic, isConnected, ask) {
  await sleep(index * 30);
  while (goesOn(traffic, isConnected())) {
    await ask();
    await sleep(Math.random() * 50);
  }
}

/** Notes why there is no answer. Without a connection nothing was lost: a router tries elsewhere. */
export function failed(traffic, error) {
  if (error.code === 'ECONNREFUSED') {
    traffic.requests -= 1;
    traffic.refused += 1;
    return;
  }
  if (error.code === 'told') {
    traffic.unavailable += 1;
    return;
  }
  traffic.lost += 1;
  traffic.errors.add(error.code ?? error.message);
}

/** `clients` end once the traffic is over. */
export function controls(traffic, clients, release = () => undefined) {
  return {
    signalled() {
      traffic.signalledAt = performance.now();
    },
    async end() {
      traffic.isOver = true;
      await Promise.all(clients);
      release();
      const { requests, lost, refused, unavailable, errors } = traffic;
      return { requests, lost, refused, unavailable, errors: [...errors] };
    },
  };
}
