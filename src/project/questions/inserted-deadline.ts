import { deploymentAround } from '../deployment/around.js';
import { patiences } from '../deployment/patience.js';
import type { Service } from '../service.js';
import { graceLeft } from './grace-periods.js';

/** No deadline is shorter. Seconds. */
const LEAST = 1;

/** The deadline that suggestions insert: that of the settings, or less where a platform does not wait so long. Seconds. */
export function insertedDeadline(service: Service): number {
  const deployment = deploymentAround(service);
  const wanted = service.settings.deadlineSeconds;
  if (!deployment) return wanted;
  const others = deployment
    .ask(patiences)
    .flatMap(({ running, milliseconds }) => (running?.service === service && milliseconds !== undefined ? [milliseconds / 1000] : []));
  const limits = [...graceLeft(deployment, service), ...others].map((limit) => Math.max(LEAST, Math.floor(limit)));
  return Math.min(wanted, ...limits);
}
