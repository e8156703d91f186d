/** What is written between runs, as JSON; paths are relative to the folder that ESLint runs in. */
import { hash } from 'node:crypto';
import path from 'node:path';
import type { Finding } from '../../project/finding.js';
import type { Kind } from '../../project/observed.js';

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

/** What the disk said when the answers were found. */
export interface Basis {
  readonly kind: Kind;
  readonly path: string;
  readonly stamp: string;
  /** Hash of the content; undefined where it did not matter. */
  readonly content?: string | undefined;
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

export function hashOf(text: string): string {
  return hash('sha1', text, 'base64url');
}

/** The first line is a seal: it tells that this build of the plugin has written the rest, and all of it. */
export function serialized(kept: KeptFile, folder: string, maker: string): string {
  const near = (file: string): string => path.relative(folder, file);
  const written: Written = {
    at: kept.at,
    isIncomplete: kept.isIncomplete,
    promise: kept.promise,
    basis: kept.basis.map(({ kind, path: file, stamp, content }) => [kind, near(file), stamp, content]),
    answers: kept.answers.map((answer) => located(answer, near)),
  };
  const body = JSON.stringify(written);
  return `${sealOf(body, maker)}\n${body}`;
}

/** Undefined for anything else. */
export function deserialized(text: string, folder: string, maker: string): KeptFile | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== sealOf(body, maker)) return undefined;
  const full = (file: string): string => path.resolve(folder, file);
  const { basis, answers, ...written } = JSON.parse(body) as Written;
  return {
    ...written,
    basis: basis.map(([kind, file, stamp, content]) => ({ kind, path: full(file), stamp, content: content ?? undefined })),
    answers: answers.map((answer) => located(answer, full)),
  };
}

function sealOf(body: string, maker: string): string {
  return hashOf(`${maker}\n${body}`);
}

function located(answer: Answer, place: (file: string) => string): Answer {
  const findings = answer.findings.map((finding) => ({ ...finding, file: place(finding.file) }));
  return { ...answer, root: place(answer.root), findings };
}

/** The same with paths relative to the folder. */
interface Written extends Pick<KeptFile, 'at' | 'isIncomplete' | 'promise' | 'answers'> {
  readonly basis: readonly (readonly [Kind, string, string, (string | null | undefined)?])[];
}
