import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Its HealthChecker listens for SIGTERM and runs the shutdown checks; it exits nothing. Read in `@cloudnative/health/src/healthcheck/HealthChecker.js`. */
export const healthConnect: Library = {
  name: '@cloudnative/health-connect',
  modules: ['@cloudnative/health-connect', '@cloudnative/health'],
  manual: 'https://github.com/CloudNativeJS/cloud-health-connect#readme',
  verified: 'source',
  exports: {
    HealthChecker: { returns: 'HealthChecker', opens: false, signals: { handles: ['SIGTERM'], then: 'nothing' } },
    ...each('LivenessCheck ReadinessCheck StartupCheck', { calls: [{ at: 1, role: 'probe', awaited: true }] }),
    ShutdownCheck: { calls: [{ at: 1, role: 'shutdown', awaited: true }] },
    ...each('PingCheck LivenessEndpoint ReadinessEndpoint HealthEndpoint', {}),
  },
  types: {
    HealthChecker: {
      label: 'health checker',
      kind: 'helper',
      members: {
        ...each('registerLivenessCheck registerReadinessCheck registerStartupCheck registerShutdownCheck', {}),
        getStatus: { promise: true },
      },
    },
  },
  examples: [
    {
      code: `import { HealthChecker, LivenessEndpoint, ShutdownCheck } from '@cloudnative/health-connect';
import express from 'express';

const app = express();
const health = new HealthChecker();
app.use('/live', LivenessEndpoint(health));
const server = app.listen(3000);
health.registerShutdownCheck(new ShutdownCheck('http', async () => {
  await new Promise((resolve) => server.close(resolve)); // close
  process.exit(0);
}));
`,
      opens: ['node:http#Server'],
      live: true,
    },
  ],
};
