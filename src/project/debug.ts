import process from 'node:process';

/** One line on stderr under `DEBUG=graceful-shutdown` (or `*`): an internal failure never breaks a lint run. */
export function debug(where: string, error: unknown): void {
  if (!/(?:^|[\s,])(?:graceful-shutdown|\*)/u.test(process.env['DEBUG'] ?? '')) return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`graceful-shutdown: ${where}: ${text.split('\n').slice(0, 6).join(' | ')}\n`);
}

/** What the work gives; undefined, and a debug line, when it fails. */
export function attempted<Result>(where: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    debug(where, error);
    return undefined;
  }
}
