/** What may stand at a place of what users write. */
export type Schema =
  | { readonly kind: 'text' | 'flag' | 'yes' | 'name' | 'null' }
  /** The name of a type that is described somewhere. */
  | { readonly kind: 'type' }
  | NumberSchema
  | WordSchema
  | ListSchema
  | RecordSchema
  | ObjectSchema
  | EitherSchema;

export interface NumberSchema {
  readonly kind: 'number';
  readonly least: number;
  readonly whole?: true;
}
interface WordSchema {
  readonly kind: 'one-of';
  readonly values: readonly string[];
}
export interface ListSchema {
  readonly kind: 'list';
  readonly of: Schema;
}
/** An object whose keys are the user's. */
export interface RecordSchema {
  readonly kind: 'record';
  readonly of: Schema;
}
export interface ObjectSchema {
  readonly kind: 'object';
  readonly fields: () => Fields;
  readonly required: readonly string[];
}
/** What fits one of these; `expected` says so in words. */
export interface EitherSchema {
  readonly kind: 'either';
  readonly of: readonly Schema[];
  readonly expected: string;
}

type Fields = Readonly<Record<string, Schema>>;

/** A schema for each key of a shape, so that none is forgotten. */
export type FieldsOf<Shape> = Readonly<Record<keyof Shape, Schema>>;
/** Each of some words, so that none is left out. */
export type Words<Word extends string> = Readonly<Record<Word, true>>;

export function oneOf(words: Words<string>): Schema {
  return { kind: 'one-of', values: Object.keys(words) };
}

/** All fields of the shape, so that the compiler tells when one is missing here. */
export function object<Shape>(fields: FieldsOf<Shape>, required: readonly (keyof Shape & string)[] = []): Schema {
  return { kind: 'object', fields: () => fields, required };
}

export function list(of: Schema): Schema {
  return { kind: 'list', of };
}

export function record(of: Schema): Schema {
  return { kind: 'record', of };
}

export function either(expected: string, ...of: readonly Schema[]): Schema {
  return { kind: 'either', of, expected };
}
