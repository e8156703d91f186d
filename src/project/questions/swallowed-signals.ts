import type { Link, NodeStart } from '../../manifests/command/chain.js';
import { deliveryOf } from '../../manifests/command/delivery.js';
import type { Place } from '../../manifests/command/words.js';
import type { Deployment } from '../deployment/deployment.js';
import { startsOf, type Start } from '../deployment/starts.js';
import { handlesSignal } from './signals.js';

/** A command after which the stop signal does not reach Node.js. */
export interface SwallowedSignal {
  readonly start: Start;
  /** The process that keeps the signal to itself. */
  readonly culprit: Link;
  readonly place: Place;
  readonly outcome: 'lost' | 'cut';
  /** Whether it depends on the shell of the image, which is not known, or not to be relied on. */
  readonly isLikely: boolean;
}

/** One for each command. */
export function swallowedSignals(deployment: Deployment): readonly SwallowedSignal[] {
  return deployment.ask(startsOf).flatMap((start) => {
    const { outcome, culprit, isLikely } = deliveryOf(start.chain);
    if (!culprit || !isKnown(start, culprit)) return [];
    const place = placeFor(start, culprit);
    if (outcome === 'lost' || outcome === 'cut') return [{ start, culprit, place, outcome, isLikely }];
    // PM2 is asked about by the rule for stop signals: there it is a choice, not a mistake.
    const isDevelopment = outcome === 'interrupted' && culprit.program === 'nodemon' && !catchesInterrupt(start);
    return isDevelopment ? [{ start, culprit, place, outcome: 'cut', isLikely: false }] : [];
  });
}

/** What a manager runs can be seen; with a SHELL of its own the author has thought of it. */
function isKnown({ chain, image }: Start, culprit: Link): boolean {
  if (chain.end.kind === 'task') return false;
  if (culprit.shell?.form === 'shell form' && image?.shell) return false;
  return culprit.kind !== 'manager' || culprit.scriptText !== undefined || chain.end.kind === 'node';
}

function catchesInterrupt({ running }: Start): boolean {
  return running !== undefined && handlesSignal(running.service, running.process, 'SIGINT') === 'yes';
}

/** All of the command where it is written; the command that a script waits for, in the script. */
function placeFor(start: Start, { place }: Link): Place {
  return place.file === start.file ? { file: start.file, span: start.span } : place;
}

/** A package script that runs its service behind a shell, so that no manager can hand on the signal. */
export interface WaitingScript {
  readonly file: string;
  readonly script: string;
  readonly manager: string;
  readonly command: Place;
  readonly execAt: { readonly file: string; readonly offset: number };
  readonly end: NodeStart;
}

/**
 * Scripts that npm runs in a container and that do more than to start Node.js: there `exec` is the repair. A script that does
 * nothing else is better left out of the container's command.
 */
export function waitingScripts(deployment: Deployment): readonly WaitingScript[] {
  return swallowedSignals(deployment).flatMap(({ start: { chain }, culprit, isLikely }) => {
    const inner = chain.links.find((link) => link.shell?.form === 'package script');
    const { end } = chain;
    if (isLikely || culprit.program !== 'npm' || !inner?.shell?.execAt || end.kind !== 'node' || end.isAlone) return [];
    const { command, execAt } = inner.shell;
    return [{ file: execAt.file, script: culprit.script ?? '', manager: culprit.program, command, execAt, end }];
  });
}
