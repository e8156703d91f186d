/** Programs that nobody wrote: valid, full of what services do, and nested in ways that no service is. */
import fc from 'fast-check';
import { PRODUCTIONS, type Context, type Production } from './productions.js';

/** Which productions are taken: the same tree gives the same program. */
interface Derivation {
  readonly pick: number;
  readonly parts: readonly Derivation[];
}

export type Dialect = 'module' | 'commonjs' | 'typescript';

const { tree } = fc.letrec<{ tree: Derivation }>((tie) => ({
  tree: fc.record({
    pick: fc.nat(10_000),
    parts: fc.oneof({ maxDepth: 6, withCrossShrink: true }, fc.constant([]), {
      arbitrary: fc.array(tie('tree'), { minLength: 1, maxLength: 4, size: 'max' }),
      weight: 3,
    }),
  }),
}));

export const program = fc.record({
  dialect: fc.constantFrom<Dialect>('module', 'commonjs', 'typescript'),
  statements: fc.array(tree, { minLength: 1, maxLength: 10, size: 'max' }),
});

export type Program = typeof program extends fc.Arbitrary<infer T> ? T : never;

const IMPORTS: readonly (readonly [clause: string, specifier: string])[] = [
  ['http', 'node:http'],
  ['net', 'node:net'],
  ['cluster', 'node:cluster'],
  ['express', 'express'],
  ['fastify', 'fastify'],
  ['cron', 'node-cron'],
  ['other', './other.js'],
];
const NAMED_IMPORTS: typeof IMPORTS = [
  ['once, EventEmitter', 'node:events'],
  ['promisify', 'node:util'],
  ['Pool', 'pg'],
  ['Redis', 'ioredis'],
  ['Worker, Queue', 'bullmq'],
  ['Kafka', 'kafkajs'],
];

export function textOf({ dialect, statements }: Program): string {
  const load = (clause: string, specifier: string): string =>
    dialect === 'commonjs' ? `const ${clause} = require('${specifier}');` : `import ${clause} from '${specifier}';`;
  const head = [
    ...IMPORTS.map(([clause, specifier]) => load(clause, specifier)),
    ...NAMED_IMPORTS.map(([clause, specifier]) => load(`{ ${clause} }`, specifier)),
  ];
  const writer = new Writer(dialect);
  const isModule = dialect !== 'commonjs';
  const context: Context = { async: isModule, top: isModule, loop: false, function: !isModule, class: false };
  return [...head, ...statements.map((statement) => writer.write('statement', statement, context)), ''].join('\n');
}

class Writer {
  readonly #names = ['server', 'shutdown'];

  constructor(readonly dialect: Dialect) {}

  /** Each part of a production is written from the next part of the derivation; where none is left, the first production ends it. */
  write(symbol: string, { pick, parts }: Derivation, context: Context): string {
    if (symbol === 'new') return this.#declare(pick);
    if (symbol === 'name') return this.#names[pick % this.#names.length] ?? '';
    if (symbol === 'type') return this.dialect === 'typescript' ? this.#expand(this.#choose('type', pick, context), [], context) : '';
    return this.#expand(this.#choose(symbol, parts.length === 0 ? 0 : pick, context), parts, context);
  }

  #choose(symbol: string, pick: number, context: Context): Production {
    const all = PRODUCTIONS[symbol] ?? [];
    const allowed = all.filter(({ needs, without }) => (!needs || context[needs]) && (!without || !context[without]));
    const [first = { text: '' }] = allowed;
    return allowed[pick % allowed.length] ?? first;
  }

  #expand({ text, sets }: Production, parts: readonly Derivation[], context: Context): string {
    let next = 0;
    const inner = { ...context, top: false, ...sets };
    return text.replaceAll(/<(\w+)>/gu, (whole, symbol: string) => {
      if (!isSymbol(symbol)) return whole;
      const part = parts[next % Math.max(1, parts.length)] ?? { pick: next, parts: [] };
      next += 1;
      return this.write(symbol, part, inner);
    });
  }

  /** No name is declared twice, and some are as people choose them. */
  #declare(pick: number): string {
    const word = ['server', 'pool', 'timer', 'shutdown', 'worker', 'stop', 'resolve', 'Service'][pick % 8] ?? '';
    const name = `${word}${this.#names.length}`;
    this.#names.push(name);
    return name;
  }
}

/** Types have angle brackets too. */
function isSymbol(name: string): boolean {
  return name === 'new' || name === 'name' || name in PRODUCTIONS;
}
