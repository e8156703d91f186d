/**
 * Checks what users write against a description of its shape, and says what is wrong in one sentence: where, what is
 * expected there, and what stands there.
 */
import type { EitherSchema, ListSchema, NumberSchema, ObjectSchema, RecordSchema, Schema } from './schema.js';
import { lettersApart } from './spelling.js';

type Properties = Readonly<Record<string, unknown>>;

/** The place that is checked. */
export interface Place {
  /** How the user reaches it: `settings.probes`. */
  readonly path: string;
  /** What a type may be called; anything if absent. */
  readonly types?: ReadonlySet<string>;
  readonly depth?: number;
}

/** Deeper than any description; ends objects that contain themselves. */
const DEEPEST = 30;

/** The first thing that is wrong with a value, as a sentence. */
export function problemWith(value: unknown, schema: Schema, place: Place): string | undefined {
  if ((place.depth ?? 0) > DEEPEST) return `${place.path} is nested too deep.`;
  switch (schema.kind) {
    case 'list':
      return Array.isArray(value) ? problemInList(value, schema, place) : wrong(value, schema, place);
    case 'record':
      return isObject(value) ? problemInRecord(value, schema, place) : wrong(value, schema, place);
    case 'object':
      return isObject(value) ? problemInObject(value, schema, place) : wrong(value, schema, place);
    case 'either':
      return problemWithAll(value, schema, place);
    default:
      return isSimple(value, schema) ? problemWithName(value, schema, place) : wrong(value, schema, place);
  }
}

function problemInList(items: readonly unknown[], { of }: ListSchema, place: Place): string | undefined {
  return first(items.entries(), ([index, item]) => problemWith(item, of, within(place, `[${String(index)}]`)));
}

function problemInRecord(value: Properties, { of }: RecordSchema, place: Place): string | undefined {
  return first(Object.entries(value), ([key, inner]) => problemWith(inner, of, within(place, access(key))));
}

function problemInObject(value: Properties, schema: ObjectSchema, place: Place): string | undefined {
  const fields = schema.fields();
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined) return `${place.path}${access(unknown)} is not known here${suggestion(unknown, Object.keys(fields))}`;
  const missing = schema.required.find((key) => value[key] === undefined);
  if (missing !== undefined) return `${place.path}${access(missing)} is missing; it must be ${expected(fields[missing])}.`;
  const given = Object.entries(fields).filter(([key]) => value[key] !== undefined);
  return first(given, ([key, field]) => problemWith(value[key], field, within(place, access(key))));
}

/** Where the value is of the right sort, what is wrong inside of it says more than what else it could be. */
function problemWithAll(value: unknown, schema: EitherSchema, place: Place): string | undefined {
  const problems = schema.of.map((one) => ({ sort: sortOf(one), problem: problemWith(value, one, place) }));
  if (problems.some(({ problem }) => problem === undefined)) return undefined;
  const sort = Array.isArray(value) ? 'array' : typeof value;
  return problems.find((one) => one.sort === sort)?.problem ?? wrong(value, schema, place);
}

function sortOf({ kind }: Schema): string | undefined {
  if (kind === 'list') return 'array';
  if (kind === 'object' || kind === 'record') return 'object';
  return kind === 'type' ? 'string' : undefined;
}

function problemWithName(value: unknown, schema: Schema, { path, types }: Place): string | undefined {
  if (schema.kind !== 'type' || typeof value !== 'string' || types?.has(value) !== false) return undefined;
  return `${path} names the type ${quoted(value)}, which nothing describes${suggestion(value, types)}`;
}

function isSimple(value: unknown, schema: Schema): boolean {
  switch (schema.kind) {
    case 'text':
      return typeof value === 'string';
    case 'name':
    case 'type':
      return typeof value === 'string' && value.trim() !== '';
    case 'flag':
      return typeof value === 'boolean';
    case 'yes':
      return value === true;
    case 'null':
      return value === null;
    case 'number':
      return isNumber(value, schema);
    case 'one-of':
      return typeof value === 'string' && schema.values.includes(value);
    default:
      return false;
  }
}

function isNumber(value: unknown, { least, whole }: NumberSchema): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value));
}

const WORDS: Readonly<Record<string, string>> = {
  text: 'a string',
  name: 'a string with something in it',
  type: 'the name of a type',
  flag: 'true or false',
  yes: 'true or left out',
  null: 'null',
  list: 'an array',
  record: 'an object',
  object: 'an object',
};

function expected(schema: Schema | undefined): string {
  switch (schema?.kind) {
    case 'number':
      return `a ${schema.whole ? 'whole ' : ''}number of ${String(schema.least)} or more`;
    case 'one-of':
      return `one of ${schema.values.map(quoted).join(', ')}`;
    case 'either':
      return schema.expected;
    default:
      return WORDS[schema?.kind ?? ''] ?? 'something else';
  }
}

function wrong(value: unknown, schema: Schema, { path }: Place): string {
  const hint = schema.kind === 'one-of' && typeof value === 'string' ? suggestion(value, schema.values) : '.';
  return `${path} must be ${expected(schema)}; it is ${shown(value)}${hint}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'function') return 'a function';
  return isObject(value) ? 'an object' : String(value);
}

function within(place: Place, step: string): Place {
  return { ...place, path: place.path + step, depth: (place.depth ?? 0) + 1 };
}

/** `.key` or `['a key']`, as it would be written in code. */
function access(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${quoted(key)}]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function first<Item>(items: Iterable<Item>, ask: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The known name that was most likely meant, as a question at the end of a sentence; else the full stop. */
function suggestion(name: string, known: Iterable<string>): string {
  const ranked = [...known].map((one) => ({ one, apart: lettersApart(name.toLowerCase(), one.toLowerCase()) }));
  const [near] = ranked.sort((a, b) => a.apart - b.apart);
  return near && near.apart <= Math.max(1, Math.floor(name.length / 2)) ? `; did you mean ${quoted(near.one)}?` : '.';
}
