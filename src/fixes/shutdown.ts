/** The shutdown pattern without dependencies; its reasons stand in docs/the-shutdown-pattern.md. */
import { type Closer } from './closing.js';
import { drainLines, trackSessions } from './drain.js';
import { type Dialect, dialectOf, milliseconds, quoted } from './dialect.js';
import { freeName } from './names.js';
import type { Source } from './source.js';

export interface Shutdown {
  readonly closers: readonly Closer[];
  readonly deadlineSeconds: number;
  /** Statements of the module itself: a function declaration reads better there, and elsewhere an arrow keeps `this`. */
  readonly isAtTop: boolean;
  /** SIGINT has a listener already: with a second one, both would run. */
  readonly isInterrupted?: boolean;
  /** The variable that holds what to do on a signal, where that is listened for already. */
  readonly held?: string;
}

/**
 * Runs once however many signals come, ends by itself after the deadline, closes in order, and leaves with the exit code:
 * `process.exit()` keeps a code that was set before, as a crash does.
 */
export function shutdownLines(
  source: Source,
  { closers, deadlineSeconds, isAtTop, isInterrupted = false, held }: Shutdown,
): readonly string[] {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const name = freeName(source, ['shutdown', 'shutdownGracefully']);
  const flag = freeName(source, ['isShuttingDown', 'shutdownHasBegun']);
  const tracked = trackSessions(closers, source);
  return [
    ...tracked.lines,
    `let ${flag} = false${semicolon}`,
    '',
    held === undefined ? opening(name, isAtTop, dialect) : `${held} = async (signal) => {`,
    `\tif (${flag}) return${semicolon}`,
    `\t${flag} = true${semicolon}`,
    `\tconsole.log(\`\${signal} received, shutting down\`)${semicolon}`,
    `\tsetTimeout(() => process.exit(1), ${milliseconds(deadlineSeconds)}).unref()${semicolon}`,
    '\ttry {',
    ...drainLines(tracked.closers, dialect).map((line) => `\t\t${line}`),
    `\t\tprocess.exit()${semicolon}`,
    '\t} catch (error) {',
    `\t\tconsole.error(error)${semicolon}`,
    `\t\tprocess.exit(1)${semicolon}`,
    '\t}',
    `}${isAtTop && held === undefined ? '' : semicolon}`,
    ...(held === undefined ? ['', ...registrations(listenerOf(name, dialect), isInterrupted, dialect)] : []),
  ];
}

function opening(name: string, isAtTop: boolean, { typescript }: Dialect): string {
  const parameters = typescript ? '(signal: NodeJS.Signals): Promise<void>' : '(signal)';
  return isAtTop ? `async function ${name}${parameters} {` : `const ${name} = async ${parameters} => {`;
}

/** Typed linting forbids a listener that returns a promise. */
function listenerOf(name: string, { typescript }: Dialect): string {
  return typescript ? `(signal) => void ${name}(signal)` : name;
}

/** For both signals, unless SIGINT has a listener. */
export function registrations(listener: string, isInterrupted: boolean, dialect: Dialect): string[] {
  const signals = isInterrupted ? ['SIGTERM'] : ['SIGTERM', 'SIGINT'];
  return signals.map((signal) => `process.on(${quoted(signal, dialect)}, ${listener})${dialect.semicolon}`);
}
