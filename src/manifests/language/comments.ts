import { createRequire } from 'node:module';
import type DockerfileAst from 'dockerfile-ast';
import type { Span } from '../../facts/module-facts.js';
import type { Format } from '../formats.js';
import { maskTemplates } from '../yaml/mask.js';
import { yamlLibrary } from '../yaml/read.js';

const require = createRequire(import.meta.url);

/** Where the comments of a manifest stand. Only texts that speak to ESLint are read for it. */
export function commentsIn(text: string, format: Format): readonly Span[] {
  if (!text.includes('eslint-')) return [];
  try {
    if (format === 'yaml') return yamlComments(text);
    return format === 'dockerfile' ? dockerfileComments(text) : plainComments(text);
  } catch {
    return [];
  }
}

/** `# eslint-disable` inside a block scalar is no comment: the lexer knows, a search for `#` does not. */
function yamlComments(text: string): readonly Span[] {
  const { Lexer } = yamlLibrary();
  const comments: Span[] = [];
  let offset = 0;
  let before = '';
  for (const token of new Lexer().lex(maskTemplates(text).text)) {
    if (token.startsWith('#') && before !== SCALAR) comments.push([offset, offset + token.length]);
    if (!MARKS.has(token)) offset += token.length;
    before = token;
  }
  return comments;
}

/** Announces that the next token is a scalar. */
const SCALAR = '\x1f';
/** Tokens that stand for nothing in the text. */
const MARKS = new Set(['\x02', '\x18', SCALAR]);

function dockerfileComments(text: string): readonly Span[] {
  const { DockerfileParser } = require('dockerfile-ast') as typeof DockerfileAst;
  const starts = lineStarts(text);
  return DockerfileParser.parse(text)
    .getComments()
    .map((comment): Span => {
      const { start, end } = comment.getRange();
      return [(starts[start.line] ?? 0) + start.character, (starts[end.line] ?? 0) + end.character];
    });
}

function plainComments(text: string): readonly Span[] {
  return [...text.matchAll(/^[ \t]*([#;].*)$/gmu)].map(([line, comment = ''], index, all) => {
    const end = (all[index]?.index ?? 0) + line.length;
    return [end - comment.length, end];
  });
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r?\n/gu)].map(({ index, 0: newline }) => index + newline.length)];
}
