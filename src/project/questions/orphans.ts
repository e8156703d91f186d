import type { Deployment } from '../deployment/deployment.js';
import { startsOf, type Start } from '../deployment/starts.js';
import type { CallSite } from '../module.js';
import type { Running } from '../deployment/running.js';
import { isProcessOne } from '../../manifests/command/delivery.js';

/** Node.js as process 1 that starts programs: nobody waits for what these leave behind. */
export interface OrphanKeeper {
  readonly start: Start;
  readonly running: Running;
  /** The first call that starts a program. */
  readonly spawn: CallSite;
}

export function orphanKeepers(deployment: Deployment): readonly OrphanKeeper[] {
  return deployment.ask(startsOf).flatMap((start) => {
    const { running } = start;
    const spawn = running && isProcessOne(start.chain) && !start.hasUnseenFront ? spawnIn(running) : undefined;
    return running && spawn ? [{ start, running, spawn }] : [];
  });
}

function spawnIn({ service, process }: Running): CallSite | undefined {
  const sites = [...process.possible.values()].flatMap((fn) => service.reach.callsIn(fn));
  return sites.find(({ module, call }) =>
    service.link.of(module, call).some((thing) => thing.kind === 'resource' && thing.library.name === PROGRAMS),
  );
}

/** What starts other programs; a thread or a fork of a cluster is none. */
const PROGRAMS = 'node:child_process';
