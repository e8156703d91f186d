import type { Span } from '../../facts/module-facts.js';
import type { Format } from '../formats.js';
import { commentsIn } from './comments.js';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

interface Location {
  readonly start: Position;
  readonly end: Position;
}

interface Place {
  readonly range: Span;
  readonly loc: Location;
}

/**
 * The only node of a manifest. Rules read the text, so that they work with any other parser as well; the name is none of ESTree's,
 * so that rules for JavaScript which are switched on for every file find nothing to look at.
 */
export interface ManifestRoot extends Place {
  readonly type: 'ManifestRoot';
  readonly comments: readonly Comment[];
  readonly tokens: readonly never[];
  readonly body: readonly never[];
}

interface Comment extends Place {
  readonly type: 'Line';
  readonly value: string;
}

interface Directive {
  readonly type: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  readonly node: Comment;
  readonly value: string;
  readonly justification: string;
}

/** Into a node, and out of it. */
interface Step {
  readonly type: 'visit';
  readonly kind: 1;
  readonly phase: 1 | 2;
  readonly target: ManifestRoot;
  readonly args: (ManifestRoot | null)[];
}

const DIRECTIVE = /^[#;]+\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)/u;
const BEFORE_JUSTIFICATION = /\s-{2,}\s/u;

const PARSER_SERVICES = {};
const NO_SCOPE = { type: 'global', variables: [], references: [], through: [], childScopes: [], set: new Map(), upper: null, block: null };
const NO_SCOPES = { scopes: [], globalScope: NO_SCOPE, acquire: () => null, getDeclaredVariables: () => [] };

/** The text of a manifest as ESLint's core and rules look at it. */
export class SourceText {
  readonly ast: ManifestRoot;
  readonly visitorKeys = { ManifestRoot: [] };
  readonly parserServices = PARSER_SERVICES;
  /** Rules for JavaScript ask for scopes when they are created, before they have seen that there is nothing for them. */
  readonly scopeManager = NO_SCOPES;
  #starts: readonly number[] | undefined;
  #lines: readonly string[] | undefined;

  constructor(
    readonly text: string,
    format: Format,
    readonly hasBOM: boolean,
  ) {
    const comments = commentsIn(text, format).map((range): Comment => {
      return { type: 'Line', value: text.slice(range[0] + 1, range[1]), range, loc: this.#locOf(range) };
    });
    const range: Span = [0, text.length];
    const locOf = (): Location => this.#locOf(range);
    this.ast = {
      type: 'ManifestRoot',
      range,
      // Most files are never asked, and some are long.
      get loc() {
        return locOf();
      },
      comments,
      tokens: [],
      body: [],
    };
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= [0, ...[...this.text.matchAll(/\r?\n/gu)].map(({ index, 0: newline }) => index + newline.length)];
    return this.#starts;
  }

  get lines(): readonly string[] {
    this.#lines ??= this.text.split(/\r?\n/u);
    return this.#lines;
  }

  #locOf(range: Span): Location {
    return { start: this.getLocFromIndex(range[0]), end: this.getLocFromIndex(range[1]) };
  }

  getLocFromIndex(index: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) };
  }

  getIndexFromLoc({ line, column }: Position): number {
    return (this.#lineStarts()[line - 1] ?? 0) + column;
  }

  getLoc(node: Place): Location {
    return node.loc;
  }

  getRange(node: Place): [number, number] {
    return [...node.range];
  }

  getText(node?: Place, before = 0, after = 0): string {
    if (!node) return this.text;
    return this.text.slice(Math.max(node.range[0] - before, 0), node.range[1] + after);
  }

  getParent(): undefined {
    return undefined;
  }

  getAncestors(): readonly never[] {
    return [];
  }

  getAllComments(): readonly Comment[] {
    return this.ast.comments;
  }

  getScope(): typeof NO_SCOPE {
    return NO_SCOPE;
  }

  getDeclaredVariables(): readonly never[] {
    return [];
  }

  getDisableDirectives(): { readonly problems: never[]; readonly directives: Directive[] } {
    return { problems: [], directives: this.ast.comments.flatMap((node) => directiveOf(node, this.getText(node))) };
  }

  traverse(): Iterable<Step> {
    return [this.#step(1), this.#step(2)];
  }

  #step(phase: 1 | 2): Step {
    return { type: 'visit', kind: 1, phase, target: this.ast, args: [this.ast, null] };
  }
}

function directiveOf(node: Comment, text: string): readonly Directive[] {
  const [head = '', type] = DIRECTIVE.exec(text) ?? [];
  if (!isType(type)) return [];
  const rest = text.slice(head.length);
  const reason = BEFORE_JUSTIFICATION.exec(rest);
  const value = rest.slice(0, reason?.index).trim();
  const justification = reason ? rest.slice(reason.index + reason[0].length).trim() : '';
  return [{ type, node, value, justification }];
}

function isType(type: string | undefined): type is Directive['type'] {
  return type !== undefined;
}
