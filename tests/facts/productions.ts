/** What programs are made of. `<statement>` is to be replaced by one of the texts of that name, `<new>` declares a name, `<name>` uses one. */

export interface Context {
  readonly async: boolean;
  readonly top: boolean;
  readonly loop: boolean;
  readonly function: boolean;
  readonly class: boolean;
}

export interface Production {
  readonly text: string;
  readonly needs?: keyof Context;
  readonly without?: keyof Context;
  /** What is different for its parts. */
  readonly sets?: Partial<Context>;
}

const FUNCTION: Partial<Context> = { async: false, loop: false, function: true };
const ASYNC: Partial<Context> = { async: true, loop: false, function: true };
const LOOP: Partial<Context> = { loop: true };

const plain = (...texts: readonly string[]): readonly Production[] => texts.map((text) => ({ text }));
const within = (sets: Partial<Context>, ...texts: readonly string[]): readonly Production[] => texts.map((text) => ({ text, sets }));
const where = (needs: keyof Context, ...texts: readonly string[]): readonly Production[] => texts.map((text) => ({ text, needs }));

/** The first of each has no part that could go on for ever. */
export const PRODUCTIONS: Readonly<Record<string, readonly Production[]>> = {
  statement: [
    ...plain('server.close();', '(<expression>);', 'const <new><type> = <expression>;', 'let <new><type> = <resource>;', 'var <new>;'),
    ...plain(
      'process.<on>(<signal>, <listener>);',
      'process.<on>(<signal>, <name>);',
      'process.exit(<expression>);',
      'process.exitCode = 1;',
    ),
    ...plain('<name>.on(<event>, <listener>);', '<name>.removeListener(<event>, <name>);', 'clearInterval(<name>);', '<name>.unref?.();'),
    ...plain('if (<expression>) { <statements> } else { <statements> }', 'if (<expression>) (<expression>);', '{ <statements> }', ';'),
    ...plain('try { <statements> } catch (<new>) { <statements> } finally { <statements> }', 'try { <statements> } catch { <statements> }'),
    ...plain('switch (<expression>) { case <signal>: <statements> default: { <statements> } case 1: }', 'throw <expression>;'),
    ...plain('const { a: <new>, b: [<new> = <expression>, ...<new>], ...<new> } = <expression>;', 'debugger;', '<new>: { <statements> }'),
    ...plain(
      'class <new> extends (<expression>) { #kept; <members> }',
      'class <new> { #kept; <members> }',
      '({ x: <name>.a, ...<name>.b } = <expression>);',
    ),
    ...plain('<call>;', '<call>;'),
    ...plain('const <new> = setInterval(<listener>, 1000);', 'process.on(<signal>, <listener>);', 'const <new> = <resource>;'),
    ...within(FUNCTION, 'function <new>(<parameters>) { <body> }', 'function* <new>(<parameters>) { <body> yield* <expression>; }'),
    ...within(ASYNC, 'async function <new>(<parameters>) { <body> }', 'async function* <new>(<parameters>) { yield <expression>; <body> }'),
    ...within(
      LOOP,
      'for (const <new> of <expression>) { <statements> }',
      'while (<expression>) { <statements> }',
      'for (;;) { <statements> }',
    ),
    ...within(LOOP, 'do { <statements> } while (<expression>);', 'for (let <new> = 0, <new> = 1; <expression>; <name>++) { <statements> }'),
    ...within(LOOP, 'for (var <new> in <expression>) (<expression>);'),
    { text: 'for await (const <new> of <expression>) { <statements> }', needs: 'async', sets: LOOP },
    ...where('loop', 'break;', 'continue;', 'if (<expression>) break;'),
    ...where('function', 'return;', 'return <expression>;', 'if (<expression>) return <expression>;'),
    ...where('async', 'await <expression>;', 'await Promise.all([<expression>, <expression>]);', "await once(<name>, 'close');"),
    ...where('top', 'export const <new> = <resource>;', 'export { http as <new> };', 'export class <new> { #kept; <members> }'),
    { text: 'export async function <new>(<parameters>) { <body> }', needs: 'top', sets: ASYNC },
  ],
  statements: plain('', '<statement>', '<statement> <statement>', '<statement> <statement> <statement>'),
  body: plain('', '<statements>', '<statements> <statement>'),
  expression: [
    ...plain('server', '<name>', '<literal>', '<resource>', '(<function>)', '<call>', '<call>', '(<expression>, <expression>)'),
    ...plain('(<name> = <expression>)', '(<name> ??= <expression>)', '<name>.closing', '(<expression> ? <expression> : <expression>)'),
    ...plain(
      '(<expression> && <expression>)',
      '(<expression> ?? <expression>)',
      '!(<expression>)',
      'typeof (<expression>)',
      'void (<expression>)',
    ),
    ...plain('[<expression>, , ...(<expression>)]', '({ <properties> })', '`a${<expression>}b${<expression>}`', '<name>`${<expression>}`'),
    ...plain(
      '(class <new> { #kept; <members> })',
      'new (<expression>)(<expression>)',
      'delete <name>.x',
      "import('./other.js')",
      '(<name>)[<expression>]',
    ),
    ...where('async', '(await <expression>)', '(await import("./other.js")).default'),
    ...where('class', 'this', 'this.<field>', 'this.#kept', '(this.<field> = <expression>)'),
  ],
  call: [
    ...plain(
      'server.close()',
      '<name>.close()',
      '<name>.close(<listener>)',
      '<name>?.close?.()',
      '<name>.end(<name>)',
      '<name>(<expression>)',
    ),
    ...plain(
      '<name>.stop(...<expression>)',
      '<name>.disconnect().then(<listener>, <name>)',
      '(<expression>).finally(<listener>).catch(<listener>)',
    ),
    ...plain(
      'setTimeout(<listener>, 5000).unref()',
      'setInterval(<listener>, 1000)',
      'setImmediate(<name>, <expression>)',
      '<name>.kill("SIGTERM")',
    ),
    ...plain(
      'promisify(<name>.close).call(<name>)',
      '<name>.close.bind(<name>)()',
      'Promise.allSettled([<expression>])',
      '<name>.forEach(<listener>)',
    ),
    ...plain(
      'new Promise((<new>, <new>) => { <statements> })',
      'new Promise((<new>) => <name>.close(<name>))',
      '(<function>)(<expression>)',
    ),
    ...plain('other.start(<expression>)', 'other(<name>)', 'Object.assign(<name>, <expression>)', 'process.kill(process.pid, <signal>)'),
  ],
  resource: plain(
    'http.createServer().listen(3000)',
    'http.createServer(<listener>)',
    'net.createServer(<listener>).listen(<expression>, <listener>)',
    'express().get("/", <listener>).listen(3000)',
    'fastify()',
    'new Pool()',
    'new Redis(<expression>)',
    'new Worker("q", <listener>)',
    'new Queue("q")',
    'new Kafka({}).consumer({ groupId: <expression> })',
    'cron.schedule("* * * * *", <listener>)',
    'new EventEmitter()',
    'cluster.fork()',
  ),
  function: [
    ...within(FUNCTION, '() => {}', 'function () { <body> }', 'function <new>(<parameters>) { <body> }', '(<parameters>) => { <body> }'),
    ...within(FUNCTION, '<new> => (<expression>)', 'function* () { yield <expression>; }'),
    ...within(ASYNC, 'async (<parameters>) => { <body> }', 'async () => <expression>', 'async function () { <body> }'),
  ],
  listener: plain(
    '() => {}',
    '<function>',
    '<name>',
    '<function>',
    '<name>.bind(<name>)',
    '() => process.exit(0)',
    '() => <name>.close(<listener>)',
  ),
  parameters: plain('', '<new><type>', '<new>, <new>', '{ a: <new>, ...<new> }', '<new> = <expression>', '[<new>], ...<new>').map(
    (one) => ({
      ...one,
      // A default may not wait.
      sets: { async: false },
    }),
  ),
  members: plain('', '<member>', '<member> <member>'),
  member: [
    ...within(
      { ...FUNCTION, class: true },
      '<field> = 1;',
      '<field> = <resource>;',
      'static <field> = <expression>;',
      'close() { <body> }',
    ),
    ...within({ ...FUNCTION, class: true }, 'get <field>() { <body> }', 'set <field>(<new>) { <body> }', '[<name>]() { <body> }'),
    ...within(
      { ...ASYNC, class: true },
      'async stop() { <body> }',
      'async *[Symbol.asyncIterator]() { <body> }',
      'async [Symbol.asyncDispose]() { <body> }',
    ),
    ...within({ ...FUNCTION, function: false, class: true }, 'static { <statements> }'),
    ...within({ ...FUNCTION, class: true }, 'close() { super.close?.(); <body> }'),
  ],
  field: plain('server', 'pool', 'timer', 'close', 'stop'),
  properties: [
    ...plain('', '<name>', 'a: <expression>, <properties>', '...<expression>', '[<expression>]: <expression>', 'close: <listener>'),
    ...within(FUNCTION, 'close() { <body> }', 'get a() { <body> }'),
    ...within(ASYNC, 'async stop() { <body> }'),
  ],
  literal: plain('0', '1n', '"SIGTERM"', 'null', 'true', '/a[/]b/u', '``', "'it\\'s'", '-1', 'undefined', 'NaN'),
  signal: plain("'SIGTERM'", "'SIGINT'", "'exit'", "'beforeExit'", "'uncaughtException'", "'SIGKILL'", "'SIGTERN'", '<name>', "'message'"),
  event: plain("'close'", "'error'", "'connection'", "'end'", '<name>'),
  on: plain('on', 'once', 'off', 'prependListener'),
  type: plain(': any', ': http.Server', ': Pool | undefined', ': Promise<void>', ': () => Promise<void>', ''),
};
