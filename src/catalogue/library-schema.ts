import { checks, endings, kinds, phases, roles, styles } from './library-words.js';
import {
  TEXT,
  NAME,
  NAMES,
  TYPE,
  FLAG,
  YES,
  POSITION,
  ARGUMENT,
  ARGUMENTS,
  RESULT,
  DEADLINE,
  CONDITION,
  YES_OR_CONDITION,
  PROVISION,
} from './argument-schema.js';
import { either, list, object, oneOf, record, type FieldsOf, type Schema } from './schema.js';
import type { Callback, Close, Command, Convention, Example, Library, Member, Route, SignalHandling, ThingType } from './shape.js';

const ROLE = oneOf(roles);

const CLOSE = object<Close>(
  {
    style: oneOf(styles),
    drains: FLAG,
    forced: YES_OR_CONDITION,
    callback: POSITION,
    of: ARGUMENT,
    kept: TYPE,
    deadline: DEADLINE,
    idempotent: YES,
    event: NAME,
  },
  ['style', 'drains'],
);

const listener: FieldsOf<Omit<Callback, 'at'>> = {
  from: POSITION,
  role: ROLE,
  awaited: FLAG,
  done: POSITION,
  parameters: list(either('the name of a type, or null', TYPE, { kind: 'null' })),
  if: CONDITION,
  serving: NAME,
  drained: YES,
};
const LISTENER = object<Omit<Callback, 'at'>>(listener, ['role']);
const CALLBACK = object<Callback>({ ...listener, at: ARGUMENT }, ['at', 'role']);

const METHOD = either("a method such as 'get', '*', or an object with 'at'", NAME, object({ at: ARGUMENT }, ['at']));
const ROUTE = object<Route>({ method: METHOD, path: ARGUMENT, handlers: ARGUMENTS, from: POSITION, passing: YES }, ['handlers']);

const SIGNALS = object<SignalHandling>(
  {
    handles: NAMES,
    from: ARGUMENT,
    if: CONDITION,
    then: oneOf(endings),
    idempotent: FLAG,
    deadline: DEADLINE,
    deadlineAt: ARGUMENT,
    delay: { kind: 'number', least: 0 },
    delayAt: ARGUMENT,
    closes: ARGUMENT,
  },
  ['handles', 'then'],
);

/** Members have members. */
const MEMBER: Schema = { kind: 'object', fields: () => memberFields, required: [] };
const memberFields: FieldsOf<Member> = {
  is: TYPE,
  members: record(MEMBER),
  collection: TYPE,
  returns: RESULT,
  returnsUnion: YES,
  resolves: RESULT,
  promise: YES,
  opens: FLAG,
  starts: YES_OR_CONDITION,
  closes: CLOSE,
  flushes: CLOSE,
  calls: list(CALLBACK),
  route: ROUTE,
  decorates: ROLE,
  mounts: object({ path: ARGUMENT, children: either("an argument's number, or 'rest'", POSITION, oneOf({ rest: true })) }, ['children']),
  blocks: oneOf({ io: true, cpu: true }),
  io: either("true, or an object with 'timeout'", YES, object({ timeout: ARGUMENTS, made: ARGUMENTS }, ['timeout'])),
  command: ARGUMENTS,
  signals: SIGNALS,
  exits: oneOf({ now: true, signal: true, abort: true }),
  timer: oneOf({ repeating: true, once: true }),
  begins: either('true, or a list of conditions', YES, list(CONDITION)),
  clears: either("an argument's number, or 'this'", POSITION, oneOf({ this: true })),
  clearsAll: YES,
  instanceOf: POSITION,
  provides: PROVISION,
  injects: POSITION,
  sets: object({ name: ARGUMENT, value: ARGUMENT }, ['name', 'value']),
  unrefs: YES_OR_CONDITION,
  tells: YES,
  abort: ARGUMENT,
  aborts: YES,
  receives: YES,
  reads: YES,
  turns: YES,
  disposes: either("true, 'series' or 'parallel'", YES, oneOf({ series: true, parallel: true })),
  bounds: ARGUMENT,
  promisifies: POSITION,
  settledBy: ARGUMENT,
  awaitsEvent: YES,
  joins: oneOf({ all: true, allSettled: true, race: true, any: true }),
  owns: ARGUMENTS,
  attaches: ARGUMENTS,
  logs: YES,
};

const THING_TYPE = object<ThingType>(
  {
    label: NAME,
    kind: oneOf(kinds),
    phase: oneOf(phases),
    keepsAlive: FLAG,
    needsClose: FLAG,
    lazy: YES,
    members: record(MEMBER),
    call: MEMBER,
    prefix: ARGUMENT,
    extends: list(TYPE),
    events: record(LISTENER),
    anyCallIsIo: FLAG,
    part: YES,
    program: NAMES,
    timeouts: ARGUMENTS,
  },
  ['label', 'kind'],
);

const CONVENTION = object<Convention>(
  {
    files: NAME,
    exports: record(ROLE),
    parameters: list(TYPE),
    route: oneOf({ dots: true, folders: true }),
    prefix: TEXT,
  },
  ['files', 'exports'],
);
const COMMAND = object<Command>({ command: NAME, serves: YES, signals: SIGNALS }, ['command']);
const EXAMPLE = object<Example>(
  {
    code: TEXT,
    typescript: YES,
    file: NAME,
    start: NAME,
    opens: NAMES,
    live: FLAG,
    notClosed: TEXT,
  },
  ['code', 'opens', 'live'],
);

/** A library as users may describe it: `manual`, `verified` and `examples` may be left out. */
export const LIBRARY: Schema = object<Library>(
  {
    name: NAME,
    modules: NAMES,
    globals: record(MEMBER),
    versions: NAME,
    manual: TEXT,
    verified: oneOf(checks),
    generated: NAME,
    answers: NAME,
    sweeps: NAME,
    exports: record(MEMBER),
    types: record(THING_TYPE),
    lifecycle: record(ROLE),
    serving: object({ by: TYPE, until: record(NAME) }, ['by', 'until']),
    providers: PROVISION,
    conventions: list(CONVENTION),
    commands: list(COMMAND),
    examples: list(EXAMPLE),
  },
  ['name', 'exports'],
);
