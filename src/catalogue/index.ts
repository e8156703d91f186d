import type { Library } from './shape.js';
import { pg, mysql2, mongoose, mongodb, redis, ioredis, prismaClient, knex, typeorm, sequelize, elasticsearch } from './libraries/databases.js';
import { express } from './libraries/express.js';
import { fastify } from './libraries/fastify.js';
import { terminus, lightship, httpTerminator, closeWithGrace, stoppable, httpGracefulShutdown, pino, winston, exitHook, axios } from './libraries/helpers.js';
import { koa, koaRouter } from './libraries/koa.js';
import { nestCore, nestCommon, nestSchedule, nestMicroservices } from './libraries/nestjs.js';
import { nodeChildProcess } from './libraries/node-child-process.js';
import { nodeCluster } from './libraries/node-cluster.js';
import { nodeConsole } from './libraries/node-console.js';
import { nodeCrypto } from './libraries/node-crypto.js';
import { nodeDgram } from './libraries/node-dgram.js';
import { nodeDns } from './libraries/node-dns.js';
import { nodeEvents } from './libraries/node-events.js';
import { nodeFsPromises } from './libraries/node-fs-promises.js';
import { nodeFs } from './libraries/node-fs.js';
import { nodeGlobals } from './libraries/node-globals.js';
import { nodeHttp } from './libraries/node-http.js';
import { nodeHttp2 } from './libraries/node-http2.js';
import { nodeHttps } from './libraries/node-https.js';
import { nodeNet } from './libraries/node-net.js';
import { nodePerfHooks } from './libraries/node-perf-hooks.js';
import { nodeProcess } from './libraries/node-process.js';
import { nodeReadline } from './libraries/node-readline.js';
import { nodeStreamPromises } from './libraries/node-stream-promises.js';
import { nodeStream } from './libraries/node-stream.js';
import { nodeTimersPromises } from './libraries/node-timers-promises.js';
import { nodeTimers } from './libraries/node-timers.js';
import { nodeTls } from './libraries/node-tls.js';
import { nodeUtil } from './libraries/node-util.js';
import { nodeWorkerThreads } from './libraries/node-worker-threads.js';
import { nodeZlib } from './libraries/node-zlib.js';
import { bullmq, bull, agenda, kafkajs, amqplib, nodeCron, cron, nodeSchedule } from './libraries/queues.js';
import { hapi, restify, honoNodeServer, hono, ws, socketIo, grpc, next, remix, fastifyCli } from './libraries/servers.js';

/** The only register of libraries. */
export const libraries: readonly Library[] = [
  pg,
  mysql2,
  mongoose,
  mongodb,
  redis,
  ioredis,
  prismaClient,
  knex,
  typeorm,
  sequelize,
  elasticsearch,
  express,
  fastify,
  terminus,
  lightship,
  httpTerminator,
  closeWithGrace,
  stoppable,
  httpGracefulShutdown,
  pino,
  winston,
  exitHook,
  axios,
  koa,
  koaRouter,
  nestCore,
  nestCommon,
  nestSchedule,
  nestMicroservices,
  nodeChildProcess,
  nodeCluster,
  nodeConsole,
  nodeCrypto,
  nodeDgram,
  ...nodeDns,
  nodeEvents,
  nodeFsPromises,
  nodeFs,
  nodeGlobals,
  nodeHttp,
  nodeHttp2,
  nodeHttps,
  nodeNet,
  nodePerfHooks,
  nodeProcess,
  nodeReadline,
  nodeStreamPromises,
  nodeStream,
  nodeTimersPromises,
  nodeTimers,
  nodeTls,
  nodeUtil,
  nodeWorkerThreads,
  nodeZlib,
  bullmq,
  bull,
  agenda,
  kafkajs,
  amqplib,
  nodeCron,
  cron,
  nodeSchedule,
  hapi,
  restify,
  honoNodeServer,
  hono,
  ws,
  socketIo,
  grpc,
  next,
  remix,
  fastifyCli,
];
