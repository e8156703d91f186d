/** Globals of the language that call nothing of what they are given; of some, only these members. */
export const inert = {
  JSON: ['parse', 'stringify'],
  Object: ['entries', 'freeze', 'getOwnPropertyNames', 'getPrototypeOf', 'hasOwn', 'is', 'isFrozen', 'keys', 'seal', 'values'],
  Array: ['isArray', 'of'],
  Reflect: ['has', 'ownKeys'],
  console: 'all',
  Math: 'all',
  Number: 'all',
  String: 'all',
  Boolean: 'all',
  BigInt: 'all',
  Symbol: 'all',
  Error: 'all',
  TypeError: 'all',
  RangeError: 'all',
  AggregateError: 'all',
  structuredClone: 'all',
} as const;

/** Modules of Node.js that hold nothing open, so that nothing of them closes or settles anything, whatever it is called (`path.resolve`). */
export const inertModules: ReadonlySet<string> = new Set([
  'node:assert',
  'node:buffer',
  'node:crypto',
  'node:os',
  'node:path',
  'node:path/posix',
  'node:path/win32',
  'node:querystring',
  'node:string_decoder',
  'node:url',
  'node:util',
]);
