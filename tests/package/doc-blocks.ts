/** Examples of the documents, so that tests run what people copy. */
import fs from 'node:fs';
import path from 'node:path';
import { repository } from './built.js';

interface Block {
  readonly language: string;
  readonly text: string;
  /** The last line of text before it. */
  readonly lead: string;
}

function blocksOf(page: string): readonly Block[] {
  const text = fs.readFileSync(path.join(repository, page), 'utf8');
  return [...text.matchAll(/^```(\w*)[^\n]*\n([^]*?)^```$/gmu)].map(({ index, 1: language = '', 2: body = '' }) => {
    const lead = text.slice(0, index).trimEnd().split('\n').at(-1) ?? '';
    return { language, text: body, lead };
  });
}

/** The example of a file: its name stands in a comment on the first line, or in backquotes in the line before. */
export function exampleIn(page: string, file: string): string {
  const found = blocksOf(page).filter(({ text, lead }) => {
    const [first = ''] = text.split('\n');
    return first === `// ${file}` || first === `# ${file}` || first === `-- ${file}` || lead.includes(`\`${file}\``);
  });
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${page} must have one example of ${file}; it has ${String(found.length)}.`);
  return only.text;
}

/** The lines of the examples in a language, such as the commands of `sh`. */
export function linesIn(page: string, language: string): readonly string[] {
  return blocksOf(page)
    .filter((block) => block.language === language)
    .flatMap(({ text }) => text.trimEnd().split('\n'));
}
