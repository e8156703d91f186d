import { createRequire } from 'node:module';
import type {
  CommandNode,
  CompoundList,
  Command,
  Function as FunctionNode,
  Word as ShellWord,
  WordPart,
  PipelineNode,
  Script,
  Statement,
  AndOr,
} from 'unbash';
import { placeOf, type PlacedText } from '../placed-text.js';
import type { Word } from './words.js';

/** One simple command of a shell text, in the order of the text. */
export interface ShellCommand {
  /** Without the variables before it, and without `exec`. */
  readonly words: readonly Word[];
  readonly isExec: boolean;
  /** Where `exec ` would be written: before the name of the command, in the shell text. */
  readonly start: number;
  readonly end: number;
  /** Whether variables stand before it or redirections with it: `PORT=80 node x 2>&1`. */
  readonly hasMore: boolean;
  readonly position: Position;
  /** Stands in a loop. */
  readonly isRepeated: boolean;
}

/**
 * Whether the shell has anything left to do once the command runs. `last`: nothing; `last in a block`, `last, redirected`:
 * nothing either, but not every shell sees it; `inner`: more comes, or it is one of several at a time; `background`: `&`.
 */
export type Position = 'last' | 'last in a block' | 'last, redirected' | 'inner' | 'background';

export interface ShellText {
  readonly commands: readonly ShellCommand[];
  /** The commands of the functions that it declares, by name. */
  readonly functions: ReadonlyMap<string, readonly ShellCommand[]>;
  /** The `#!` line, without `#!`. */
  readonly interpreter?: string;
}

interface Parser {
  parse(text: string): Script & { readonly errors?: readonly unknown[] };
}

/** Start scripts are short. Characters. */
const LARGEST = 50_000;
const require = createRequire(import.meta.url);
let parser: Parser | undefined;

/** Undefined for a text that is no shell text, or that is cut off. */
export function readShell(placed: PlacedText, file: string, variables: ReadonlyMap<string, string | undefined>): ShellText | undefined {
  if (placed.text.length > LARGEST || placed.text.includes('\0')) return undefined;
  parser ??= require('unbash') as Parser;
  const script = parser.parse(placed.text);
  if (script.errors && script.errors.length > 0) return undefined;
  const reader = new ShellReader(placed, file, variables);
  reader.list(script.commands, 'last');
  const { commands, functions } = reader;
  return { commands, functions, ...(script.shebang !== undefined && { interpreter: script.shebang.replace(/^#!/u, '').trim() }) };
}

class ShellReader {
  readonly functions = new Map<string, readonly ShellCommand[]>();
  commands: ShellCommand[] = [];
  #loops = 0;
  readonly #placed: PlacedText;
  readonly #file: string;
  readonly #variables: ReadonlyMap<string, string | undefined>;

  constructor(placed: PlacedText, file: string, variables: ReadonlyMap<string, string | undefined>) {
    this.#placed = placed;
    this.#file = file;
    this.#variables = variables;
  }

  list(statements: readonly Statement[], position: Position): void {
    statements.forEach(({ command, background }, index) => {
      const isLast = index === statements.length - 1;
      this.#operation(command, background ? 'background' : isLast ? position : 'inner');
    });
  }

  #operation(node: PipelineNode | AndOr, position: Position): void {
    if (node.type !== 'AndOr') {
      this.#pipeline(node, position);
      return;
    }
    node.commands.forEach((command, index) => {
      const isLast = index === node.commands.length - 1;
      const isAlternative = node.operators.includes('||');
      this.#pipeline(command, isLast && !isAlternative ? position : position === 'background' ? position : 'inner');
    });
  }

  #pipeline(node: PipelineNode, position: Position): void {
    if (node.type !== 'Pipeline') {
      this.#node(node, position);
      return;
    }
    const inside = position === 'background' ? position : 'inner';
    for (const command of node.commands) this.#node(command, node.commands.length === 1 ? position : inside);
  }

  #node(node: CommandNode, position: Position): void {
    const inBlock = position === 'last' ? 'last in a block' : position;
    const inside = position === 'background' ? position : 'inner';
    if (node.type === 'Command') this.#command(node, position);
    else if (node.type === 'Redirected') this.#node(node.command, inside);
    else if (node.type === 'BraceGroup') this.list(node.body.commands, inBlock);
    else if (node.type === 'If') this.#branches([node.then, ...node.elif.map((one) => one.then), node.else], node.clause, inBlock);
    else if (node.type === 'Case')
      this.#branches(
        node.items.map((item) => item.body),
        undefined,
        inBlock,
      );
    else if (node.type === 'Function') this.#function(node);
    else if (node.type === 'Subshell') this.list(node.body.commands, inside);
    else if (node.type === 'For' || node.type === 'While') this.#loop(node.body, inside);
  }

  /** A function runs where it is called; until then its commands are kept. */
  #function({ name, body }: FunctionNode): void {
    const outer = this.commands;
    this.commands = [];
    if (body.type === 'CompoundList') this.list(body.commands, 'inner');
    else this.#node(body, 'inner');
    this.functions.set(name.value, this.commands);
    this.commands = outer;
  }

  #loop(body: CompoundList, position: Position): void {
    this.#loops += 1;
    this.list(body.commands, position);
    this.#loops -= 1;
  }

  #branches(branches: readonly (CompoundList | undefined)[], clause: CompoundList | undefined, position: Position): void {
    if (clause) this.list(clause.commands, 'inner');
    for (const branch of branches) if (branch) this.list(branch.commands, position);
  }

  #command(node: Command, position: Position): void {
    const all = [node.name, ...node.args].flatMap((part) => (part?.type === 'Word' ? [part] : []));
    const isExec = all[0]?.value === 'exec';
    const words = isExec ? all.slice(1) : all;
    const [first] = all;
    if (!first || words.length === 0) return;
    const isRedirected = position === 'last' && node.redirects.length > 0;
    this.commands.push({
      words: words.map((word) => this.#word(word)),
      isExec,
      start: first.pos,
      end: node.end,
      hasMore: node.prefix.length > 0 || node.redirects.length > 0,
      position: isRedirected ? 'last, redirected' : position,
      isRepeated: this.#loops > 0,
    });
  }

  #word(word: ShellWord): Word {
    const span = placeOf(this.#placed, word.pos, word.end);
    const text = word.parts ? textOf(word.parts, this.#variables) : word.value;
    return { text, place: { file: this.#file, span } };
  }
}

function textOf(parts: readonly WordPart[], variables: ReadonlyMap<string, string | undefined>): string | undefined {
  const texts = parts.map((part) => partText(part, variables));
  return texts.some((text) => text === undefined) ? undefined : texts.join('');
}

function partText(part: WordPart, variables: ReadonlyMap<string, string | undefined>): string | undefined {
  if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted') return part.value;
  if (part.type === 'DoubleQuoted') return textOf(part.parts, variables);
  // The arguments of a script stay as they are written, so that a caller can tell `exec "$@"`.
  if (part.type === 'SimpleExpansion') return part.text === '$@' || part.text === '$*' ? part.text : variables.get(part.text.slice(1));
  if (part.type === 'ParameterExpansion' && !part.operation && !part.prefix && !part.index)
    return part.parameter === '@' ? '$@' : variables.get(part.parameter);
  return part.type === 'Glob' ? part.text : undefined;
}
