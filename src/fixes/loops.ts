/** Makes an endless loop end with the service. */
import type { EndlessLoop } from '../project/questions/loops.js';
import { dialectOf, layOut, quoted } from './dialect.js';
import { freeName } from './names.js';
import { declareBefore } from './shutdown-body.js';
import { type Edits, insert, replace, type Source, textOf } from './source.js';

/** `while (!isStopping)` with a flag that SIGTERM sets: the loop ends after the work in hand. */
export function stopLoop(source: Source, { module, fn, span }: EndlessLoop): Edits {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const flag = freeName(source, ['isStopping', 'stopRequested']);
  const head = textOf(source, span);
  const test = /\(\s*(?:true|1|;\s*;)\s*\)/u.exec(head);
  const fact = module.function(fn.function);
  if (!test || !fact) return undefined;
  const from = span[0] + test.index;
  const isFor = head.startsWith('for');
  const edit = replace([from, from + test[0].length], isFor ? `(; !${flag}; )` : `(!${flag})`);
  const lines = [`let ${flag} = false${semicolon}`, `process.once(${quoted('SIGTERM', dialect)}, () => {`, `\t${flag} = true${semicolon}`, `})${semicolon}`];
  if (fact.id === 0) return [insert(span[0], layOut([...lines, ''], dialect, '')), edit];
  const declared = declareBefore(source, fact, lines);
  return declared && [...declared, edit];
}
