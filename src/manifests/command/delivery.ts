import type { Chain, Link } from './chain.js';

/** What becomes of a SIGTERM that the platform sends to process 1 of a chain. */
export interface Delivery {
  /**
   * `reaches`: Node.js gets it, and is waited for. `lost`: process 1 takes no notice, so all is killed when the patience ends.
   * `cut`: process 1 ends before Node.js has drained. `interrupted`: Node.js gets SIGINT, and is cut unless it handles that.
   */
  readonly outcome: 'reaches' | 'lost' | 'cut' | 'interrupted' | 'unknown';
  /** Whether it depends on what is not known, the shell of the image above all. */
  readonly isLikely: boolean;
  /** The link that is at fault. */
  readonly culprit?: Link;
}

/** Answers for the outermost link that does not hand the signal on. */
export function deliveryOf({ links, end }: Chain): Delivery {
  const index = links.findIndex((link) => link.effect !== 'init' && link.effect !== 'passes');
  const link = links[index];
  if (!link) return { outcome: end.kind === 'node' ? 'reaches' : 'unknown', isLikely: false };
  if (link.effect === 'unknown') return { outcome: 'unknown', isLikely: false };
  if (link.effect === 'interrupts') return { outcome: 'interrupted', isLikely: link.isLikely, culprit: link };
  const isCertain = links.slice(index).some((one) => isInTheWay(one) && !one.isLikely);
  const outcome = index === 0 && link.effect === 'deaf' ? 'lost' : 'cut';
  return { outcome, isLikely: !isCertain, culprit: culpritOf(links, index) ?? link };
}

function isInTheWay({ effect }: Link): boolean {
  return effect === 'deaf' || effect === 'ends';
}

/** The shell between npm and a script is npm's: whoever starts the service without npm has neither. */
function culpritOf(links: readonly Link[], index: number): Link | undefined {
  const before = links[index - 1];
  return links[index]?.shell?.form === 'package script' && before?.kind === 'manager' ? before : links[index];
}

/** Whether Node.js itself is process 1: the kernel then drops signals that it does not handle. */
export function isProcessOne({ links, end }: Chain): boolean {
  return links.length === 0 && end.kind === 'node';
}

/** Whether something waits for orphans and hands signals on in front of all. */
export function hasInit({ links }: Chain): boolean {
  return links[0]?.effect === 'init';
}
