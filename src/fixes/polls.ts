/** Makes a function that calls itself again and again end with the service. */
import type { EndlessLoop } from '../project/questions/loops.js';
import type { Service } from '../project/service.js';
import { atStart } from './body.js';
import { dialectOf } from './dialect.js';
import { isAlone, setFlag } from './loops.js';
import { freeName } from './names.js';
import type { Edits } from './source.js';
import { sourceIn } from './suggest.js';

/** `if (isStopping) return;` first, with a flag that the shutdown sets: the last round is finished. */
export function stopPoll(service: Service, found: EndlessLoop): Edits {
  const source = sourceIn(service, found.module);
  const flag = freeName(source, ['isStopping', 'stopRequested']);
  const fact = found.module.function(found.fn.function);
  const end = isAlone(service, found.module) ? 'process.exit()' : 'return';
  const started = fact && atStart(source, fact, [`if (${flag}) ${end}${dialectOf(source).semicolon}`]);
  const set = fact && setFlag(service, source, found, fact, flag);
  return started && set && [...set, ...started];
}
