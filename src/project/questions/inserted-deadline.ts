import { deploymentAround } from '../deployment/around.js';
import type { Deployment } from '../deployment/deployment.js';
import { patiences } from '../deployment/patience.js';
import { asked } from '../reads.js';
import type { Service } from '../service.js';
import { graceLeft } from './grace-periods.js';

/** No deadline is shorter. Seconds. */
const LEAST = 1;

/** The deadline that suggestions insert: that of the settings, or less where a platform does not wait so long. Seconds. */
export function insertedDeadline(service: Service): number {
  return asked(service, deadlineAllowed);
}

/** Asked for each file: found once. */
const known = new WeakMap<Deployment, Map<Service, number>>();

function deadlineAllowed(service: Service): number {
  const deployment = deploymentAround(service);
  if (!deployment) return service.settings.deadlineSeconds;
  const ofDeployment = known.get(deployment) ?? new Map<Service, number>();
  known.set(deployment, ofDeployment);
  const seconds = ofDeployment.get(service) ?? deadlineIn(deployment, service);
  ofDeployment.set(service, seconds);
  return seconds;
}

function deadlineIn(deployment: Deployment, service: Service): number {
  const wanted = service.settings.deadlineSeconds;
  const others = deployment
    .ask(patiences)
    .flatMap(({ running, milliseconds }) => (running?.service === service && milliseconds !== undefined ? [milliseconds / 1000] : []));
  const limits = [...graceLeft(deployment, service), ...others].map((limit) => Math.max(LEAST, Math.floor(limit)));
  return Math.min(wanted, ...limits);
}
