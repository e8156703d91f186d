import path from 'node:path';
import type { Span } from '../../facts/module-facts.js';
import type { KustomizationFact, PatchFact, WorkloadFact } from '../../manifests/kubernetes/model.js';
import { readKubernetes } from '../../manifests/kubernetes/read.js';
import { attempted } from '../debug.js';
import { clusterOf, type At } from './cluster.js';
import type { Deployment } from './deployment.js';

/** What a kustomization changes in a workload. */
export interface Patch {
  /** The file that holds it. Absolute. */
  readonly file: string;
  readonly text: string;
  /** Stands as a text in the kustomization: positions are those of that text. */
  readonly isInline: boolean;
  /** What it merges into the workload; undefined for a list of operations. */
  readonly fact: WorkloadFact | undefined;
}

/** A part of a file. */
export interface Spot {
  readonly file: string;
  readonly span: Span;
}

/** Where a part of a patch stands in its file: of a patch within a text, by the line that it is on, if no other line is like it. */
export function spotIn(deployment: Deployment, { file, text, isInline }: Patch, [start, end]: Span): Spot | undefined {
  if (!isInline) return { file, span: [start, end] };
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(begin).split('\n', 1)[0] ?? '';
  const trimmed = line.trim();
  const whole = deployment.text(file) ?? '';
  const at = whole.indexOf(trimmed);
  if (at < 0 || whole.includes(trimmed, at + 1)) return undefined;
  const shift = at - begin - (line.length - line.trimStart().length);
  return { file, span: [start + shift, end + shift] };
}

const DEEPEST = 16;

/** The patches that may be applied to a workload, by those who use it as a base. */
export function patchesFor(deployment: Deployment, { file, fact }: At<WorkloadFact>): readonly Patch[] {
  const cluster = deployment.ask(clusterOf);
  const kustomizations = cluster.files.flatMap((one) =>
    one.fact.kustomizations.map((kustomization) => ({ file: one.file, fact: kustomization })),
  );
  const using = kustomizations.filter((one) => filesUnder(kustomizations, one, 0).has(file));
  return using
    .flatMap((one) => one.fact.patches.flatMap((patch) => patchIn(deployment, one.file, patch)))
    .filter((patch) => isFor(patch, fact));
}

/** The files that a kustomization takes its objects from, through others. */
function filesUnder(all: readonly At<KustomizationFact>[], { file, fact }: At<KustomizationFact>, depth: number): ReadonlySet<string> {
  if (depth > DEEPEST) return new Set();
  const named = fact.resources.map((resource) => path.resolve(path.dirname(file), resource));
  const others = all.filter((one) => named.includes(path.dirname(one.file)) && one.file !== file);
  return new Set([...named, ...others.flatMap((one) => [...filesUnder(all, one, depth + 1)])]);
}

interface Aimed extends Patch {
  readonly target: PatchFact['target'];
}

function patchIn(deployment: Deployment, kustomization: string, { path: relative, inline, target }: PatchFact): readonly Aimed[] {
  const file = relative === undefined ? kustomization : path.resolve(path.dirname(kustomization), relative);
  const text = inline ?? (relative === undefined ? undefined : deployment.text(file));
  if (text === undefined) return [];
  const workloads = attempted(file, () => readKubernetes(text))?.workloads ?? [];
  const facts = workloads.length > 0 ? workloads : [undefined];
  return facts.map((fact) => ({ file, text, isInline: inline !== undefined, fact, target }));
}

function isFor({ fact, target }: Aimed, workload: WorkloadFact): boolean {
  const kind = target?.kind ?? fact?.kind;
  const name = target ? target.name : fact?.name;
  return (
    (kind === undefined || kind === workload.kind) && (name === undefined || workload.name === undefined || matches(name, workload.name))
  );
}

/** As long as a name in Kubernetes can be. */
const LONGEST_NAME = 253;

/** What people write as a name: words, and few `.*`. Others could take for ever, since their author need not mean well. */
const PLAIN = /^(?!(?:.*\*){4})(?:[\w-]|\.\*?)*$/u;

/** Names of targets are regular expressions; one that is not tried may be any name. */
function matches(pattern: string, name: string): boolean {
  const alternatives = pattern.split('|');
  if (name.length > LONGEST_NAME || !alternatives.every((one) => PLAIN.test(one))) return true;
  return alternatives.some((one) => new RegExp(`^${one}$`, 'u').test(name));
}
