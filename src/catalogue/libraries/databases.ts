import { each } from '../members.js';
import type { Library, Member, ThingType } from '../shape.js';

type Kind = 'database' | 'cache';
const base = (label: string, kind: Kind): Pick<ThingType, 'label' | 'kind' | 'phase' | 'keepsAlive' | 'needsClose' | 'anyCallIsIo'> => ({ label, kind, phase: 'close-dependencies', keepsAlive: true, needsClose: true, anyCallIsIo: true });
const example = (head: string, close: string, opens: string): Library['examples'] => [{
  code: `import http from 'node:http';\n${head}\nconst server = http.createServer((request, response) => response.end('ok')).listen(3000);\n\nprocess.on('SIGTERM', async () => {\n  await new Promise((resolve) => server.close(resolve));\n  await ${close}; // close\n  process.exit(0);\n});\n`,
  opens: [opens], live: true,
}];
const silent = { '*': { role: 'event' } } as const;
const end: Member = { promise: true, closes: { style: 'either', drains: true } };

/** pg-pool index.js: `end()` waits for running queries; a second one rejects. */
export const pg: Library = {
  name: 'pg', modules: ['pg', 'pg-pool', 'pg-native'], manual: 'https://node-postgres.com/apis/pool#poolend', verified: 'measured',
  exports: { default: { returns: 'Pool', opens: true, members: { Pool: { returns: 'Pool', opens: true }, Client: { returns: 'Client', opens: true } } }, Pool: { returns: 'Pool', opens: true }, Client: { returns: 'Client', opens: true }, types: {}, native: {} },
  types: {
    Pool: { ...base('connection pool', 'database'), timeouts: ['0.query_timeout', '0.statement_timeout', '0.connectionTimeoutMillis'], members: { end, connect: { resolves: 'PoolClient', io: true }, query: { promise: true, io: true } }, events: silent },
    PoolClient: { label: 'database client', kind: 'database', anyCallIsIo: true, members: { release: {}, query: { promise: true, io: true } }, events: silent },
    Client: { ...base('database client', 'database'), timeouts: ['0.query_timeout', '0.statement_timeout'], members: { end: { ...end, closes: { style: 'either', drains: false } }, connect: { promise: true, io: true } }, events: silent },
  },
  examples: example("import { Pool } from 'pg';\nconst pool = new Pool();", 'pool.end()', 'Pool'),
};

const mysqlMember = (name: string): Member => ({ returns: name, opens: true });
const mysqlTypes: Library['types'] = {
  Pool: { ...base('connection pool', 'database'), timeouts: ['0.connectTimeout'], members: { end, promise: { returns: 'this' }, getConnection: { resolves: 'Connection', io: true, calls: [{ at: 0, role: 'completion' }] } }, events: silent },
  Connection: { ...base('database connection', 'database'), needsClose: false, members: { end, release: {}, destroy: {}, promise: { returns: 'this' } }, events: silent },
};
export const mysql2: Library = {
  name: 'mysql2', modules: ['mysql2', 'mysql2/promise', 'promise-mysql', 'mysql'], manual: 'https://sidorares.github.io/node-mysql2/docs', verified: 'measured',
  exports: { default: {}, createPool: mysqlMember('Pool'), createConnection: { returns: 'Connection', opens: true }, createPoolCluster: mysqlMember('Pool') }, types: mysqlTypes,
  examples: example("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});", 'pool.end()', 'Pool'),
};

const mongooseClose: Member = { promise: true, closes: { style: 'promise', drains: true, idempotent: true, callback: 9 } };
const mongooseMembers: Readonly<Record<string, Member>> = {
  connect: { promise: true, resolves: 'Mongoose', io: true }, disconnect: mongooseClose, createConnection: { returns: 'Connection', opens: true }, connection: { is: 'Connection' }, model: { returns: 'Model' }, set: {}, plugin: {}, startSession: { promise: true, io: true },
  Schema: { returns: 'Schema' }, Types: {}, connections: {},
};
export const mongoose: Library = {
  name: 'mongoose', manual: 'https://mongoosejs.com/docs/api/mongoose.html#Mongoose.prototype.disconnect()', verified: 'source',
  exports: { default: { is: 'Mongoose' }, ...mongooseMembers },
  types: {
    Mongoose: { label: 'Mongoose connection', kind: 'database', phase: 'close-dependencies', keepsAlive: true, needsClose: true, members: mongooseMembers },
    Connection: { ...base('Mongoose connection', 'database'), needsClose: false, members: { close: mongooseClose, model: { returns: 'Model' }, readyState: {}, db: { is: 'Db' }, asPromise: { promise: true } }, events: silent },
    Db: { label: 'database', kind: 'database', anyCallIsIo: true }, Model: { label: 'model', kind: 'database', anyCallIsIo: true, members: each('hydrate schema discriminator', {}) },
    Schema: { label: 'schema', kind: 'value', members: each('pre post index virtual plugin method static set', { returns: 'this' }) },
  },
  examples: example("import mongoose from 'mongoose';\nawait mongoose.connect('mongodb://localhost/shop');", 'mongoose.disconnect()', 'node:http#Server'),
};

export const mongodb: Library = {
  name: 'mongodb', manual: 'https://www.mongodb.com/docs/drivers/node/current/connect/', verified: 'source',
  exports: { default: {}, MongoClient: { returns: 'MongoClient', opens: true, members: { connect: { resolves: 'MongoClient', promise: true, opens: true, io: true } } } },
  types: {
    MongoClient: { ...base('MongoDB client', 'database'), timeouts: ['1.serverSelectionTimeoutMS', '1.timeoutMS', '1.socketTimeoutMS'], members: { close: { promise: true, closes: { style: 'either', drains: false, idempotent: true } }, connect: { promise: true, resolves: 'this', io: true }, db: { returns: 'Db' } }, events: silent },
    Db: { label: 'database', kind: 'database', anyCallIsIo: true, members: { collection: { returns: 'Collection' }, admin: { returns: 'Db' } } }, Collection: { label: 'collection', kind: 'database', anyCallIsIo: true },
  },
  examples: example("import { MongoClient } from 'mongodb';\nconst client = new MongoClient('mongodb://localhost');", 'client.close()', 'MongoClient'),
};

const redisTimeouts = ['0.socket.connectTimeout', '0.commandOptions.timeout', '0.commandTimeout', '0.disableOfflineQueue'];
const redisClient: ThingType = {
  ...base('Redis client', 'cache'), timeouts: redisTimeouts,
  members: { quit: { promise: true, closes: { style: 'either', drains: true } }, disconnect: { promise: true, closes: { style: 'promise', drains: false } }, close: { promise: true, closes: { style: 'promise', drains: true } }, destroy: { closes: { style: 'sync', drains: false, forced: true } }, end: { closes: { style: 'sync', drains: false } }, unref: { unrefs: true }, connect: { promise: true, resolves: 'this', io: true }, duplicate: { returns: 'RedisClient', opens: true }, isReady: {}, isOpen: {}, subscribe: { promise: true, calls: [{ at: 1, role: 'message' }] } },
  events: { message: { role: 'message' }, '*': { role: 'event' } },
};
const createRedis: Member = { returns: 'RedisClient', opens: true };
export const redis: Library = {
  name: 'redis', modules: ['redis', '@redis/client'], manual: 'https://github.com/redis/node-redis#closing', verified: 'measured', exports: { default: {}, createClient: createRedis, createCluster: createRedis, createSentinel: createRedis }, types: { RedisClient: redisClient, RedisClientType: redisClient },
  examples: example("import { createClient } from 'redis';\nconst client = createClient();\nawait client.connect();", 'client.close()', 'RedisClient'),
};
const ioredisClient: Member = { returns: 'Redis', opens: true };
export const ioredis: Library = {
  name: 'ioredis', manual: 'https://github.com/redis/ioredis#readme', verified: 'measured', exports: { default: { ...ioredisClient, members: { Cluster: ioredisClient } }, Redis: ioredisClient, Cluster: ioredisClient },
  types: {
    Redis: { ...base('Redis client', 'cache'), timeouts: ['0.commandTimeout', '0.connectTimeout', '1.commandTimeout', '2.commandTimeout', '0.maxRetriesPerRequest'], members: { quit: { promise: true, closes: { style: 'either', drains: true } }, disconnect: { closes: { style: 'sync', drains: false } }, duplicate: { returns: 'Redis', opens: true }, status: {}, connect: { promise: true, io: true } }, events: { message: { role: 'message' }, '*': { role: 'event' } } },
  },
  examples: example("import Redis from 'ioredis';\nconst client = new Redis();", 'client.quit()', 'Redis'),
};

export const prismaClient: Library = {
  name: '@prisma/client', modules: ['@prisma/client', '@prisma/client/*', '.prisma/client'], manual: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#disconnect', verified: 'source', exports: { default: {}, PrismaClient: { returns: 'PrismaClient', opens: true }, Prisma: {} },
  types: { PrismaClient: { ...base('Prisma client', 'database'), members: { $disconnect: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } }, $connect: { promise: true, io: true }, $on: {}, $use: {}, $extends: { returns: 'this' } } } },
  examples: example("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();", 'prisma.$disconnect()', 'PrismaClient'),
};
const knexMember: Member = { returns: 'Knex', opens: true };
export const knex: Library = {
  name: 'knex', manual: 'https://knexjs.org/guide/#knex-destroy', verified: 'measured', exports: { default: knexMember, knex: knexMember },
  types: { Knex: { ...base('Knex pool', 'database'), timeouts: ['0.acquireConnectionTimeout'], members: { destroy: { promise: true, closes: { style: 'either', drains: true, idempotent: true } }, raw: { promise: true, io: true }, migrate: {}, schema: {} }, events: silent } },
  examples: example("import knex from 'knex';\nconst db = knex({ client: 'pg' });", 'db.destroy()', 'Knex'),
};
export const typeorm: Library = {
  name: 'typeorm', manual: 'https://typeorm.io/data-source', verified: 'source', exports: { DataSource: { returns: 'DataSource', opens: true }, createConnection: { resolves: 'DataSource', opens: true, io: true }, getConnection: { returns: 'DataSource' } },
  types: { DataSource: { ...base('TypeORM data source', 'database'), members: { destroy: { promise: true, closes: { style: 'promise', drains: true } }, close: { promise: true, closes: { style: 'promise', drains: true } }, initialize: { resolves: 'this', io: true }, isInitialized: {} } } },
  examples: example("import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres' });\nawait source.initialize();", 'source.destroy()', 'DataSource'),
};
const sequelizeMember: Member = { returns: 'Sequelize', opens: true };
export const sequelize: Library = {
  name: 'sequelize', modules: ['sequelize', 'sequelize-typescript', '@sequelize/core'], manual: 'https://sequelize.org/docs/v6/getting-started/#closing-the-connection', verified: 'source', exports: { default: { ...sequelizeMember, members: { Sequelize: sequelizeMember } }, Sequelize: sequelizeMember, DataTypes: {}, Op: {}, Model: {} },
  types: { Sequelize: { ...base('Sequelize pool', 'database'), members: { close: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } }, define: { returns: 'Model' }, authenticate: { promise: true, io: true }, import: {}, model: {}, literal: {}, fn: {}, col: {} } }, Model: { label: 'model', kind: 'database', anyCallIsIo: true } },
  examples: example("import { Sequelize } from 'sequelize';\nconst db = new Sequelize('postgres://localhost/shop');", 'db.close()', 'Sequelize'),
};
const elastic: Member = { returns: 'Client', opens: true };
export const elasticsearch: Library = {
  name: '@elastic/elasticsearch', modules: ['@elastic/elasticsearch', '@opensearch-project/opensearch'], manual: 'https://www.elastic.co/docs/reference/elasticsearch/clients/javascript', verified: 'source', exports: { default: {}, Client: elastic },
  types: { Client: { label: 'Elasticsearch client', kind: 'database', phase: 'close-dependencies', anyCallIsIo: true, timeouts: ['0.requestTimeout'], members: { close: { promise: true, closes: { style: 'promise', drains: false, callback: 9 } }, helpers: {} } } },
  examples: example("import { Client } from '@elastic/elasticsearch';\nconst client = new Client({ node: 'http://localhost:9200' });", 'client.close()', 'Client'),
};
