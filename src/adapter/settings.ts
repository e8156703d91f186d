import type { ProjectSettings } from '../project/settings.js';

const DEFAULTS: ProjectSettings = { catalogue: [], probes: { liveness: [], readiness: [] }, pattern: 'auto', deadlineSeconds: 10, gracePeriodSeconds: 30 };

const made = new Map<string, ProjectSettings>();

/** `settings['graceful-shutdown']` with its defaults; equal settings give the same object. */
export function settingsOf(all: Readonly<Record<string, unknown>>): ProjectSettings {
  const own = all['graceful-shutdown'];
  const key = JSON.stringify(own) ?? '';
  const known = made.get(key);
  if (known) return known;
  const settings = typeof own === 'object' ? { ...DEFAULTS, ...own } : DEFAULTS;
  made.set(key, settings);
  return settings;
}
