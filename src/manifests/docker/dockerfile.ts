import { createRequire } from 'node:module';
import type { Dockerfile as Tree, Instruction as Node } from 'dockerfile-ast';
import type { Span } from '../../facts/module-facts.js';
import { partOf, type PlacedText } from '../placed-text.js';
import { flagsOf, heredocsOf } from './heads.js';
import { logicalText } from './logical-text.js';

/** A Dockerfile as it is written: its stages and their instructions, in order. */
export interface Dockerfile {
  /** ARG before the first FROM: what FROM lines can see. */
  readonly globals: readonly Instruction[];
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly from: Instruction;
  /** FROM is not among them. */
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  /** In capitals: `CMD`. */
  readonly keyword: string;
  readonly span: Span;
  /** Continued lines joined, comments between them left out; without flags and the bodies of heredocs. */
  readonly argument: PlacedText;
  /** `--from=build` is `from: build`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD is to run when another image is built from this one. */
  readonly trigger?: Instruction;
}

export interface Heredoc {
  readonly name: string;
  readonly body: PlacedText;
}

/** Dockerfiles are written by hand; the parser takes seconds for a heredoc of a megabyte. Characters. */
const LARGEST = 60_000;

interface Parser {
  readonly DockerfileParser: { parse(text: string): Tree };
}

/** Loaded with the first Dockerfile: see decision 13 in docs/architecture.md. */
const require = createRequire(import.meta.url);
let parser: Parser | undefined;

/** Undefined for what is no Dockerfile: binary, beyond reason, without a FROM. */
export function readDockerfile(text: string): Dockerfile | undefined {
  if (text.length > LARGEST || text.includes('\0') || !/^[^\S\r\n\u2028\u2029]*FROM\s/imu.test(text)) return undefined;
  parser ??= require('dockerfile-ast') as Parser;
  const tree = parser.DockerfileParser.parse(text);
  const reader = readerOf(text, tree.getEscapeCharacter());
  const stages: { from: Instruction; instructions: Instruction[] }[] = [];
  const globals: Instruction[] = [];
  for (const node of tree.getInstructions()) {
    const instruction = reader(node);
    if (instruction.keyword === 'FROM') stages.push({ from: instruction, instructions: [] });
    else (stages.at(-1)?.instructions ?? globals).push(instruction);
  }
  return stages.length > 0 ? { globals, stages } : undefined;
}

function readerOf(text: string, escape: string): (node: Node) => Instruction {
  const lines = [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map((match) => match.index + match[0].length)];
  return (node) => {
    const { start, end } = node.getRange();
    const keyword = node.getInstructionRange();
    const span: Span = [(lines[start.line] ?? 0) + start.character, (lines[end.line] ?? 0) + end.character];
    const after = (lines[keyword.end.line] ?? 0) + keyword.end.character;
    return instructionOf(node.getKeyword(), span, logicalText(text, [after, span[1]], escape));
  };
}

function instructionOf(keyword: string, span: Span, all: PlacedText): Instruction {
  const { head, heredocs } = heredocsOf(keyword, all);
  const { flags, rest } = flagsOf(keyword, head);
  const instruction = { keyword, span, argument: rest, flags, heredocs };
  const nested = keyword === 'ONBUILD' ? /^(\w+)/u.exec(rest.text) : null;
  if (!nested?.[1]) return instruction;
  const inner = partOf(rest, nested[1].length, rest.text.length);
  return { ...instruction, trigger: instructionOf(nested[1].toUpperCase(), rest.span, inner) };
}
