/** A shutdown that is listened for from the beginning, when what it closes is only made after something has been waited for. */
import type { Span } from '../facts/module-facts.js';
import { dialectOf, layOut } from './dialect.js';
import { earlyPlace } from './listen-early.js';
import { freeName } from './names.js';
import { registrations } from './shutdown.js';
import { type Edit, indentationAt, insert, type Source } from './source.js';

/** What a start waits for before it goes live; where that stands in another file, there is no place for it. */
export interface StartUpWait {
  readonly span?: Span;
}

export interface EarlyShutdown {
  /** The variable that holds what to do on a signal: at first to exit, since nothing has to be drained yet. */
  readonly name: string;
  readonly edit: Edit;
}

/** Undefined where the lines come before the wait anyway, or nothing can stand before it. */
export function earlyShutdown(
  source: Source,
  wait: StartUpWait,
  start: { readonly span: Span; readonly isAtTop: boolean; readonly isInterrupted: boolean },
  edits: readonly Edit[],
): EarlyShutdown | undefined {
  const position = Math.max(...edits.map(({ span }) => span[0]));
  if (wait.span && position <= wait.span[0]) return undefined;
  const place = earlyPlace(source, start, wait.span);
  if (!place) return undefined;
  const dialect = dialectOf(source);
  const name = freeName(source, ['shutdown', 'shutdownGracefully']);
  const type = dialect.typescript ? ': (signal: NodeJS.Signals) => unknown' : '';
  const lines = [
    `let ${name}${type} = () => process.exit(0)${dialect.semicolon}`,
    ...registrations(`(signal) => ${dialect.typescript ? 'void ' : ''}${name}(signal)`, start.isInterrupted, dialect),
  ];
  const indentation = indentationAt(source, place.position);
  const gap = dialect.eol + (place.isTop ? dialect.eol : '');
  return { name, edit: insert(place.position, layOut(lines, dialect, indentation).trimStart() + gap + indentation) };
}
