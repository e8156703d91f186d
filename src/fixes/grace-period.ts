import type { Workload } from '../project/deployment/workloads.js';
import type { Suggestion } from '../project/finding.js';
import type { ShortGrace } from '../project/questions/grace-periods.js';
import { addKey } from './manifest-keys.js';

/** What a repair leaves over. Seconds. */
const SPARE = 5;
/** What a shutdown gets when the code does not say what it needs. Seconds. */
const USUAL = 30;

/** Makes the platform wait long enough. */
export function graceSuggestions(text: string, found: ShortGrace): readonly Suggestion[] {
  const { stated, isDefault, workload, hook, code, needed } = found;
  const seconds = String(Math.ceil(code ? needed : hook + USUAL - SPARE) + SPARE);
  if (!stated) return isDefault ? insertion(text, workload, seconds) : [];
  return [{ messageId: 'raise', data: { seconds }, edits: [{ span: stated.span, text: seconds }] }];
}

function insertion(text: string, { fact }: Workload, seconds: string): readonly Suggestion[] {
  const { place } = fact.pod;
  if (!place) return [];
  const edits = addKey(text, place, 'terminationGracePeriodSeconds', Number(seconds), [
    'serviceAccountName',
    'restartPolicy',
    'containers',
  ]);
  return [{ messageId: 'raise', data: { seconds }, edits }];
}
