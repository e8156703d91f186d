/** Makes a function that calls itself again and again end with the service. */
import type { EndlessLoop } from '../project/questions/loops.js';
import { atStart } from './body.js';
import { dialectOf } from './dialect.js';
import { freeName } from './names.js';
import { declareBefore } from './shutdown-body.js';
import type { Edits, Source } from './source.js';

/** `if (isStopping) return;` first, with a flag that SIGTERM sets: the last round is finished. */
export function stopPoll(source: Source, { module, fn }: EndlessLoop): Edits {
  const { quote, semicolon, eol } = dialectOf(source);
  const flag = freeName(source, ['isStopping', 'stopRequested']);
  const fact = module.function(fn.function);
  const started = fact && atStart(source, fact, [`if (${flag}) return${semicolon}`]);
  const declaration = `let ${flag} = false${semicolon}${eol}process.once(${quote}SIGTERM${quote}, () => {${eol}  ${flag} = true${semicolon}${eol}})${semicolon}`;
  const declared = fact && declareBefore(source, fact, declaration);
  return started && declared && [...declared, ...started];
}
