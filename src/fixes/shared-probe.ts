import type { ProbeFact } from '../manifests/kubernetes/model.js';
import type { Edit, Suggestion } from '../project/finding.js';
import type { SharedProbe } from '../project/questions/shared-probes.js';
import { addKey } from './manifest-keys.js';

/** How much longer than readiness liveness waits, when nobody says. */
const FACTOR = 2;
/** Kubernetes gives up after so many failures by default. */
const FAILURES = 3;

/** Gives liveness a question of its own, or more patience. */
export function livenessSuggestions(text: string, { liveness, readiness, patience, other }: SharedProbe): readonly Suggestion[] {
  const period = liveness.periodSeconds?.value ?? 10;
  const failures = Math.max(Math.ceil((patience[1] * FACTOR) / period), 1);
  const apart = isOne(liveness, readiness)
    ? ofItsOwn(text, readiness, 'failureThreshold', readiness.failureThreshold?.value ?? FAILURES)
    : [];
  const path = liveness.handlers[0]?.path;
  const isOwnPath = other !== undefined && path && !isOne(liveness, readiness);
  return [
    ...(isOwnPath ? [{ messageId: 'path', data: { path: `\`${other}\`` }, edits: [{ span: path.span, text: other }] }] : []),
    { messageId: 'patience', data: { failures: String(failures) }, edits: [...threshold(text, liveness, failures), ...apart] },
  ];
}

function threshold(text: string, probe: ProbeFact, failures: number): readonly Edit[] {
  const alias = aliasOf(text, probe);
  if (alias) return ofItsOwn(text, probe, 'failureThreshold', failures);
  const { failureThreshold, place } = probe;
  if (failureThreshold) return [{ span: failureThreshold.span, text: String(failures) }];
  return place ? addKey(text, place, 'failureThreshold', failures) : [];
}

/** Both are one mapping: the other is an alias of it. */
function isOne({ place }: ProbeFact, other: ProbeFact): boolean {
  return place !== undefined && place.span[0] === other.place?.span[0];
}

/** `*probe`, when that is all the probe says. */
function aliasOf(text: string, { keySpan, span }: ProbeFact): string | undefined {
  return /^["']?\s*:\s*(\*[^\s,[\]{}]+)$/u.exec(text.slice(keySpan[1], span[1]))?.[1];
}

/** A probe that is another's alias becomes a mapping that begins with it. */
function ofItsOwn(text: string, probe: ProbeFact, key: string, value: number): readonly Edit[] {
  const alias = aliasOf(text, probe);
  if (alias === undefined) return [];
  const { keySpan, span } = probe;
  const indent = ' '.repeat(keySpan[0] - (text.lastIndexOf('\n', keySpan[0] - 1) + 1) + 2);
  return [{ span: [span[1] - alias.length, span[1]], text: `\n${indent}<<: ${alias}\n${indent}${key}: ${String(value)}` }];
}
