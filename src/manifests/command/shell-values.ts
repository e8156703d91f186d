import type { AndOr, Assignment, Case, Command, CompoundList, PipelineNode, Word as ShellWord, WordPart } from 'unbash';
import type { Word } from './words.js';

/** A `*` that stands alone in a pattern. */
const ANYTHING = /^\*$/u;

/**
 * What the variables and arguments of a shell text hold, as its commands are gone through: an entrypoint script mostly keeps its first
 * argument, shifts it away, and says by `case` which program that is.
 */
export class ShellValues {
  readonly #variables: Map<string, string | undefined>;
  /** Undefined where nobody knows them. */
  #args: readonly Word[] | undefined;
  /** How many branches stand around the command: what is done there may not be done at all. */
  #branches = 0;

  constructor(variables: ReadonlyMap<string, string | undefined>, args?: readonly Word[]) {
    this.#variables = new Map(variables);
    this.#args = args && args.length > 0 ? args : undefined;
  }

  /** What `"$@"` stands for. */
  get args(): readonly Word[] | undefined {
    return this.#args;
  }

  inBranch(work: () => void): void {
    this.#branches += 1;
    work();
    this.#branches -= 1;
  }

  /** What a command does to them: an assignment of its own, `shift`. */
  take({ name, prefix, suffix }: Command): void {
    if (!name) for (const one of prefix.filter((part) => part.type === 'Assignment')) this.#assign(one);
    if (name?.value !== 'shift' || this.#branches > 0) return;
    const [count] = suffix;
    this.#args = this.#args?.slice(count?.type === 'Word' ? Number(count.value) || 1 : 1);
  }

  #assign({ name, value, append, index }: Assignment): void {
    const isPlain = this.#branches === 0 && append !== true && index === undefined && value.type === 'Word';
    this.#variables.set(name, isPlain ? this.text(value) : undefined);
  }

  /** `exec "$@"` of a script whose arguments are used up. */
  isEmptyCall(node: PipelineNode | AndOr): boolean {
    if (node.type !== 'Command' || node.name?.type !== 'Word') return false;
    const words = [node.name, ...node.suffix].flatMap((part) => (part.type === 'Word' ? [part] : []));
    return this.isNothing(words[0]?.value === 'exec' ? words.slice(1) : words);
  }

  isNothing(words: readonly ShellWord[]): boolean {
    return this.#args?.length === 0 && words.every((word) => this.text(word) === '$@');
  }

  text(word: ShellWord): string | undefined {
    return word.parts ? this.#textOf(word.parts) : word.value;
  }

  /** The ways through a `case` that may run: the one of a pattern that is met for certain, else all of them. */
  ways({ word, items }: Case): { readonly bodies: readonly CompoundList[]; readonly isCertain: boolean } {
    const value = this.text(word);
    const bodies = items.map(({ body }) => body);
    if (value === undefined || value === '$@') return { bodies, isCertain: false };
    for (const { pattern, body, terminator } of items) {
      const texts = pattern.map((one) => (hasGlob(one) ? undefined : this.text(one)));
      const isMet = texts.includes(value) || pattern.some(isAnything);
      if (isMet && (terminator ?? ';;') === ';;') return { bodies: [body], isCertain: true };
      if (isMet || texts.includes(undefined)) break;
    }
    return { bodies, isCertain: false };
  }

  #textOf(parts: readonly WordPart[]): string | undefined {
    const texts = parts.map((part) => this.#partText(part));
    return texts.some((text) => text === undefined) ? undefined : texts.join('');
  }

  #partText(part: WordPart): string | undefined {
    if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted') return part.value;
    if (part.type === 'DoubleQuoted') return this.#textOf(part.parts);
    // The arguments of a script stay as they are written, so that a caller can tell `exec "$@"`.
    if (part.type === 'SimpleExpansion') return part.text === '$@' || part.text === '$*' ? part.text : this.#value(part.text.slice(1));
    if (part.type === 'ParameterExpansion' && !part.operation && !part.prefix && !part.index)
      return part.parameter === '@' ? '$@' : this.#value(part.parameter);
    return part.type === 'Glob' ? part.text : undefined;
  }

  #value(name: string): string | undefined {
    const position = /^[1-9]\d*$/u.test(name) ? Number(name) : 0;
    if (position === 0) return this.#variables.get(name);
    if (!this.#args) return undefined;
    const word = this.#args[position - 1];
    return word ? word.text : '';
  }
}

function hasGlob({ parts }: ShellWord): boolean {
  return parts?.some((part) => part.type === 'Glob' || part.type === 'ExtendedGlob') === true;
}

function isAnything(word: ShellWord): boolean {
  return word.parts ? word.parts.length === 1 && word.parts[0]?.type === 'Glob' && ANYTHING.test(word.value) : ANYTHING.test(word.value);
}
