import type { ESLint } from 'eslint';
import { formatOf, type Format } from '../formats.js';
import { SourceText } from './source-text.js';

type Language = NonNullable<ESLint.Plugin['languages']>[string];

interface File {
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly bom: boolean;
}

/**
 * A carrier of reports, comments and repairs for files that are no JavaScript. It understands nothing of the text and never fails:
 * a template of Helm is no mistake of its author.
 */
function languageFor(format: (file: string) => Format): Language {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { ManifestRoot: [] },
    validateLanguageOptions: (): void => undefined,
    // Rules for JavaScript read these when they are created.
    normalizeLanguageOptions: (options: object) => ({
      ecmaVersion: 'latest',
      sourceType: 'script',
      parserOptions: {},
      globals: {},
      ...options,
    }),
    parse: (file) => ({ ok: true, ast: sourceOf(file, format).ast }),
    createSourceCode: (file) => sourceOf(file, format),
  };
}

const sources = new WeakMap<File, SourceText>();

function sourceOf(file: File, format: (file: string) => Format): SourceText {
  const text = typeof file.body === 'string' ? file.body : new TextDecoder().decode(file.body);
  const source = sources.get(file) ?? new SourceText(text, format(file.path), file.bom);
  sources.set(file, source);
  return source;
}

/** `graceful-shutdown/yaml` for YAML and JSON, `graceful-shutdown/text` for Dockerfiles and whatever has lines. */
export const languages: Readonly<Record<'yaml' | 'text', Language>> = {
  yaml: languageFor(() => 'yaml'),
  text: languageFor((file) => (formatOf(file.replaceAll('\\', '/')) === 'dockerfile' ? 'dockerfile' : 'plain')),
};
