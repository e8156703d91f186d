/**
 * What a library does to the life of a process, as data.
 *
 * One file under `libraries/` describes one library with the shapes below; users describe in-house libraries with the
 * same shapes in `settings['graceful-shutdown'].catalogue`. There is no logic here and nothing names a rule.
 */

/** A type of this library (`Pool`), or of another one (`node:http#Server`). */
export type TypeName = string;

/**
 * What a thing is for. It decides wording, and which questions are asked about it:
 * `server` and `consumer` take work from outside (both make a process *live*), `scheduler` starts work by itself,
 * `database`, `cache`, `producer` and `client` are dependencies that the work uses, `telemetry` and `logger` hold data that must be flushed.
 */
export type ThingKind =
  | 'server'
  | 'consumer'
  | 'scheduler'
  | 'database'
  | 'cache'
  | 'producer'
  | 'client'
  | 'telemetry'
  | 'logger'
  | 'timer'
  | 'watcher'
  | 'process'
  | 'router'
  | 'helper'
  | 'value';

/** Steps of a shutdown, in the order in which they must happen. */
export type Phase = 'stop-accepting' | 'drain' | 'close-dependencies' | 'flush-telemetry';

export interface Library {
  /** Unique; what `TypeName` uses before `#`. Usually the npm name. */
  readonly name: string;
  /** Import specifiers that give `exports`, when other than `name`; a trailing `/*` matches sub-paths. For node built-ins the `node:` form only. */
  readonly modules?: readonly string[];
  /** Names that need no import (`setInterval`, `process`). */
  readonly globals?: Readonly<Record<string, Member>>;
  /** Only for these versions, as a semver range matched with the range in the project's package.json; newest entry, which stands first, wins when unknown. */
  readonly versions?: string;
  /** The page of the manual that describes closing. */
  readonly manual: string;
  /** How the facts were checked: `measured`, `source` (read), or `manual`. */
  readonly verified: 'measured' | 'source' | 'manual';
  /** Part of the specifiers of code that the library generates into the project (`generated/prisma`): what cannot be found there is taken for it. */
  readonly generated?: string;
  /** It answers paths that no code registers, or finds routes by itself; so do packages with this in their names (`moleculer-web`). */
  readonly answers?: string;
  /** It ends idle connections when a server closes; a program that has this word in it uses it. */
  readonly sweeps?: string;
  /**
   * By exported name. `default` is also what `require()` and `import * as` called directly give.
   * A name that is missing here is looked up in the members of `default`'s namespace (`pg.Pool`).
   */
  readonly exports: Readonly<Record<string, Member>>;
  readonly types?: Readonly<Record<string, ThingType>>;
  /** Methods that the library calls by their name, and when (`onModuleDestroy: 'shutdown'`), in classes of modules that import it. */
  readonly lifecycle?: Readonly<Record<string, Role>>;
  /** Those of `lifecycle` that run while things of this type still take work, each with the one that runs once that is over. */
  readonly serving?: { readonly by: TypeName; readonly until: Readonly<Record<string, string>> };
  /** Object literals that tell what is given for a token; the paths are names of their properties. */
  readonly providers?: Provision;
  /** Files that the library itself runs, relative to the package root, as globs (`app/routes/**`): entry points nobody imports. */
  readonly conventions?: readonly Convention[];
  /** Programs of package.json scripts and Dockerfile commands that run files of the project under this library's care (`fastify start app.js`). */
  readonly commands?: readonly Command[];
  /** Small services that use the library as its manual says; run through the analysis by the tests and printed in the docs. */
  readonly examples: readonly Example[];
}

export interface Example {
  /** A whole module that opens, uses and, on SIGTERM, properly closes the thing. ESM JavaScript unless `typescript`. */
  readonly code: string;
  readonly typescript?: true;
  /** Where the module stands in its project, when that says what it is (`app/routes/health.ts`). */
  readonly file?: string;
  /** The start script of the project, when a program of the library runs the module (`fastify start app.js`). */
  readonly start?: string;
  /** Names of the types (`Pool`) that the code opens, in order of their opening; each is seen closed in the shutdown. */
  readonly opens: readonly string[];
  /** Whether the code makes the process live (serves, consumes). */
  readonly live: boolean;
  /** The same close, wrongly awaited or forgotten: lines of code that stand in place of the line marked with the comment `close` in `code`. */
  readonly notClosed?: string;
}

export interface Convention {
  readonly files: string;
  /** Exported functions by name and the role the framework calls them in (`loader: 'request'`). */
  readonly exports: Readonly<Record<string, Role>>;
  /** Types of what these functions are given, in order. */
  readonly parameters?: readonly TypeName[];
  /** How the path of the file gives a route: the part matched by the last `*` or `**`, with `.` or `/` as separator. */
  readonly route?: 'dots' | 'folders';
  /** What stands before that (`/api`). */
  readonly prefix?: string;
}

export interface Command {
  /** First words (`fastify start`, `next start`, `nest start`). */
  readonly command: string;
  /** It starts a server, and gives it to what the module exports. */
  readonly serves?: true;
  readonly signals?: SignalHandling;
}

/** A function, class, method, property or namespace. All parts are optional and combine. */
export interface Member {
  /** Reading it gives a thing of this type (`mongoose.connection`), or the namespace below. */
  readonly is?: TypeName;
  readonly members?: Readonly<Record<string, Member>>;
  /** Reading or calling it gives an array, Set or Map of things of this type (`wss.clients`). */
  readonly collection?: TypeName;
  /** Calling it, or `new`, gives a thing of this type. `this` is the receiver (chaining); `0`, `1` … is that argument (`Object.freeze(x)`). */
  readonly returns?: TypeName | 'this' | number;
  /** TypeScript takes what it returns for one of several types (`Server | Http2Server`), and wants to be told which. */
  readonly returnsUnion?: true;
  /** Calling it gives a promise of … Use `promise: true` when there is nothing to name. */
  readonly resolves?: TypeName | 'this' | number;
  readonly promise?: true;
  /** Takes several turns of the event loop, so that an exit of the process cuts it off (`fs.writeFile`; measured: one that takes a single step, as `fs.unlink`, is done). */
  readonly turns?: true;
  /** Calling it opens what it returns: a new thing that somebody must close. Without it `returns` is access to an existing thing. */
  readonly opens?: boolean;
  /** Calling it makes the receiver (of a method) or the returned thing (of a function or `new`) live. */
  readonly starts?: true | Condition;
  readonly closes?: Close;
  /** Calling it writes out what is buffered. Style as for close. */
  readonly flushes?: Close;
  /** Functions among the arguments and when they run. */
  readonly calls?: readonly Callback[];
  readonly route?: Route;
  /** As a decorator of a method: makes the library call it in this role (`@Cron()`, `@MessagePattern()`). `route` on a decorator means `request`; `mounts.path` on a class decorator is the prefix. */
  readonly decorates?: Role;
  /** Mounts a router, plugin or handler list of its arguments below a path: `app.use('/health', router)`. */
  readonly mounts?: { readonly path?: ArgumentPath; readonly children: number | 'rest' };
  /** Blocks the event loop: waits for a device or another process (`io`), or computes for long (`cpu`). */
  readonly blocks?: 'io' | 'cpu';
  /** Talks to something outside the process and may take long; bounded by an option of the call, or by one that its receiver was made with. */
  readonly io?: true | { readonly timeout: readonly ArgumentPath[]; readonly made?: readonly ArgumentPath[] };
  /** Makes a command of the program, or what it is given is one: a process runs one of them. Where its name may stand. */
  readonly command?: readonly ArgumentPath[];
  /** Registers handling of termination signals. */
  readonly signals?: SignalHandling;
  /** Ends the process: `now` at once (`process.exit`), `signal` by sending itself one (`process.kill(process.pid)`), `abort`. */
  readonly exits?: 'now' | 'signal' | 'abort';
  /** A timer or schedule: how often its callback runs. */
  readonly timer?: 'repeating' | 'once';
  /** Where the timer begins with the call only if one of these holds; `true` for the method that begins it (`job.start()`). */
  readonly begins?: true | readonly Condition[];
  /** Clears the timer or schedule given as this argument, or its receiver. */
  readonly clears?: number | 'this';
  /** Clears every timer or schedule that this library made, or gives them all to be cleared (`schedule.gracefulShutdown()`, `cron.getTasks()`). */
  readonly clearsAll?: true;
  /** Gives what is provided for the token in this argument, else the one instance of that class, as a container of dependencies does (`app.get(Pool)`). */
  readonly instanceOf?: number;
  /** Tells the container what it gives for a token. */
  readonly provides?: Provision;
  /** As a decorator of a parameter or field: what is provided for the token in this argument is put there (`@Inject(CACHE)`). */
  readonly injects?: number;
  /** Puts a value under a name on its receiver, where it is read as a property (`fastify.decorate('db', pool)`). */
  readonly sets?: { readonly name: ArgumentPath; readonly value: ArgumentPath };
  /** Lets the process end although the receiver, or what it makes, is open. */
  readonly unrefs?: true | Condition;
  /** From then on its receiver only receives: nothing that was asked of it can be cut off (a Redis client that subscribes). */
  readonly receives?: true;
  /** Waits for entries and leaves them where they are, so nothing is lost when it is cut off (`XREAD`). */
  readonly reads?: true;
  /**
   * Runs what it, or its receiver, was given for that (`stack.disposeAsync()`): what is closed so is not followed, unless it is a list of
   * functions here that call back, one after the other or all at once, and a function for their end behind it (`async.series([…], done)`).
   */
  readonly disposes?: true | 'series' | 'parallel';
  /** Tells the receiver something; in a shutdown that may be to end. */
  readonly tells?: true;
  /** Makes its receiver (or argument) answer to an abort signal given here; aborting it closes or clears. */
  readonly abort?: ArgumentPath;
  /** Aborts the signal of its receiver. */
  readonly aborts?: true;
  /** A time after which the graceful close of what it returns cuts what is left (`stoppable(server, 8000)`). */
  readonly bounds?: ArgumentPath;
  /** Takes a callback-style function and gives one that returns a promise (`util.promisify`). */
  readonly promisifies?: number;
  /** Gives a promise of what the function here passes to its first parameter (`new Promise((resolve) => …)`). */
  readonly settledBy?: ArgumentPath;
  /** Gives a promise of the next event named by argument 1 of the emitter in argument 0 (`events.once`). */
  readonly awaitsEvent?: true;
  /** How the promises in argument 0 make the returned promise. */
  readonly joins?: 'all' | 'allSettled' | 'race' | 'any';
  /** An argument becomes part of the result and is closed with it: `http.createServer(app)`, `new WebSocketServer({ server })`. */
  readonly owns?: readonly ArgumentPath[];
  /** What the thing attaches to, an argument or the receiver (`this`): closing that closes this as well, but not the other way round. */
  readonly attaches?: readonly ArgumentPath[];
  /** Writes to the log or counts a metric: harmless in a shutdown, and a trace of it. */
  readonly logs?: true;
}

/** What a container of dependencies gives for a token - a class, a text, a symbol: `bind(CACHE).to(RedisCache)`, `{ provide: CACHE, useClass: RedisCache }`. */
export interface Provision {
  readonly token: ArgumentPath;
  /** The token is an argument of the call that made the receiver. */
  readonly bound?: true;
  /** An object of this class … */
  readonly class?: ArgumentPath;
  /** … this itself … */
  readonly value?: ArgumentPath;
  /** … what this function gives … */
  readonly factory?: ArgumentPath;
  /** … or what is given for this other token. */
  readonly alias?: ArgumentPath;
}

export interface ThingType {
  /** How a message may call it: `HTTP server`, `connection pool`. Lower case. */
  readonly label: string;
  readonly kind: ThingKind;
  readonly phase?: Phase;
  /** Holds the event loop, so that the process does not end by itself while it is open. */
  readonly keepsAlive?: boolean;
  /** Whether it must be closed: it holds the loop, holds work in flight, or loses data otherwise. */
  readonly needsClose?: boolean;
  /** It holds nothing until one of its methods is called (`client.connect()`), whatever has made it. */
  readonly lazy?: true;
  readonly members?: Readonly<Record<string, Member>>;
  /** What calling the thing itself does, with `new` or as the tag of a template too (`knex('users')`, `new User()`, ``sql`select 1` ``). */
  readonly call?: Member;
  /** Where the call that makes a router has the path that stands before all its routes (`new Router({ prefix: '/api' })`). */
  readonly prefix?: ArgumentPath;
  /** Members and events of these are its own as well, its own first. */
  readonly extends?: readonly TypeName[];
  /** What `on`, `once` and `addListener` of this emitter register, by event name; `*` for any other. Its presence makes it an emitter. */
  readonly events?: Readonly<Record<string, Omit<Callback, 'at'>>>;
  /** Every call that is not described talks to the dependency (`prisma.user.findMany()`, `pool.query()`), also on what such a call or property gives. */
  readonly anyCallIsIo?: boolean;
  /** One of the many that its owner hands out, as a connection of a server: closing one closes nothing else. */
  readonly part?: true;
  /** The library makes an object of each class that extends it, as a program of its own, and calls these methods of it in turn. */
  readonly program?: readonly string[];
  /** Option paths of the constructor that bound each call in time (`0.query_timeout`). */
  readonly timeouts?: readonly ArgumentPath[];
}

/** `promise`: the returned promise settles when closed. `callback`: only the callback tells; the returned value is no promise. `either`: callback if given, else a promise. `sync`: closed when it returns. `detached`: starts closing, nothing tells the end. */
export interface Close {
  readonly style: 'promise' | 'callback' | 'either' | 'sync' | 'detached';
  /** Waits for work in flight. */
  readonly drains: boolean;
  /** Cuts work in flight: always, or when the condition holds (`worker.close(true)`). */
  readonly forced?: true | Condition;
  /** Position of the completion callback; the last function argument if absent. */
  readonly callback?: number;
  /** What is closed when it is not the receiver: an argument. */
  readonly of?: ArgumentPath;
  /** The type of what the library keeps for itself, when a function of its own closes that: `Sentry.close()`. */
  readonly kept?: TypeName;
  /** Bounds the wait: an option or argument that holds a time, or a known default in milliseconds. */
  readonly deadline?: ArgumentPath | number;
  /** May be called again without harm. */
  readonly idempotent?: true;
  /** Event of the receiver that tells the end (default `close`). */
  readonly event?: string;
}

/**
 * When a function given to a library runs.
 *
 * `request` handler or middleware · `error-request` error middleware · `message` job, message or stream consumer · `connection` new connection
 * of a live server · `event` another emitter event · `timer` interval or timeout · `schedule` cron job · `signal` termination signal ·
 * `fatal` uncaught exception or rejection · `exit`, `beforeExit` of the process · `shutdown` step of a shutdown that the library runs ·
 * `probe` health check · `listening` once a server accepts · `startup` while starting · `plugin` at start, with the instance ·
 * `now` before the call returns (`forEach`) · `settled` when a promise settles (`then`) · `completion` when the called operation is done ·
 * `startup-error` when starting fails (`server.on('error')`).
 */
export type Role =
  | 'request'
  | 'error-request'
  | 'message'
  | 'connection'
  | 'event'
  | 'timer'
  | 'schedule'
  | 'signal'
  | 'fatal'
  | 'exit'
  | 'beforeExit'
  | 'shutdown'
  | 'probe'
  | 'listening'
  | 'startup'
  | 'plugin'
  | 'now'
  | 'settled'
  | 'completion'
  | 'startup-error';

export interface Callback {
  /** Where the function stands: argument number, `last` or `rest` (each function or array of functions from `from` on), or a path into an options argument (`1.onSignal`). A path ending in `.*` means each property's value. */
  readonly at: ArgumentPath | 'last' | 'rest';
  readonly from?: number;
  readonly role: Role;
  /** The library waits for the promise that the function returns. */
  readonly awaited?: boolean;
  /** Position of a `done` callback in the function's parameters that ends it (fastify `onClose(instance, done)`). */
  readonly done?: number;
  /** Types of the parameters that the function receives. */
  readonly parameters?: readonly (TypeName | null)[];
  readonly if?: Condition;
  /** A shutdown step that runs while its library still takes work; what to register for to come once that is over. */
  readonly serving?: string;
  /** A shutdown step that comes once the library's server has answered all. */
  readonly drained?: true;
}

export interface Route {
  /** HTTP method in lower case, `*` for any, or where it stands. */
  readonly method?: string | { readonly at: ArgumentPath };
  /** Where the path stands (a string or an array of strings); absent for a handler of every path. */
  readonly path?: ArgumentPath;
  /** Handlers: functions, arrays of functions, or an object with a `handler`; all but the last are middleware. */
  readonly handlers: readonly (ArgumentPath | 'rest')[];
  readonly from?: number;
  /** Handlers that take a third argument pass the request on: they answer nothing. */
  readonly passing?: true;
}

/** `0`, `1.handler`, `0.server.port`: an argument, then properties into it. */
export type ArgumentPath = number | string;

export interface Condition {
  readonly at: ArgumentPath;
  /** Holds when the argument is this literal (or one of them) … */
  readonly is?: string | number | boolean | readonly (string | number | boolean)[];
  /** … or is given at all (`true`) or absent (`false`) … */
  readonly given?: boolean;
  /** … or is a literal of this type (`new Server(3000)`). */
  readonly literal?: 'number' | 'string';
  /** Turns the answer round. */
  readonly not?: true;
}

export interface SignalHandling {
  /** Handled by default. */
  readonly handles: readonly string[];
  /** An argument that lists the signals instead: a string, an array of strings, or an object whose keys are the signals. */
  readonly from?: ArgumentPath;
  readonly if?: Condition;
  /** What happens after its hooks: `exit` (ends the process), `reraise` (sends itself the signal again), `nothing`. */
  readonly then: 'exit' | 'reraise' | 'nothing';
  /** Runs once however often the signal comes. */
  readonly idempotent?: boolean;
  /** Bound in milliseconds by default, or where it is given. */
  readonly deadline?: number | ArgumentPath;
  /** Where another bound than the one by default is given. */
  readonly deadlineAt?: ArgumentPath;
  /** Goes on serving for so many milliseconds before it closes anything. */
  readonly delay?: number;
  /** Where another delay is given. */
  readonly delayAt?: ArgumentPath;
  /** Closes this argument (a server), or its receiver (`this`), gracefully by itself. */
  readonly closes?: ArgumentPath;
}
