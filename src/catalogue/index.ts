import type { Library } from './shape.js';
import { agenda } from './libraries/agenda.js';
import { amqplib } from './libraries/amqplib.js';
import { asyncExitHook } from './libraries/async-exit-hook.js';
import { axios } from './libraries/axios.js';
import { beeQueue } from './libraries/bee-queue.js';
import { bull } from './libraries/bull.js';
import { bullmq } from './libraries/bullmq.js';
import { closeWithGrace } from './libraries/close-with-grace.js';
import { cron } from './libraries/cron.js';
import { death } from './libraries/death.js';
import { elasticsearch } from './libraries/elasticsearch.js';
import { exitHook } from './libraries/exit-hook.js';
import { express } from './libraries/express.js';
import { fastifyAutoload } from './libraries/fastify-autoload.js';
import { fastifyCli } from './libraries/fastify-cli.js';
import { fastifyPlugin } from './libraries/fastify-plugin.js';
import { fastify } from './libraries/fastify.js';
import { grpcJs } from './libraries/grpc-js.js';
import { hapi } from './libraries/hapi.js';
import { honoNodeServer } from './libraries/hono-node-server.js';
import { hono } from './libraries/hono.js';
import { httpGracefulShutdown } from './libraries/http-graceful-shutdown.js';
import { httpTerminator } from './libraries/http-terminator.js';
import { ioredis } from './libraries/ioredis.js';
import { kafkajs } from './libraries/kafkajs.js';
import { knex } from './libraries/knex.js';
import { koaRouter } from './libraries/koa-router.js';
import { koa } from './libraries/koa.js';
import { lightship } from './libraries/lightship.js';
import { mongodb } from './libraries/mongodb.js';
import { mongoose } from './libraries/mongoose.js';
import { mysql2 } from './libraries/mysql2.js';
import { nestjsCommon } from './libraries/nestjs-common.js';
import { nestjsCore } from './libraries/nestjs-core.js';
import { nestjsMicroservices } from './libraries/nestjs-microservices.js';
import { nestjsSchedule } from './libraries/nestjs-schedule.js';
import { next } from './libraries/next.js';
import { nodeChildProcess } from './libraries/node-child-process.js';
import { nodeCluster } from './libraries/node-cluster.js';
import { nodeConsole } from './libraries/node-console.js';
import { nodeCron } from './libraries/node-cron.js';
import { nodeCrypto } from './libraries/node-crypto.js';
import { nodeDgram } from './libraries/node-dgram.js';
import { nodeDns } from './libraries/node-dns.js';
import { nodeEvents } from './libraries/node-events.js';
import { nodeFsPromises } from './libraries/node-fs-promises.js';
import { nodeFs } from './libraries/node-fs.js';
import { nodeGlobals } from './libraries/node-globals.js';
import { nodeGracefulShutdown } from './libraries/node-graceful-shutdown.js';
import { nodeHttp } from './libraries/node-http.js';
import { nodeHttp2 } from './libraries/node-http2.js';
import { nodeHttps } from './libraries/node-https.js';
import { nodeNet } from './libraries/node-net.js';
import { nodePerfHooks } from './libraries/node-perf-hooks.js';
import { nodeProcess } from './libraries/node-process.js';
import { nodeReadline } from './libraries/node-readline.js';
import { nodeSchedule } from './libraries/node-schedule.js';
import { nodeStreamPromises } from './libraries/node-stream-promises.js';
import { nodeStream } from './libraries/node-stream.js';
import { nodeTimersPromises } from './libraries/node-timers-promises.js';
import { nodeTimers } from './libraries/node-timers.js';
import { nodeTls } from './libraries/node-tls.js';
import { nodeUtil } from './libraries/node-util.js';
import { nodeWorkerThreads } from './libraries/node-worker-threads.js';
import { nodeZlib } from './libraries/node-zlib.js';
import { pg } from './libraries/pg.js';
import { pino } from './libraries/pino.js';
import { prismaClient } from './libraries/prisma-client.js';
import { redis } from './libraries/redis.js';
import { remixRun } from './libraries/remix-run.js';
import { restify } from './libraries/restify.js';
import { sequelize } from './libraries/sequelize.js';
import { socketIo } from './libraries/socket-io.js';
import { stoppable } from './libraries/stoppable.js';
import { terminus } from './libraries/terminus.js';
import { typeorm } from './libraries/typeorm.js';
import { winston } from './libraries/winston.js';
import { ws } from './libraries/ws.js';

/** Every library that is known, the only register. Of several entries of one library the newest stands first. */
export const libraries: readonly Library[] = [
  agenda,
  ...amqplib,
  asyncExitHook,
  axios,
  beeQueue,
  bull,
  bullmq,
  closeWithGrace,
  cron,
  death,
  elasticsearch,
  exitHook,
  ...express,
  fastifyAutoload,
  fastifyCli,
  fastifyPlugin,
  fastify,
  grpcJs,
  hapi,
  honoNodeServer,
  hono,
  httpGracefulShutdown,
  httpTerminator,
  ioredis,
  kafkajs,
  knex,
  koaRouter,
  koa,
  lightship,
  mongodb,
  mongoose,
  ...mysql2,
  nestjsCommon,
  nestjsCore,
  nestjsMicroservices,
  nestjsSchedule,
  next,
  nodeChildProcess,
  nodeCluster,
  nodeConsole,
  nodeCron,
  nodeCrypto,
  nodeDgram,
  ...nodeDns,
  nodeEvents,
  nodeFsPromises,
  nodeFs,
  nodeGlobals,
  nodeGracefulShutdown,
  nodeHttp,
  nodeHttp2,
  nodeHttps,
  nodeNet,
  nodePerfHooks,
  nodeProcess,
  nodeReadline,
  nodeSchedule,
  nodeStreamPromises,
  nodeStream,
  nodeTimersPromises,
  nodeTimers,
  nodeTls,
  nodeUtil,
  nodeWorkerThreads,
  nodeZlib,
  pg,
  pino,
  prismaClient,
  ...redis,
  ...remixRun,
  restify,
  sequelize,
  socketIo,
  stoppable,
  terminus,
  typeorm,
  winston,
  ws,
];
