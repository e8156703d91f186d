import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { parseModule } from '../facts/parse.js';
import { formatOf } from '../manifests/formats.js';
import { errorsIn } from '../manifests/yaml/read.js';
import { ManifestFiles } from '../project/deployment/manifest-files.js';
import { noteRepair } from '../adapter/cache/kept-answers.js';
import { writeText } from '../project/disk-writes.js';
import { Workspace } from '../project/workspace.js';

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

type Repair = (message: Linter.LintMessage) => Edit | undefined;

export const certainRepair: Repair = ({ fix }) => fix;

export const firstRepair: Repair = ({ fix, suggestions }) => fix ?? suggestions?.[0]?.fix;

/** Applies the repairs of findings, pass after pass. */
export class Repairs {
  /** How often a repair may still be tried: one that leaves its finding standing would be repeated for ever. */
  readonly #tries = new Map<string, number>();

  constructor(readonly repairOf: Repair) {}

  /** Writes what could be repaired; false when that was nothing. */
  async apply(results: readonly ESLint.LintResult[]): Promise<boolean> {
    let changed = false;
    for (const result of results) {
      const edits = this.#editsFor(result);
      if (await repairFile(result, edits)) changed = true;
    }
    return changed;
  }

  #editsFor({ filePath, messages }: ESLint.LintResult): readonly Edit[] {
    const keyOf = ({ ruleId, message }: Linter.LintMessage): string => JSON.stringify([filePath, ruleId, message]);
    for (const key of new Set(messages.map(keyOf))) {
      if (!this.#tries.has(key)) this.#tries.set(key, messages.filter((message) => keyOf(message) === key).length);
    }
    return apart(
      messages.flatMap((message) => {
        const edit = this.repairOf(message);
        return edit ? [{ edit, key: keyOf(message), rank: rankOf(message) }] : [];
      }),
    )
      .filter(({ key }) => this.#mayTry(key))
      .map(({ edit }) => edit);
  }

  #mayTry(key: string): boolean {
    const left = this.#tries.get(key) ?? 0;
    this.#tries.set(key, left - 1);
    return left > 0;
  }
}

/** A shutdown that closes in order what is open comes before what is put into it one by one. */
const FIRST = ['require-sigterm-listener', 'no-exit-before-close'];

function rankOf({ ruleId }: Linter.LintMessage): number {
  const name = ruleId?.slice(ruleId.lastIndexOf('/') + 1) ?? '';
  return FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;
}

interface Placed {
  readonly edit: Edit;
  readonly rank: number;
}

/** From the top, and none that touches another: its place is no longer known then. Of two that touch, the one that ranks first, or stands first. */
function apart<One extends Placed>(repairs: readonly One[]): readonly One[] {
  const start = ({ edit: { range } }: Placed): number => range[0];
  const taken: One[] = [];
  for (const one of repairs.toSorted((a, b) => a.rank - b.rank || start(a) - start(b))) {
    if (!taken.some((other) => touch(one.edit, other.edit))) taken.push(one);
  }
  return taken.toSorted((a, b) => start(a) - start(b));
}

function touch({ range: one }: Edit, { range: other }: Edit): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}

/** Repairs that are right alone can be wrong together; a text that no longer parses is never written. */
async function repairFile({ filePath, source }: ESLint.LintResult, edits: readonly Edit[]): Promise<boolean> {
  if (source === undefined || edits.length === 0) return false;
  const rewrite = formatOf(filePath.split(path.sep).join('/')) ? rewriteManifest : rewriteModule;
  if (await rewrite(filePath, applied(source, edits), source)) return true;
  return edits.length > 1 && (await rewrite(filePath, applied(source, edits.slice(0, 1)), source));
}

async function rewriteModule(file: string, text: string): Promise<boolean> {
  const facts = parseModule(text, file);
  if (!facts) return false;
  noteRepair();
  await writeText(file, text);
  Workspace.of(file).setLive(file, withoutMark(text), () => facts);
  ManifestFiles.noteWritten(file, withoutMark(text));
  return true;
}

async function rewriteManifest(file: string, text: string, before: string): Promise<boolean> {
  if (formatOf(file.split(path.sep).join('/')) === 'yaml' && errorsIn(text) > errorsIn(before)) return false;
  noteRepair();
  await writeText(file, text);
  ManifestFiles.noteWritten(file, withoutMark(text));
  return true;
}

/** Positions are counted without a byte order mark, which is kept. */
function applied(source: string, edits: readonly Edit[]): string {
  const old = withoutMark(source);
  let text = source.slice(0, source.length - old.length);
  let done = 0;
  for (const { range, text: replacement } of edits) {
    text += old.slice(done, range[0]) + replacement;
    done = range[1];
  }
  return text + old.slice(done);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
