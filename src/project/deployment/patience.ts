import type { Span } from '../../facts/module-facts.js';
import type { Place } from '../../manifests/stated.js';
import { managedApps, unitServices } from './apps.js';
import { composedContainers } from './composed-containers.js';
import type { Running } from './running.js';
import type { Deployment } from './deployment.js';
import { taskContainers } from './ecs-containers.js';

/** How long a platform other than Kubernetes waits between the stop signal and SIGKILL. */
export interface Patience {
  readonly platform: 'compose' | 'pm2' | 'systemd' | 'ecs';
  readonly file: string;
  /** The number, else the name of what has none. */
  readonly span: Span;
  /** Milliseconds: the platform's default where nothing is said. Undefined when it is not known. */
  readonly milliseconds: number | undefined;
  readonly isStated: boolean;
  /** What the setting is called: `stop_grace_period`. */
  readonly setting: string;
  /** The mapping that it belongs into; absent for systemd. */
  readonly place?: Place;
  /** For systemd: the end of the line after which a setting is added. */
  readonly after?: number;
  readonly running: Running | undefined;
}

/** Defaults. Milliseconds. */
const COMPOSE = 10_000;
const PM2 = 1600;
const SYSTEMD = 90_000;
const ECS = 30_000;

export function patiences(deployment: Deployment): readonly Patience[] {
  return [...ofCompose(deployment), ...ofPm2(deployment), ...ofSystemd(deployment), ...ofEcs(deployment)];
}

function ofCompose(deployment: Deployment): readonly Patience[] {
  const containers = deployment.ask(composedContainers);
  return containers.flatMap(({ file, own, whole, start }): readonly Patience[] => {
    const stated = own.gracePeriod;
    // What another file says counts there; what no file says counts in the one that says how it is built.
    if (!stated && (whole.gracePeriod || !own.build)) return [];
    const milliseconds = stated ? stated.value : COMPOSE;
    const { place } = own;
    const common = { platform: 'compose', setting: 'stop_grace_period', running: start.running } as const;
    return [{ ...common, file, span: stated?.span ?? own.span, milliseconds, isStated: stated !== undefined, ...(place && { place }) }];
  });
}

function ofPm2(deployment: Deployment): readonly Patience[] {
  return deployment.ask(managedApps).map(({ file, app, running }) => {
    const stated = app.killTimeout;
    const span = stated?.span ?? app.script?.span ?? app.place.span;
    const isAbsent = !stated && app.place.isWhole;
    const milliseconds = stated ? stated.value : isAbsent ? PM2 : undefined;
    const common = { platform: 'pm2', setting: 'kill_timeout', place: app.place } as const;
    return { ...common, file, span, milliseconds, isStated: stated !== undefined, running };
  });
}

function ofSystemd(deployment: Deployment): readonly Patience[] {
  return deployment.ask(unitServices).map(({ file, unit, running }) => {
    const stated = unit.stopTimeout;
    const span = stated?.span ?? unit.start?.span ?? [unit.sectionEnd, unit.sectionEnd];
    const common = { platform: 'systemd', setting: 'TimeoutStopSec', after: unit.sectionEnd } as const;
    return { ...common, file, span, milliseconds: stated ? stated.value : SYSTEMD, isStated: stated !== undefined, running };
  });
}

function ofEcs(deployment: Deployment): readonly Patience[] {
  return deployment.ask(taskContainers).map(({ file, own, start }) => {
    const { stopTimeout: stated, place } = own;
    const isDefault = !stated && place.isWhole && !own.isOnOwnHosts;
    const milliseconds = stated ? stated.value : isDefault ? ECS : undefined;
    const common = { platform: 'ecs', setting: own.isTemplate ? 'StopTimeout' : 'stopTimeout', place, running: start.running } as const;
    return { ...common, file, span: stated?.span ?? own.span, milliseconds, isStated: stated !== undefined };
  });
}
