import type { Library } from '../catalogue/shape.js';

/** A workload of a manifest, and the code that it runs. Paths are absolute. */
export interface ServiceSetting {
  /** Of the workload, the container, or the service of Compose. */
  readonly name?: string;
  /** Without tag and digest; with or without the registry. */
  readonly image?: string;
  /** Patterns of the manifests that it is in; any if absent. */
  readonly manifests?: readonly string[];
  /** The folder of its package. */
  readonly root?: string;
  /** The module with which it starts. */
  readonly entry?: string;
  readonly dockerfile?: string;
}

/** `settings['graceful-shutdown']`, checked and with its defaults. */
export interface ProjectSettings {
  /** Libraries of the user's own, looked up before the built-in ones. */
  readonly catalogue: readonly Library[];
  /** Further paths that are probes. */
  readonly probes: { readonly liveness: readonly string[]; readonly readiness: readonly string[] };
  /** Patterns of modules with which services start; with `!` in front, of modules with which none does. Absolute. */
  readonly entries: readonly string[];
  /** Which workload runs which code, where the names do not tell. */
  readonly services: readonly ServiceSetting[];
  /** What suggestions use: the library in use, or the one named here. */
  readonly pattern: string;
  /** Seconds that an inserted deadline waits. */
  readonly deadlineSeconds: number;
  /** Seconds that the platform waits where no manifest says. */
  readonly gracePeriodSeconds: number;
}
