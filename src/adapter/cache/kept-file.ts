/** What is written between runs, as JSON; paths are relative to the folder that ESLint runs in. */
import path from 'node:path';
import type { Finding } from '../../project/finding.js';
import { hashOf } from '../../project/hash.js';
import type { Answers, Kind } from '../../project/observed.js';
import { questionWith, type TextQuestion } from '../../project/text-questions.js';
import type { Basis } from './basis.js';

/** Which answer: of a rule, for the program or the manifests below a folder, under some settings. */
export interface Question {
  readonly of: 'code' | 'manifests';
  readonly root: string;
  /** As JSON. */
  readonly settings: string;
  readonly rule: string;
}

export interface Answer extends Question {
  readonly findings: readonly Finding[];
}

/** What ESLint's cache was promised: under this fingerprint, each of these texts has the findings that it had. */
export interface Promised {
  readonly fingerprint?: string | undefined;
  /** Hashes of questions. */
  readonly questions: readonly string[];
  /** A file with a hash of its text. */
  readonly texts: readonly string[];
  /** By question and text, a hash of the findings; left out where there are none. */
  readonly found: Readonly<Record<string, string>>;
}

export interface KeptFile {
  readonly basis: readonly Basis[];
  readonly answers: readonly Answer[];
  readonly promise: Promised;
  /** Some answer could not be found, and so is not among them. */
  readonly isIncomplete: boolean;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
}

/** The first line is a seal: it tells that this build of the plugin has written the rest, and all of it. */
export function serialized(kept: KeptFile, folder: string, maker: string): string {
  const near = nearTo(folder);
  const questions = [...new Set(kept.basis.flatMap(({ answers }) => [...(answers?.keys() ?? [])]))];
  const numbers = new Map(questions.map((question, index) => [question, index]));
  const written: Written = {
    questions: questions.map(({ key }) => key),
    at: kept.at,
    isIncomplete: kept.isIncomplete,
    promise: kept.promise,
    basis: kept.basis.map(({ kind, path: file, stamp, content, answers }) => [
      kind,
      near(file),
      stamp,
      content,
      answers && askedIn(answers, numbers),
    ]),
    answers: kept.answers.map((answer) => located(answer, near)),
  };
  const body = JSON.stringify(written);
  return `${sealOf(body, maker)}\n${body}`;
}

/** `path.relative` takes its time, and nearly all files are below the folder. */
function nearTo(folder: string): (file: string) => string {
  const start = folder + path.sep;
  return (file) => (file.startsWith(start) ? file.slice(start.length) : path.relative(folder, file));
}

/** Undefined for anything else. */
export function deserialized(text: string, folder: string, maker: string): KeptFile | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== sealOf(body, maker)) return undefined;
  const full = (file: string): string => path.resolve(folder, file);
  const { basis, answers, questions: keys, ...written } = JSON.parse(body) as Written;
  const questions = keys.map(questionWith);
  return {
    ...written,
    basis: basis.map(([kind, file, stamp, content, asked]) => ({
      kind,
      path: full(file),
      stamp,
      content: content ?? undefined,
      answers: asked ? answersOf(asked, questions) : undefined,
    })),
    answers: answers.map((answer) => located(answer, full)),
  };
}

function askedIn(answers: Answers, numbers: ReadonlyMap<TextQuestion, number>): readonly Asked[] {
  const asked: Asked[] = [];
  for (const [question, answer] of answers) {
    const number = numbers.get(question) ?? -1;
    asked.push(answer === '' ? number : [number, answer]);
  }
  return asked;
}

function answersOf(asked: readonly Asked[], questions: readonly (TextQuestion | undefined)[]): Answers {
  const answers = new Map<TextQuestion, string>();
  for (const one of asked) {
    const [number, answer] = typeof one === 'number' ? [one, ''] : one;
    const question = questions[number];
    if (question) answers.set(question, answer);
  }
  return answers;
}

function sealOf(body: string, maker: string): string {
  return hashOf(`${maker}\n${body}`);
}

function located(answer: Answer, place: (file: string) => string): Answer {
  const findings = answer.findings.map((finding) => ({ ...finding, file: place(finding.file) }));
  return { ...answer, root: place(answer.root), findings };
}

/** The number of a question, and the answer, if that is not empty. */
type Asked = number | readonly [number, string];

/** The same with paths relative to the folder, and questions by number. */
interface Written extends Pick<KeptFile, 'at' | 'isIncomplete' | 'promise' | 'answers'> {
  /** Their keys. */
  readonly questions: readonly string[];
  readonly basis: readonly (readonly [Kind, string, string, (string | null | undefined)?, (readonly Asked[] | null | undefined)?])[];
}
