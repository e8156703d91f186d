/**
 * Keep-alive clients that ask again and again, before and after the signal, as a balancer's connections do. Routing is modelled
 * after Kubernetes: an established connection stays with the service, and a new one goes to it until half a second after the signal.
 */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const CLIENTS = 8;

/** Milliseconds after the signal in which routers still send new connections. */
const ROUTING_LAG = 500;

/** Milliseconds after the signal in which clients go on. */
const TRAFFIC = 12_000;

export function begin({ port, path = '/work', secure = false, idle = 3, silent = 0 }) {
  const traffic = { requests: 0, lost: 0, refused: 0, unavailable: 0, errors: new Set(), signalledAt: Infinity, isOver: false };
  const target = { port, path, module: secure ? https : http };
  const clients = Array.from({ length: CLIENTS }, () => client(target, traffic));
  const idlers = Array.from({ length: idle }, () => idler(target, traffic));
  const sockets = Array.from({ length: silent }, () => silentSocket(port));
  return {
    signalled() {
      traffic.signalledAt = performance.now();
    },
    /** Once the process is gone. */
    async end() {
      traffic.isOver = true;
      await Promise.all([...clients, ...idlers]);
      for (const socket of sockets) socket.destroy();
      const { requests, lost, refused, unavailable, errors } = traffic;
      return { requests, lost, refused, unavailable, errors: [...errors] };
    },
  };
}

async function client(target, traffic) {
  const agent = new target.module.Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  while (goesOn(agent, traffic)) {
    await request(target, agent, traffic);
    await sleep(Math.random() * 50);
  }
  agent.destroy();
}

/** Has moved on when it would need a new connection and routers know better by now. */
function goesOn(agent, { signalledAt, isOver }) {
  const since = performance.now() - signalledAt;
  const isConnected = Object.keys(agent.freeSockets).length > 0;
  return !isOver && since < TRAFFIC && (isConnected || since < ROUTING_LAG);
}

/** Asks once and then only holds its connection. */
async function idler(target, traffic) {
  const agent = new target.module.Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  await request(target, agent, traffic);
  while (!traffic.isOver) await sleep(100);
  agent.destroy();
}

/** Connected, and half a request: what a slow or a dead client looks like. */
function silentSocket(port) {
  const socket = net.connect(port, '127.0.0.1', () => socket.write('GET /work HTTP/1.1\r\nHost: lo'));
  return socket.on('error', () => undefined);
}

/** A request counts as lost when its connection was there and the whole answer was not. */
function request({ port, path, module }, agent, traffic) {
  traffic.requests += 1;
  return new Promise((resolve) => {
    const fail = (error) => {
      if (error.code === 'ECONNREFUSED') {
        traffic.requests -= 1;
        traffic.refused += 1;
      } else {
        traffic.lost += 1;
        traffic.errors.add(error.code ?? error.message);
      }
      resolve();
    };
    const sent = module.get({ port, path, agent, host: '127.0.0.1' }, (response) => {
      response.resume().once('error', fail);
      response.once('end', () => {
        if (response.statusCode === 503) traffic.unavailable += 1;
        else if (response.statusCode >= 400) return fail(new Error(`status ${response.statusCode}`));
        return resolve();
      });
    });
    sent.setTimeout(10_000, () => sent.destroy(new Error('no answer in 10 s'))).once('error', fail);
  });
}
