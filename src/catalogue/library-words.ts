/** The words that a description of a library may use, each of them: the compiler tells when one is missing. */
import type { Words } from './schema.js';
import type { Close, Library, Phase, Role, SignalHandling, ThingKind } from './shape.js';

export const kinds: Words<ThingKind> = {
  server: true,
  consumer: true,
  scheduler: true,
  database: true,
  cache: true,
  producer: true,
  client: true,
  telemetry: true,
  logger: true,
  timer: true,
  watcher: true,
  process: true,
  router: true,
  helper: true,
  value: true,
};
export const phases: Words<Phase> = { 'stop-accepting': true, drain: true, 'close-dependencies': true, 'flush-telemetry': true };
export const styles: Words<Close['style']> = { promise: true, callback: true, either: true, sync: true, detached: true };
export const endings: Words<SignalHandling['then']> = { exit: true, reraise: true, nothing: true };
export const checks: Words<Library['verified']> = { measured: true, source: true, manual: true };
export const roles: Words<Role> = {
  request: true,
  'error-request': true,
  message: true,
  connection: true,
  event: true,
  timer: true,
  schedule: true,
  signal: true,
  fatal: true,
  exit: true,
  beforeExit: true,
  shutdown: true,
  probe: true,
  listening: true,
  startup: true,
  plugin: true,
  now: true,
  settled: true,
  completion: true,
  'startup-error': true,
};
