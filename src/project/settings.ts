import type { Library } from '../catalogue/shape.js';

/** `settings['graceful-shutdown']`, checked and with its defaults. */
export interface ProjectSettings {
  /** Libraries of the user's own, looked up before the built-in ones. */
  readonly catalogue: readonly Library[];
  /** Further paths that are probes. */
  readonly probes: { readonly liveness: readonly string[]; readonly readiness: readonly string[] };
  /** What suggestions use: the library in use, or the one named here. */
  readonly pattern: string;
  /** Seconds that an inserted deadline waits. */
  readonly deadlineSeconds: number;
  /** Seconds that the platform waits where no manifest says. */
  readonly gracePeriodSeconds: number;
}
