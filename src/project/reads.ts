import type { Service } from './service.js';

/** Something about a service that depends on more than its code. */
type Question = (service: Service) => unknown;

/** What has been asked, and what the answers were. */
export type Reads = ReadonlyMap<Question, unknown>;

const asking = new WeakMap<Service, Map<Question, unknown>>();

/** Asks a question whose answer may change while the code stays: whoever depends on it is told. */
export function asked<Answer>(service: Service, question: (service: Service) => Answer): Answer {
  const answer = question(service);
  asking.get(service)?.set(question, answer);
  return answer;
}

/** What the work gives, and what it has asked meanwhile. */
export function withReads<Result>(service: Service, work: () => Result): { readonly result: Result; readonly reads: Reads } {
  const outer = asking.get(service);
  const reads = new Map<Question, unknown>();
  asking.set(service, reads);
  try {
    return { result: work(), reads };
  } finally {
    if (outer) asking.set(service, outer);
    else asking.delete(service);
  }
}

/** Whether each question still has the same answer. */
export function isStillSo(service: Service, reads: Reads): boolean {
  return [...reads].every(([question, answer]) => question(service) === answer);
}
