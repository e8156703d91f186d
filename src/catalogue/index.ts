import type { Library } from './shape.js';
import { agenda } from './libraries/agenda.js';
import { agentkeepalive } from './libraries/agentkeepalive.js';
import { amqpConnectionManager } from './libraries/amqp-connection-manager.js';
import { amqplib } from './libraries/amqplib.js';
import { apolloServer3 } from './libraries/apollo-server-3.js';
import { apolloServer } from './libraries/apollo-server.js';
import { applicationinsights } from './libraries/applicationinsights.js';
import { async } from './libraries/async.js';
import { asyncExitHook } from './libraries/async-exit-hook.js';
import { awilix } from './libraries/awilix.js';
import { awsSdk } from './libraries/aws-sdk.js';
import { axios } from './libraries/axios.js';
import { azureServiceBus } from './libraries/azure-service-bus.js';
import { bcrypt } from './libraries/bcrypt.js';
import { beeQueue } from './libraries/bee-queue.js';
import { betterSqlite3 } from './libraries/better-sqlite3.js';
import { bluebird } from './libraries/bluebird.js';
import { bree } from './libraries/bree.js';
import { bull } from './libraries/bull.js';
import { bullmq } from './libraries/bullmq.js';
import { bunyan } from './libraries/bunyan.js';
import { cac } from './libraries/cac.js';
import { cassandraDriver } from './libraries/cassandra-driver.js';
import { chokidar } from './libraries/chokidar.js';
import { citty } from './libraries/citty.js';
import { clickhouse } from './libraries/clickhouse.js';
import { closeWithGrace } from './libraries/close-with-grace.js';
import { commander } from './libraries/commander.js';
import { confluentKafkaJavascript } from './libraries/confluent-kafka-javascript.js';
import { connectNode } from './libraries/connect-node.js';
import { connect } from './libraries/connect.js';
import { couchbase } from './libraries/couchbase.js';
import { cron } from './libraries/cron.js';
import { croner } from './libraries/croner.js';
import { ddTrace } from './libraries/dd-trace.js';
import { death } from './libraries/death.js';
import { discord } from './libraries/discord.js';
import { drizzleOrm } from './libraries/drizzle-orm.js';
import { elasticApmNode } from './libraries/elastic-apm-node.js';
import { elasticsearch } from './libraries/elasticsearch.js';
import { engineIo } from './libraries/engine-io.js';
import { eris } from './libraries/eris.js';
import { execa } from './libraries/execa.js';
import { exitHook } from './libraries/exit-hook.js';
import { expressAsyncErrors } from './libraries/express-async-errors.js';
import { expressAsyncHandler } from './libraries/express-async-handler.js';
import { expressGracefulShutdown } from './libraries/express-graceful-shutdown.js';
import { expressHealthcheck } from './libraries/express-healthcheck.js';
import { express } from './libraries/express.js';
import { fastifyAutoload } from './libraries/fastify-autoload.js';
import { fastifyCli } from './libraries/fastify-cli.js';
import { fastifyGracefulShutdown } from './libraries/fastify-graceful-shutdown.js';
import { fastifyMongodb } from './libraries/fastify-mongodb.js';
import { fastifyMysql } from './libraries/fastify-mysql.js';
import { fastifyPlugin } from './libraries/fastify-plugin.js';
import { fastifyPostgres } from './libraries/fastify-postgres.js';
import { fastifyRedis } from './libraries/fastify-redis.js';
import { fastifySchedule } from './libraries/fastify-schedule.js';
import { fastifyWebsocket } from './libraries/fastify-websocket.js';
import { fastify } from './libraries/fastify.js';
import { feathers } from './libraries/feathers.js';
import { firebaseAdmin } from './libraries/firebase-admin.js';
import { fsExtra } from './libraries/fs-extra.js';
import { functionsFramework } from './libraries/functions-framework.js';
import { googleCloudLogging } from './libraries/google-cloud-logging.js';
import { googleCloudPubsub } from './libraries/google-cloud-pubsub.js';
import { got } from './libraries/got.js';
import { gracefulServer } from './libraries/graceful-server.js';
import { graphileScheduler } from './libraries/graphile-scheduler.js';
import { graphileWorker } from './libraries/graphile-worker.js';
import { graphqlWs } from './libraries/graphql-ws.js';
import { graphqlYoga } from './libraries/graphql-yoga.js';
import { grpcJs } from './libraries/grpc-js.js';
import { h3 } from './libraries/h3.js';
import { hapi } from './libraries/hapi.js';
import { hatchet } from './libraries/hatchet.js';
import { healthConnect } from './libraries/health-connect.js';
import { hocuspocus } from './libraries/hocuspocus.js';
import { honoNodeServer } from './libraries/hono-node-server.js';
import { hono } from './libraries/hono.js';
import { hotShots } from './libraries/hot-shots.js';
import { httpGracefulShutdown } from './libraries/http-graceful-shutdown.js';
import { httpShutdown } from './libraries/http-shutdown.js';
import { httpTerminator } from './libraries/http-terminator.js';
import { inngest } from './libraries/inngest.js';
import { inversifyExpressUtils } from './libraries/inversify-express-utils.js';
import { inversify } from './libraries/inversify.js';
import { ioredis } from './libraries/ioredis.js';
import { kafkajs } from './libraries/kafkajs.js';
import { keyv } from './libraries/keyv.js';
import { killable } from './libraries/killable.js';
import { knex } from './libraries/knex.js';
import { koaRouter } from './libraries/koa-router.js';
import { koa } from './libraries/koa.js';
import { kue } from './libraries/kue.js';
import { ky } from './libraries/ky.js';
import { kysely } from './libraries/kysely.js';
import { ladjsGraceful } from './libraries/ladjs-graceful.js';
import { launchdarkly } from './libraries/launchdarkly-node-server-sdk.js';
import { level } from './libraries/level.js';
import { libsqlClient } from './libraries/libsql-client.js';
import { lightship } from './libraries/lightship.js';
import { listhen } from './libraries/listhen.js';
import { log4js } from './libraries/log4js.js';
import { loglevel } from './libraries/loglevel.js';
import { loopback } from './libraries/loopback.js';
import { mariadb } from './libraries/mariadb.js';
import { memcached } from './libraries/memcached.js';
import { micro } from './libraries/micro.js';
import { mikroOrm } from './libraries/mikro-orm.js';
import { moleculer } from './libraries/moleculer.js';
import { mongodb } from './libraries/mongodb.js';
import { mongoose } from './libraries/mongoose.js';
import { mqtt } from './libraries/mqtt.js';
import { mssql } from './libraries/mssql.js';
import { mysql } from './libraries/mysql.js';
import { mysql2 } from './libraries/mysql2.js';
import { nats } from './libraries/nats.js';
import { neo4jDriver } from './libraries/neo4j-driver.js';
import { neonServerless } from './libraries/neon-serverless.js';
import { nestjsBullmq } from './libraries/nestjs-bullmq.js';
import { nestjsCommon } from './libraries/nestjs-common.js';
import { nestjsCore } from './libraries/nestjs-core.js';
import { nestjsGracefulShutdown } from './libraries/nestjs-graceful-shutdown.js';
import { nestjsMicroservices } from './libraries/nestjs-microservices.js';
import { nestjsSchedule } from './libraries/nestjs-schedule.js';
import { nestjsTerminus } from './libraries/nestjs-terminus.js';
import { nestjsTypeorm } from './libraries/nestjs-typeorm.js';
import { nestjsWebsockets } from './libraries/nestjs-websockets.js';
import { newrelic } from './libraries/newrelic.js';
import { next } from './libraries/next.js';
import { nitropack } from './libraries/nitropack.js';
import { nodeCache } from './libraries/node-cache.js';
import { nodeChildProcess } from './libraries/node-child-process.js';
import { nodeCluster } from './libraries/node-cluster.js';
import { nodeConsole } from './libraries/node-console.js';
import { nodeCron } from './libraries/node-cron.js';
import { nodeCrypto } from './libraries/node-crypto.js';
import { nodeDgram } from './libraries/node-dgram.js';
import { nodeDns } from './libraries/node-dns.js';
import { nodeEvents } from './libraries/node-events.js';
import { nodeFetch } from './libraries/node-fetch.js';
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
import { nodeNatsStreaming } from './libraries/node-nats-streaming.js';
import { nodeRdkafka } from './libraries/node-rdkafka.js';
import { nodeReadline } from './libraries/node-readline.js';
import { nodeSchedule } from './libraries/node-schedule.js';
import { nodeStreamPromises } from './libraries/node-stream-promises.js';
import { nodeStream } from './libraries/node-stream.js';
import { nodeTimersPromises } from './libraries/node-timers-promises.js';
import { nodeTimers } from './libraries/node-timers.js';
import { nodeTelegramBotApi } from './libraries/node-telegram-bot-api.js';
import { nodeTls } from './libraries/node-tls.js';
import { nodeUtil } from './libraries/node-util.js';
import { nodeWorkerThreads } from './libraries/node-worker-threads.js';
import { nodeZlib } from './libraries/node-zlib.js';
import { nodemon } from './libraries/nodemon.js';
import { nuxt } from './libraries/nuxt.js';
import { objection } from './libraries/objection.js';
import { oclif } from './libraries/oclif.js';
import { opensearch } from './libraries/opensearch.js';
import { opentelemetrySdkMetrics } from './libraries/opentelemetry-sdk-metrics.js';
import { opentelemetrySdkNode } from './libraries/opentelemetry-sdk-node.js';
import { opentelemetrySdkTrace } from './libraries/opentelemetry-sdk-trace.js';
import { oracledb } from './libraries/oracledb.js';
import { pEvent } from './libraries/p-event.js';
import { pgBoss } from './libraries/pg-boss.js';
import { pgPromise } from './libraries/pg-promise.js';
import { pg } from './libraries/pg.js';
import { pino } from './libraries/pino.js';
import { piscina } from './libraries/piscina.js';
import { pm2 } from './libraries/pm2.js';
import { polka } from './libraries/polka.js';
import { postgres } from './libraries/postgres.js';
import { posthogNode } from './libraries/posthog-node.js';
import { prismaClient } from './libraries/prisma-client.js';
import { promClient } from './libraries/prom-client.js';
import { rascal } from './libraries/rascal.js';
import { redis } from './libraries/redis.js';
import { remixRun } from './libraries/remix-run.js';
import { restify } from './libraries/restify.js';
import { routingControllers } from './libraries/routing-controllers.js';
import { rethinkKnexAdapter } from './libraries/rethink-knex-adapter.js';
import { rhea } from './libraries/rhea.js';
import { sails } from './libraries/sails.js';
import { sentryNode } from './libraries/sentry-node.js';
import { sequelize } from './libraries/sequelize.js';
import { serverDestroy } from './libraries/server-destroy.js';
import { signalExit } from './libraries/signal-exit.js';
import { slackBolt } from './libraries/slack-bolt.js';
import { slonik } from './libraries/slonik.js';
import { socketIoClient } from './libraries/socket-io-client.js';
import { socketIo } from './libraries/socket-io.js';
import { sqlite3 } from './libraries/sqlite3.js';
import { sqsConsumer } from './libraries/sqs-consumer.js';
import { srvx } from './libraries/srvx.js';
import { stoppable } from './libraries/stoppable.js';
import { strapi } from './libraries/strapi.js';
import { superagent } from './libraries/superagent.js';
import { tedious } from './libraries/tedious.js';
import { grammy, telegraf } from './libraries/telegram.js';
import { temporalioWorker } from './libraries/temporalio-worker.js';
import { terminus } from './libraries/terminus.js';
import { throng } from './libraries/throng.js';
import { toadScheduler } from './libraries/toad-scheduler.js';
import { trpcServer } from './libraries/trpc-server.js';
import { tsyringe } from './libraries/tsyringe.js';
import { typedi } from './libraries/typedi.js';
import { typeorm } from './libraries/typeorm.js';
import { underPressure } from './libraries/under-pressure.js';
import { undici } from './libraries/undici.js';
import { unleashClient } from './libraries/unleash-client.js';
import { uwebsockets } from './libraries/uwebsockets.js';
import { vasync } from './libraries/vasync.js';
import { winston } from './libraries/winston.js';
import { ws } from './libraries/ws.js';
import { yargs } from './libraries/yargs.js';

/** The only register of libraries. */
export const libraries: readonly Library[] = [
  agenda,
  agentkeepalive,
  amqpConnectionManager,
  ...amqplib,
  apolloServer3,
  apolloServer,
  applicationinsights,
  async,
  asyncExitHook,
  awilix,
  awsSdk,
  axios,
  azureServiceBus,
  bcrypt,
  beeQueue,
  betterSqlite3,
  bluebird,
  bree,
  bull,
  bullmq,
  bunyan,
  cac,
  cassandraDriver,
  chokidar,
  citty,
  clickhouse,
  closeWithGrace,
  commander,
  confluentKafkaJavascript,
  connectNode,
  connect,
  couchbase,
  cron,
  croner,
  ddTrace,
  death,
  ...discord,
  drizzleOrm,
  elasticApmNode,
  elasticsearch,
  engineIo,
  eris,
  execa,
  exitHook,
  expressAsyncErrors,
  expressAsyncHandler,
  expressGracefulShutdown,
  expressHealthcheck,
  ...express,
  fastifyAutoload,
  fastifyCli,
  fastifyGracefulShutdown,
  fastifyMongodb,
  fastifyMysql,
  fastifyPlugin,
  fastifyPostgres,
  fastifyRedis,
  fastifySchedule,
  fastifyWebsocket,
  fastify,
  feathers,
  firebaseAdmin,
  fsExtra,
  functionsFramework,
  googleCloudLogging,
  googleCloudPubsub,
  got,
  gracefulServer,
  graphileScheduler,
  graphileWorker,
  graphqlWs,
  graphqlYoga,
  grpcJs,
  h3,
  ...hapi,
  hatchet,
  healthConnect,
  hocuspocus,
  honoNodeServer,
  hono,
  ...hotShots,
  httpGracefulShutdown,
  httpShutdown,
  httpTerminator,
  inngest,
  inversify,
  inversifyExpressUtils,
  ioredis,
  kafkajs,
  keyv,
  killable,
  knex,
  koaRouter,
  koa,
  kue,
  ky,
  kysely,
  ladjsGraceful,
  launchdarkly,
  level,
  libsqlClient,
  lightship,
  listhen,
  log4js,
  loglevel,
  loopback,
  mariadb,
  memcached,
  micro,
  mikroOrm,
  moleculer,
  ...mongodb,
  ...mongoose,
  mqtt,
  mssql,
  mysql,
  ...mysql2,
  nats,
  neo4jDriver,
  neonServerless,
  nestjsBullmq,
  nestjsCommon,
  ...nestjsCore,
  nestjsGracefulShutdown,
  nestjsMicroservices,
  nestjsSchedule,
  nestjsTerminus,
  nestjsTypeorm,
  nestjsWebsockets,
  newrelic,
  next,
  nitropack,
  nodeCache,
  nodeChildProcess,
  nodeCluster,
  nodeConsole,
  nodeCron,
  nodeCrypto,
  nodeDgram,
  ...nodeDns,
  nodeEvents,
  nodeFetch,
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
  nodeNatsStreaming,
  nodeRdkafka,
  nodeReadline,
  nodeSchedule,
  nodeStreamPromises,
  nodeStream,
  nodeTimersPromises,
  nodeTimers,
  nodeTelegramBotApi,
  nodeTls,
  nodeUtil,
  nodeWorkerThreads,
  nodeZlib,
  nodemon,
  nuxt,
  objection,
  oclif,
  opensearch,
  opentelemetrySdkMetrics,
  opentelemetrySdkNode,
  opentelemetrySdkTrace,
  oracledb,
  pEvent,
  pgBoss,
  pgPromise,
  pg,
  pino,
  piscina,
  pm2,
  polka,
  postgres,
  posthogNode,
  prismaClient,
  promClient,
  rascal,
  ...redis,
  ...remixRun,
  restify,
  routingControllers,
  rethinkKnexAdapter,
  rhea,
  sails,
  sentryNode,
  sequelize,
  serverDestroy,
  signalExit,
  slackBolt,
  slonik,
  socketIoClient,
  ...socketIo,
  sqlite3,
  sqsConsumer,
  srvx,
  stoppable,
  strapi,
  superagent,
  tedious,
  grammy,
  telegraf,
  temporalioWorker,
  terminus,
  throng,
  toadScheduler,
  trpcServer,
  tsyringe,
  typedi,
  typeorm,
  underPressure,
  undici,
  unleashClient,
  uwebsockets,
  vasync,
  winston,
  ws,
  yargs,
];
