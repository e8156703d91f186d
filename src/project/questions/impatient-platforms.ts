import type { Running } from '../deployment/running.js';
import type { Deployment } from '../deployment/deployment.js';
import { patiences, type Patience } from '../deployment/patience.js';
import { codeTime, type CodeTime } from './grace-periods.js';

/** A platform that kills before the shutdown that the code bounds is over. */
export interface ImpatientPlatform {
  readonly patience: Patience;
  /** What it waits. Seconds. */
  readonly seconds: number;
  readonly running: Running;
  readonly code: CodeTime;
}

export function impatientPlatforms(deployment: Deployment): readonly ImpatientPlatform[] {
  return deployment.ask(patiences).flatMap((patience) => {
    const { milliseconds, running, platform } = patience;
    // PM2 stops with SIGINT.
    const code = codeTime(running, platform === 'pm2' ? 'SIGINT' : 'SIGTERM');
    if (!running || !code || milliseconds === undefined || code.seconds * 1000 <= milliseconds) return [];
    return [{ patience, seconds: milliseconds / 1000, running, code }];
  });
}
