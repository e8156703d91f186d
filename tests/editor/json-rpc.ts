/** The base protocol of language servers: JSON messages with a Content-Length, over the pipes of a child process. */
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export type Server = ChildProcessByStdio<Writable, Readable, null>;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Answers what the server asks of the editor. */
export type Answer = (method: string, params: unknown) => unknown;

export class Connection {
  #buffer = Buffer.alloc(0);
  #lastId = 0;
  readonly #waiting = new Map<number | string, Waiting>();

  constructor(
    readonly server: Server,
    readonly answer: Answer,
  ) {
    server.stdout.on('data', (chunk: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk]);
      for (let message = this.#next(); message; message = this.#next()) this.#handle(message);
    });
    server.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The language server ended with ${String(code)}.`));
    });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = (this.#lastId += 1);
    this.#send({ id, method, params });
    return await new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.server.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  }

  #next(): Message | undefined {
    const head = this.#buffer.indexOf('\r\n\r\n');
    if (head < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/iu.exec(this.#buffer.toString('ascii', 0, head))?.[1]);
    const end = head + 4 + length;
    if (this.#buffer.length < end) return undefined;
    const text = this.#buffer.toString('utf8', head + 4, end);
    this.#buffer = this.#buffer.subarray(end);
    return JSON.parse(text);
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      if (id !== undefined) this.#send({ id, result: this.answer(method, params) ?? null });
      return;
    }
    const waiting = this.#waiting.get(id ?? '');
    this.#waiting.delete(id ?? '');
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
