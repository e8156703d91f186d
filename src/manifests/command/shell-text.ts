import { createRequire } from 'node:module';
import type {
  Case,
  CommandNode,
  CompoundList,
  Command,
  Function as FunctionNode,
  Word as ShellWord,
  PipelineNode,
  Script,
  Statement,
  AndOr,
} from 'unbash';
import { placeOf, type PlacedText } from '../placed-text.js';
import { ShellValues } from './shell-values.js';
import type { Word } from './words.js';

/** One simple command of a shell text, in the order of the text. */
export interface ShellCommand {
  /** Without the variables before it, and without `exec`. */
  readonly words: readonly Word[];
  readonly isExec: boolean;
  /** What `"$@"` stands for there, where it is known. */
  readonly args?: readonly Word[];
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

/** Undefined for a text that is no shell text, or that is cut off. The arguments are those it is started with, where they are known. */
export function readShell(
  placed: PlacedText,
  file: string,
  variables: ReadonlyMap<string, string | undefined>,
  args?: readonly Word[],
): ShellText | undefined {
  if (placed.text.length > LARGEST || placed.text.includes('\0')) return undefined;
  parser ??= require('unbash') as Parser;
  const script = parser.parse(placed.text);
  if (script.errors && script.errors.length > 0) return undefined;
  const reader = new ShellReader(placed, file, new ShellValues(variables, args));
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
  #values: ShellValues;

  constructor(placed: PlacedText, file: string, values: ShellValues) {
    this.#placed = placed;
    this.#file = file;
    this.#values = values;
  }

  list(statements: readonly Statement[], position: Position): void {
    statements.forEach(({ command, background }, index) => {
      const isLast = statements.slice(index + 1).every((next) => this.#values.isEmptyCall(next.command));
      this.#operation(command, background ? 'background' : isLast ? position : 'inner');
    });
  }

  #operation(node: PipelineNode | AndOr, position: Position): void {
    if (node.type !== 'AndOr') {
      this.#pipeline(node, position);
      return;
    }
    const isAlternative = node.operators.includes('||');
    node.commands.forEach((command, index) => {
      const isLast = index === node.commands.length - 1;
      const run = (): void => {
        this.#pipeline(command, isLast && !isAlternative ? position : position === 'background' ? position : 'inner');
      };
      if (isAlternative) this.#values.inBranch(run);
      else run();
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
    else if (node.type === 'Case') this.#case(node, inBlock);
    else if (node.type === 'Function') this.#function(node);
    else if (node.type === 'Subshell') this.#branches([node.body], undefined, inside);
    else if (node.type === 'For' || node.type === 'While') this.#loop(node.body, inside);
  }

  /** A function runs where it is called, with arguments of its own; until then its commands are kept. */
  #function({ name, body }: FunctionNode): void {
    const outer = this.commands;
    const values = this.#values;
    this.commands = [];
    this.#values = new ShellValues(new Map());
    if (body.type === 'CompoundList') this.list(body.commands, 'inner');
    else this.#node(body, 'inner');
    this.functions.set(name.value, this.commands);
    this.commands = outer;
    this.#values = values;
  }

  #loop(body: CompoundList, position: Position): void {
    this.#loops += 1;
    this.#branches([body], undefined, position);
    this.#loops -= 1;
  }

  #branches(branches: readonly (CompoundList | undefined)[], clause: CompoundList | undefined, position: Position): void {
    if (clause) this.list(clause.commands, 'inner');
    this.#values.inBranch(() => {
      for (const branch of branches) if (branch) this.list(branch.commands, position);
    });
  }

  #case(node: Case, position: Position): void {
    const { bodies, isCertain } = this.#values.ways(node);
    if (isCertain) for (const body of bodies) this.list(body.commands, position);
    else this.#branches(bodies, undefined, position);
  }

  #command(node: Command, position: Position): void {
    const all = [node.name, ...node.args].flatMap((part) => (part?.type === 'Word' ? [part] : []));
    const isExec = all[0]?.value === 'exec';
    const words = isExec ? all.slice(1) : all;
    const [first] = all;
    this.#values.take(node);
    if (!first || words.length === 0 || this.#values.isNothing(words)) return;
    const isRedirected = position === 'last' && node.redirects.length > 0;
    this.commands.push({
      words: words.map((word) => this.#word(word)),
      ...(this.#values.args && { args: this.#values.args }),
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
    return { text: this.#values.text(word), place: { file: this.#file, span } };
  }
}
