import { each } from '../members.js';
import type { Library, Member, ThingType } from '../shape.js';

const silent = { '*': { role: 'event' } } as const;
const consumer = (label: string): Pick<ThingType, 'label' | 'kind' | 'phase' | 'keepsAlive' | 'needsClose'> => ({ label, kind: 'consumer', phase: 'drain', keepsAlive: true, needsClose: true });
const producer = (label: string): Pick<ThingType, 'label' | 'kind' | 'phase' | 'keepsAlive' | 'needsClose'> => ({ label, kind: 'producer', phase: 'close-dependencies', keepsAlive: true, needsClose: true });
const close: Member = { promise: true, closes: { style: 'promise', drains: true } };
const example = (head: string, closing: string, opens: string): Library['examples'] => [{ code: `${head}\n\nprocess.on('SIGTERM', async () => {\n  await ${closing}; // close\n  process.exit(0);\n});\n`, opens: [opens], live: true }];
const queue: Member = { returns: 'Queue', opens: true };

/** dist/cjs/classes/worker.js: `close()` waits for the running jobs, `close(true)` does not. */
export const bullmq: Library = {
  name: 'bullmq', modules: ['bullmq', '@taskforcesh/bullmq-pro'], manual: 'https://docs.bullmq.io/guide/workers/graceful-shutdown', verified: 'measured',
  exports: { Worker: { returns: 'Worker', opens: true, starts: { at: '2.autorun', is: false, not: true }, calls: [{ at: 1, role: 'message', awaited: true }] }, Queue: queue, QueueEvents: queue, FlowProducer: queue },
  types: {
    Worker: { ...consumer('queue worker'), members: { close: { promise: true, closes: { style: 'promise', drains: true, idempotent: true, forced: { at: 0, is: true } } }, run: { starts: true, promise: true }, pause: { promise: true } }, events: silent },
    Queue: { ...producer('queue'), members: { close: { ...close, closes: { style: 'promise', drains: false, idempotent: true } }, add: { promise: true, io: true }, addBulk: { promise: true, io: true } }, events: silent },
  },
  examples: example("import { Worker } from 'bullmq';\nconst worker = new Worker('mail', async (job) => job.data);", 'worker.close()', 'Worker'),
};
const bullQueue: ThingType = { ...consumer('queue'), members: { process: { starts: true, calls: [{ at: 'last', role: 'message', awaited: true }] }, close, add: { promise: true, io: true } }, events: silent };
export const bull: Library = {
  name: 'bull', modules: ['bull', 'bee-queue'], manual: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueclose', verified: 'measured', exports: { default: queue, Queue: queue }, types: { Queue: bullQueue },
  examples: example("import Queue from 'bull';\nconst queue = new Queue('mail');\nqueue.process(async (job) => job.data);", 'queue.close()', 'Queue'),
};
export const agenda: Library = {
  name: 'agenda', modules: ['agenda', '@hokify/agenda'], manual: 'https://github.com/agenda/agenda#stop', verified: 'source', exports: { default: { returns: 'Agenda', opens: true }, Agenda: { returns: 'Agenda', opens: true } },
  types: { Agenda: { ...consumer('job processor'), members: { start: { starts: true, promise: true }, stop: { promise: true, closes: { style: 'promise', drains: false } }, drain: { promise: true, closes: { style: 'promise', drains: true } }, define: { calls: [{ at: 'last', role: 'message' }] } }, events: silent } },
  examples: example("import Agenda from 'agenda';\nconst agenda = new Agenda();\nawait agenda.start();", 'agenda.stop()', 'Agenda'),
};
const run: Member = { starts: true, promise: true, calls: [{ at: '0.eachMessage', role: 'message', awaited: true }, { at: '0.eachBatch', role: 'message', awaited: true }] };
export const kafkajs: Library = {
  name: 'kafkajs', manual: 'https://kafka.js.org/docs/consuming#a-name-disconnect-a-disconnect', verified: 'source', exports: { Kafka: { returns: 'Kafka', opens: true } },
  types: {
    Kafka: { label: 'Kafka client', kind: 'value', members: { consumer: { returns: 'Consumer', opens: true }, producer: { returns: 'Producer', opens: true }, admin: { returns: 'Producer', opens: true } } },
    Consumer: { ...consumer('Kafka consumer'), members: { run, connect: { promise: true, io: true }, subscribe: { promise: true }, disconnect: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } }, stop: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } } }, events: silent },
    Producer: { ...producer('Kafka producer'), members: { connect: { promise: true, io: true }, send: { promise: true, io: true }, disconnect: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } } }, events: silent },
  },
  examples: example("import { Kafka } from 'kafkajs';\nconst consumer = new Kafka({}).consumer({ groupId: 'mail' });\nawait consumer.run({ eachMessage: async () => {} });", 'consumer.disconnect()', 'Consumer'),
};
const amqpConnect: Member = { resolves: 'Connection', promise: true, opens: true, io: true, calls: [{ at: 'last', role: 'completion', parameters: [null, 'Connection'] }] };
const channel: Member = { resolves: 'Channel', promise: true, opens: true, calls: [{ at: 'last', role: 'completion', parameters: [null, 'Channel'] }] };
export const amqplib: Library = {
  name: 'amqplib', modules: ['amqplib', 'amqplib/callback_api'], manual: 'https://amqp-node.github.io/amqplib/channel_api.html#model_close', verified: 'source', exports: { default: {}, connect: amqpConnect },
  types: {
    Connection: { label: 'AMQP connection', kind: 'client', phase: 'close-dependencies', keepsAlive: true, needsClose: true, members: { close: { promise: true, closes: { style: 'either', drains: false } }, createChannel: channel, createConfirmChannel: channel }, events: silent },
    Channel: { label: 'AMQP channel', kind: 'consumer', phase: 'drain', members: { consume: { starts: true, promise: true, calls: [{ at: 1, role: 'message' }] }, close: { promise: true, closes: { style: 'either', drains: false } }, cancel: { promise: true }, ...each('assertQueue assertExchange bindQueue prefetch publish sendToQueue', { promise: true }), ack: {}, nack: {} }, events: silent },
  },
  examples: example("import amqp from 'amqplib';\nconst connection = await amqp.connect('amqp://localhost');\nconst channel = await connection.createChannel();\nawait channel.consume('mail', (message) => channel.ack(message));", 'connection.close()', 'Connection'),
};
const schedule: Member = { returns: 'Task', opens: true, timer: 'repeating', calls: [{ at: 1, role: 'schedule' }] };
const task: ThingType = { label: 'scheduled task', kind: 'scheduler', phase: 'stop-accepting', keepsAlive: true, members: { stop: { clears: 'this', closes: { style: 'sync', drains: false } }, destroy: { clears: 'this' }, cancel: { clears: 'this' }, start: {}, unref: { unrefs: true } }, events: silent };
export const nodeCron: Library = {
  name: 'node-cron', manual: 'https://nodecron.com/scheduled-task-methods', verified: 'measured', exports: { default: {}, schedule, createTask: schedule }, types: { Task: task },
  examples: [{ code: "import cron from 'node-cron';\nconst task = cron.schedule('* * * * *', () => {});\nprocess.on('SIGTERM', () => {\n  task.stop(); // close\n  process.exit(0);\n});\n", opens: ['Task'], live: false }],
};
export const cron: Library = {
  name: 'cron', manual: 'https://github.com/kelektiv/node-cron#readme', verified: 'measured',
  exports: { default: {}, CronJob: { returns: 'Task', opens: true, timer: 'repeating', calls: [{ at: 1, role: 'schedule' }], members: { from: { returns: 'Task', opens: true, timer: 'repeating', calls: [{ at: '0.onTick', role: 'schedule' }] } } } }, types: { Task: task },
  examples: [{ code: "import { CronJob } from 'cron';\nconst job = new CronJob('* * * * *', () => {}, null, true);\nprocess.on('SIGTERM', () => {\n  job.stop(); // close\n  process.exit(0);\n});\n", opens: ['Task'], live: false }],
};
export const nodeSchedule: Library = {
  name: 'node-schedule', manual: 'https://github.com/node-schedule/node-schedule#graceful-shutdown', verified: 'measured', exports: { default: {}, scheduleJob: { returns: 'Task', opens: true, timer: 'repeating', calls: [{ at: 'last', role: 'schedule' }] }, gracefulShutdown: { promise: true } }, types: { Task: task },
  examples: [{ code: "import schedule from 'node-schedule';\nconst job = schedule.scheduleJob('* * * * *', () => {});\nprocess.on('SIGTERM', () => {\n  job.cancel(); // close\n  process.exit(0);\n});\n", opens: ['Task'], live: false }],
};
