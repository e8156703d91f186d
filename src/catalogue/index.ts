import type { Library } from './shape.js';
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

/** The only register of libraries. */
export const libraries: readonly Library[] = [
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
];
