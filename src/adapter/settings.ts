import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import type Semver from 'semver';
import { libraries } from '../catalogue/index.js';
import { LIBRARY } from '../catalogue/library-schema.js';
import { list, object, oneOf, type Schema } from '../catalogue/schema.js';
import type { Library } from '../catalogue/shape.js';
import { problemWith } from '../catalogue/validate.js';
import type { ProjectSettings, ServiceSetting } from '../project/settings.js';

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

const NAME: Schema = { kind: 'name' };

const SETTINGS = object<ProjectSettings>({
  catalogue: list(LIBRARY),
  entries: PATHS,
  services: list(object<ServiceSetting>({ name: NAME, image: NAME, manifests: PATHS, root: NAME, entry: NAME, dockerfile: NAME })),
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

/** What users who set nothing have written. */
const NONE: UserSettings = {};

const texts = new WeakMap<ProjectSettings, string>();
const byText = new Map<string, ProjectSettings>();
const byObject = new WeakMap<object, { readonly cwd: string; readonly settings: ProjectSettings }>();

/**
 * `settings['graceful-shutdown']` with its defaults; paths in it are seen from the folder that ESLint runs in. Equal settings give the
 * same object. Throws a SettingsError.
 */
export function settingsOf(all: Readonly<Record<string, unknown>>, cwd = process.cwd()): ProjectSettings {
  const own = all[KEY] === undefined ? NONE : all[KEY];
  const seen = typeof own === 'object' && own !== null ? byObject.get(own) : undefined;
  if (seen?.cwd === cwd) return seen.settings;
  const problem = problemIn(own);
  if (problem !== undefined) throw new SettingsError(problem);
  const settings = settingsIn(JSON.stringify(withDefaults(own ?? NONE, cwd)));
  if (typeof own === 'object' && own !== null) byObject.set(own, { cwd, settings });
  return settings;
}

/** The settings with their defaults, as JSON. */
export function textOf(settings: ProjectSettings): string {
  return texts.get(settings) ?? '';
}

/** The settings that such a text stands for. */
export function settingsIn(text: string): ProjectSettings {
  const settings = byText.get(text) ?? (JSON.parse(text) as ProjectSettings);
  byText.set(text, settings);
  texts.set(settings, text);
  return settings;
}

/** What is wrong with the settings, as a sentence; the shape first, then the names in it. */
export function problemIn(own: unknown): string | undefined {
  const problem = problemWith(own, SETTINGS, { path: PATH });
  if (problem !== undefined) return problem;
  const { catalogue, services } = withDefaults(own ?? {}, '');
  const known = [...catalogue, ...libraries];
  const [wrong] = catalogue.flatMap((library, index) => {
    const path = `${PATH}.catalogue[${String(index)}]`;
    return problemWith(library, LIBRARY, { path, types: typesIn(library, known) }) ?? problemWithVersions(library, path) ?? [];
  });
  return wrong ?? services.flatMap((service, index) => problemWithService(service, index) ?? [])[0];
}

/** What neither names a workload nor code joins nothing. */
function problemWithService({ name, image, manifests, root, entry, dockerfile }: ServiceSetting, index: number): string | undefined {
  const place = `${PATH}.services[${String(index)}]`;
  if ((name ?? image ?? manifests) === undefined) return `${place} must say which workload it is, with 'name', 'image' or 'manifests'.`;
  if ((root ?? entry ?? dockerfile) === undefined) return `${place} must say where its code is, with 'root', 'entry' or 'dockerfile'.`;
  return undefined;
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
function withDefaults(own: UserSettings, cwd: string): ProjectSettings {
  return {
    catalogue: (own.catalogue ?? []).map((library): Library => ({ manual: '', verified: 'manual', examples: [], ...library })),
    probes: { liveness: own.probes?.liveness ?? [], readiness: own.probes?.readiness ?? [] },
    entries: (own.entries ?? []).map((pattern) => absolute(pattern, cwd)),
    services: (own.services ?? []).map((service) => located(service, cwd)),
    pattern: own.pattern ?? 'auto',
    deadlineSeconds: own.deadlineSeconds ?? 10,
    gracePeriodSeconds: own.gracePeriodSeconds ?? 30,
  };
}

function absolute(pattern: string, cwd: string): string {
  return pattern.startsWith('!') ? `!${path.resolve(cwd, pattern.slice(1))}` : path.resolve(cwd, pattern);
}

function located({ manifests, root, entry, dockerfile, ...names }: ServiceSetting, cwd: string): ServiceSetting {
  return {
    ...names,
    ...(manifests && { manifests: manifests.map((pattern) => path.resolve(cwd, pattern)) }),
    ...(root !== undefined && { root: path.resolve(cwd, root) }),
    ...(entry !== undefined && { entry: path.resolve(cwd, entry) }),
    ...(dockerfile !== undefined && { dockerfile: path.resolve(cwd, dockerfile) }),
  };
}
