import { createRequire } from 'node:module';
import type Semver from 'semver';
import { libraries } from '../catalogue/index.js';
import { LIBRARY } from '../catalogue/library-schema.js';
import { list, object, oneOf, type Schema } from '../catalogue/schema.js';
import type { Library } from '../catalogue/shape.js';
import { problemWith } from '../catalogue/validate.js';
import { parseJson } from '../project/packages.js';
import type { ProjectSettings } from '../project/settings.js';

const KEY = 'graceful-shutdown';
const PATH = `settings['${KEY}']`;

/** A library as users describe it. */
export type UserLibrary = Omit<Library, 'manual' | 'verified' | 'examples'> & Partial<Pick<Library, 'manual' | 'verified' | 'examples'>>;

/** What users may write below `settings['graceful-shutdown']`; all of it may be left out. */
export interface UserSettings extends Partial<Omit<ProjectSettings, 'catalogue' | 'probes'>> {
  readonly catalogue?: readonly UserLibrary[];
  readonly probes?: Partial<ProjectSettings['probes']>;
}

const PATHS = list({ kind: 'name' });
const SECONDS: Schema = { kind: 'number', least: 0 };
const PATTERNS = oneOf({
  auto: true,
  inline: true,
  'close-with-grace': true,
  terminus: true,
  lightship: true,
  'http-terminator': true,
  'http-graceful-shutdown': true,
  stoppable: true,
});

const SETTINGS = object<ProjectSettings>({
  catalogue: list(LIBRARY),
  probes: object({ liveness: PATHS, readiness: PATHS }),
  pattern: PATTERNS,
  deadlineSeconds: SECONDS,
  gracePeriodSeconds: SECONDS,
});

/**
 * A mistake in the user's settings. It ends the run where it is first met, as ESLint does for wrong options of a rule: with
 * the wrong settings every finding would be in doubt. There is no stack, since the mistake is in no code of this plugin.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

const byText = new Map<string, ProjectSettings>();
const byObject = new WeakMap<object, ProjectSettings>();
const texts = new WeakMap<ProjectSettings, string>();

/** `settings['graceful-shutdown']` with its defaults; equal settings give the same object. Throws a SettingsError. */
export function settingsOf(all: Readonly<Record<string, unknown>>): ProjectSettings {
  const own = all[KEY];
  const seen = typeof own === 'object' && own !== null ? byObject.get(own) : undefined;
  if (seen) return seen;
  const problem = own === undefined ? undefined : problemIn(own);
  if (problem !== undefined) throw new SettingsError(problem);
  const key = JSON.stringify(own ?? {});
  const settings = byText.get(key) ?? withDefaults(own ?? {});
  byText.set(key, settings);
  texts.set(settings, key);
  if (typeof own === 'object' && own !== null) byObject.set(own, settings);
  return settings;
}

/** The settings as the user wrote them, as JSON. */
export function textOf(settings: ProjectSettings): string {
  return texts.get(settings) ?? '';
}

export function settingsIn(text: string): ProjectSettings {
  return settingsOf({ [KEY]: parseJson(text) });
}

/** What is wrong with the settings, as a sentence; the shape first, then the names in it. */
export function problemIn(own: unknown): string | undefined {
  const problem = problemWith(own, SETTINGS, { path: PATH });
  if (problem !== undefined) return problem;
  const { catalogue } = withDefaults(own ?? {});
  const known = [...catalogue, ...libraries];
  const [wrong] = catalogue.flatMap((library, index) => {
    const path = `${PATH}.catalogue[${String(index)}]`;
    return problemWith(library, LIBRARY, { path, types: typesIn(library, known) }) ?? problemWithVersions(library, path) ?? [];
  });
  return wrong;
}

/** What a type can be called inside the library: one of its own by its name, any by library and name. */
function typesIn(library: Library, known: readonly Library[]): ReadonlySet<string> {
  const qualified = known.flatMap(({ name, types }) => Object.keys(types ?? {}).map((type) => `${name}#${type}`));
  return new Set(['this', ...Object.keys(library.types ?? {}), ...qualified]);
}

const require = createRequire(import.meta.url);

/** Loaded only when somebody names versions. */
function problemWithVersions({ versions }: Library, path: string): string | undefined {
  if (versions === undefined) return undefined;
  const { validRange } = require('semver') as typeof Semver;
  return validRange(versions) === null ? `${path}.versions must be a range such as '>=2' or '1.x'; it is '${versions}'.` : undefined;
}

/** Of settings that have been checked. */
function withDefaults(own: UserSettings): ProjectSettings {
  return {
    catalogue: (own.catalogue ?? []).map((library): Library => ({ manual: '', verified: 'manual', examples: [], ...library })),
    probes: { liveness: own.probes?.liveness ?? [], readiness: own.probes?.readiness ?? [] },
    pattern: own.pattern ?? 'auto',
    deadlineSeconds: own.deadlineSeconds ?? 10,
    gracePeriodSeconds: own.gracePeriodSeconds ?? 30,
  };
}
