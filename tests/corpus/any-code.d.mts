export declare const PARSERS: readonly string[];

export interface Outcome {
  readonly files: number;
  /** Files that the parser refuses: mistakes on purpose, and syntax that it does not know. */
  readonly refused: number;
  readonly findings: readonly string[];
  /** Lines that tell of errors inside of the plugin, or of a process that did not end by itself. */
  readonly failures: readonly string[];
  /** Seconds of linting. */
  readonly seconds: number;
  /** Seconds of the whole process on all processors. */
  readonly cpu: number;
  /** MiB at most. */
  readonly memory: number;
}

export declare function lintAnyCode(folder: string, parser: string, what?: 'rules' | 'parse'): Promise<Outcome>;
