/** Makes a listener for SIGINT one for SIGTERM as well. */
import type { CallValue } from '../facts/module-facts.js';
import { dialectOf } from './dialect.js';
import { freeName } from './names.js';
import { callSite, statementSpan } from './site.js';
import { type Edits, insert, replace, type Source, textOf } from './source.js';

/** `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);` where one signal stands in the text, and nothing uses the result. */
export function extendListener(source: Source, { span, args }: CallValue): Edits {
  const site = callSite(source, span);
  const [event] = args;
  if (site?.step.kind !== 'evaluate' || site.parents.length > 0 || event?.kind !== 'literal' || event.value !== 'SIGINT') return undefined;
  const dialect = dialectOf(source);
  const signal = freeName(source, ['signal', 'name']);
  const written = textOf(source, event.span);
  const list = `[${written}, ${written.replace('INT', 'TERM')}]${dialect.typescript ? ' as const' : ''}`;
  const [start] = statementSpan(source, site);
  return [insert(start, `for (const ${signal} of ${list}) `), replace(event.span, signal)];
}
