import type { ProbeFact } from '../manifests/kubernetes/model.js';
import type { Place } from '../manifests/stated.js';
import type { Edit } from '../project/finding.js';
import type { SlowStart } from '../project/questions/slow-starts.js';
import { addWritten, removeKey, type Written } from './manifest-keys.js';

/** How often a start is looked at. Seconds. */
const PERIOD = 5;
/** How much longer a start may take than the delay was. */
const FACTOR = 4;

const BEFORE = ['name', 'image', 'imagePullPolicy', 'command', 'args', 'ports'];

/** A startup probe that asks the same in the same words, in the place of the delay. */
export function startupEdits(
  text: string,
  { container, liveness, delay }: SlowStart,
): { readonly edits: readonly Edit[]; readonly longest: number } {
  const failures = Math.ceil((delay.value * FACTOR) / PERIOD);
  const probe = probeLike(text, liveness, container.fact.place, failures);
  if (!probe || !liveness.place) return { edits: [], longest: 0 };
  const added = addWritten(text, container.fact.place, probe, BEFORE);
  return { edits: [...added, ...removeKey(text, liveness.place, 'initialDelaySeconds')], longest: failures * PERIOD };
}

/** The question as it is written, for it may hold more than is known here: headers, a template, a comment. */
function probeLike(
  text: string,
  { handlers, place, span, timeoutSeconds }: ProbeFact,
  container: Place,
  failures: number,
): Written | undefined {
  const [handler, ...others] = handlers;
  // What an anchor elsewhere says cannot be copied from here, and is not to be changed for all who name it.
  if (!handler || others.length > 0 || !place || !isWithin(place, span)) return undefined;
  const question = text.slice(...handler.span).trimEnd();
  const numbers = [
    ...(timeoutSeconds ? [['timeoutSeconds', text.slice(...timeoutSeconds.span)] as const] : []),
    ['periodSeconds', String(PERIOD)] as const,
    ['failureThreshold', String(failures)] as const,
  ];
  if (container.indent < 0) return { flow: `"startupProbe": { ${inline(question, numbers, '"')} }`, lines: () => [] };
  const start = `${' '.repeat(container.indent)}startupProbe:`;
  if (place.indent < 0) return { flow: '', lines: () => [`${start} { ${inline(question, numbers, '')} }`] };
  const indent = ' '.repeat(place.indent);
  return {
    flow: '',
    lines: () => [start, ...[question, ...numbers.map(([key, value]) => `${key}: ${value}`)].map((line) => indent + line)],
  };
}

function inline(question: string, numbers: readonly (readonly [string, string])[], quote: string): string {
  return [question, ...numbers.map(([key, value]) => `${quote}${key}${quote}: ${value}`)].join(', ');
}

function isWithin({ span: [start, end] }: Place, [outerStart, outerEnd]: Place['span']): boolean {
  return outerStart <= start && end <= outerEnd;
}
