/** As much of an editor as the ESLint language server needs. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Connection } from './json-rpc.js';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Action {
  readonly title: string;
  readonly command: { readonly command: string; readonly arguments: readonly unknown[] };
}

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface ApplyEdit {
  readonly edit: {
    readonly documentChanges: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[];
  };
}

/** What the extension of VS Code sends where a user has set nothing. */
const SETTINGS = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  useFlatConfig: true,
  experimental: { useFlatConfig: false },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
};

const LANGUAGES: Readonly<Record<string, string>> = { '.ts': 'typescript', '.js': 'javascript', '.json': 'json', '.yaml': 'yaml' };

export class Editor {
  readonly #texts = new Map<string, { text: string; version: number }>();
  readonly #connection: Connection;

  private constructor(
    readonly folder: string,
    readonly server: string,
  ) {
    const child = spawn(process.execPath, [server, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = new Connection(child, (method, params) => this.#answer(method, params));
  }

  static async start(folder: string, server: string): Promise<Editor> {
    const editor = new Editor(folder, server);
    const uri = pathToFileURL(folder).href;
    await editor.#connection.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'project' }],
      capabilities: {
        workspace: {
          configuration: true,
          applyEdit: true,
          workspaceEdit: { documentChanges: true },
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
        },
        textDocument: {
          diagnostic: { dynamicRegistration: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    editor.#connection.notify('initialized', {});
    return editor;
  }

  async quit(): Promise<void> {
    await this.#connection.request('shutdown', null);
    this.#connection.notify('exit', null);
  }

  open(name: string): void {
    const text = fs.readFileSync(path.join(this.folder, name), 'utf8');
    this.#texts.set(this.#uri(name), { text, version: 1 });
    const languageId = LANGUAGES[path.extname(name)] ?? 'dockerfile';
    this.#connection.notify('textDocument/didOpen', { textDocument: { uri: this.#uri(name), languageId, version: 1, text } });
  }

  textOf(name: string): string {
    return this.#document(this.#uri(name)).text;
  }

  /** Without saving. */
  edit(name: string, text: string): void {
    this.#change(this.#uri(name), text);
  }

  save(name: string): void {
    fs.writeFileSync(path.join(this.folder, name), this.textOf(name));
    this.#connection.notify('textDocument/didSave', { textDocument: { uri: this.#uri(name) } });
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.#connection.request('textDocument/diagnostic', { textDocument: { uri: this.#uri(name) } });
    const { items }: { readonly items: readonly Diagnostic[] } = Object.assign({ items: [] }, report);
    return items;
  }

  async actions(name: string, diagnostic: Diagnostic): Promise<readonly Action[]> {
    const context = { diagnostics: [diagnostic], triggerKind: 1 };
    const actions = await this.#connection.request('textDocument/codeAction', {
      textDocument: { uri: this.#uri(name) },
      range: diagnostic.range,
      context,
    });
    const list: readonly Action[] = Array.isArray(actions) ? actions : [];
    return list;
  }

  /** Has the server carry out an action; the text of the editor is changed when it returns. */
  async apply({ command }: Action): Promise<void> {
    await this.#connection.request('workspace/executeCommand', command);
  }

  #uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  #document(uri: string): { text: string; version: number } {
    const document = this.#texts.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  #change(uri: string, text: string): void {
    const document = this.#document(uri);
    document.text = text;
    document.version += 1;
    this.#connection.notify('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ text }] });
  }

  #answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') return this.#settings(params);
    if (method !== 'workspace/applyEdit') return null;
    const { edit }: ApplyEdit = Object.assign({ edit: { documentChanges: [] } }, params);
    for (const { textDocument, edits } of edit.documentChanges) {
      this.#change(textDocument.uri, edited(this.#document(textDocument.uri).text, edits));
    }
    return { applied: true };
  }

  #settings(params: unknown): unknown {
    const { items }: { readonly items: readonly unknown[] } = Object.assign({ items: [] }, params);
    const workspaceFolder = { uri: pathToFileURL(this.folder).href, name: 'project' };
    return items.map(() => ({ ...SETTINGS, workspaceFolder }));
  }
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return edits
    .toSorted((one, other) => offsetOf(other.range.start) - offsetOf(one.range.start))
    .reduce((changed, { range, newText }) => changed.slice(0, offsetOf(range.start)) + newText + changed.slice(offsetOf(range.end)), text);
}
