/** Keep-alive clients that ask again and again, before and after the signal, as the connections of a balancer do. */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { asking, controls, countTraffic, failed } from './clients.mjs';

const CLIENTS = 8;

/** `idle`: connections on which nothing is asked any more; `silent`: connections with half a request. */
export function begin({ port, secure = false, idle = 3, silent = 0, broken = false }) {
  const traffic = countTraffic();
  const target = { port, module: secure ? https : http };
  const clients = Array.from({ length: CLIENTS }, (_, index) => client(target, traffic, index));
  const idlers = Array.from({ length: idle }, () => idler(target, traffic));
  const sockets = Array.from({ length: silent }, () => silentSocket(port));
  const load = controls(traffic, [...clients, ...idlers], () => {
    for (const socket of sockets) socket.destroy();
  });
  return broken ? { ...load, signalled: () => breakIt(target, traffic) } : load;
}

/** Instead of a signal: the request at which the service does what it should not. */
function breakIt({ port, module }, traffic) {
  traffic.signalledAt = performance.now();
  module.get({ port, path: '/broken', agent: false, host: '127.0.0.1' }, (response) => response.resume()).on('error', () => undefined);
}

async function client(target, traffic, index) {
  const agent = agentFor(target);
  await asking(
    index,
    traffic,
    () => Object.keys(agent.freeSockets).length > 0,
    () => request(target, agent, traffic),
  );
  agent.destroy();
}

function agentFor({ module }) {
  return new module.Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
}

async function idler(target, traffic) {
  const agent = agentFor(target);
  await request(target, agent, traffic);
  while (!traffic.isOver) await sleep(100);
  agent.destroy();
}

/** What a slow or a dead client looks like. */
function silentSocket(port) {
  const socket = net.connect(port, '127.0.0.1', () => socket.write('GET /work HTTP/1.1\r\nHost: lo'));
  return socket.on('error', () => undefined);
}

function request({ port, module }, agent, traffic) {
  traffic.requests += 1;
  return new Promise((resolve) => {
    const fail = (error) => {
      failed(traffic, error);
      resolve();
    };
    const sent = module.get({ port, path: '/work', agent, host: '127.0.0.1' }, (response) => {
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
