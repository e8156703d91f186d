/** The close of what a loop uses that a listener only tells to end. */
import type { FunctionFact, Step } from '../facts/module-facts.js';
import { stepParts } from '../facts/walk.js';
import type { Suggestion } from '../project/finding.js';
import { loopsEndedBySignals } from '../project/questions/after-loops.js';
import type { UnclosedResource } from '../project/questions/unclosed.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import { closeLines, type Telling } from './closing.js';
import { dialectOf } from './dialect.js';
import type { Edit } from './source.js';
import { insertAfter } from './statements.js';
import { offer, sourceIn } from './suggest.js';

/** The call that closes, where it may be named, with what has to be written for that. */
export interface Handle {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Behind the loop: closed in the listener, it would be missing in the turn that is under way. Undefined where there is no such loop. */
export function behindLoop(
  service: Service,
  { process, site: { module }, thing }: UnclosedResource,
  style: Telling,
  handleIn: (fact: FunctionFact) => Handle | undefined,
): readonly Suggestion[] | undefined {
  const loops = takesWork(thing) ? [] : loopsEndedBySignals(service, process);
  if (loops.length === 0) return undefined;
  const source = sourceIn(service, module);
  const [first] = loops.filter(({ fn }) => fn.module === module);
  const fact = first && module.function(first.fn.function);
  const siblings = fact && siblingsOf(fact.body, first.loop);
  const handle = siblings && handleIn(fact);
  if (!handle) return [];
  const added = insertAfter(source, { step: first.loop, siblings }, closeLines({ expression: handle.text, style }, dialectOf(source)));
  return offer('close', [...handle.edits, added], { close: handle.text });
}

function siblingsOf(steps: readonly Step[], step: Step): readonly Step[] | undefined {
  if (steps.includes(step)) return steps;
  const bodies = steps.flatMap((one) => stepParts(one).bodies);
  return bodies.map((body) => siblingsOf(body, step)).find((found) => found !== undefined);
}
