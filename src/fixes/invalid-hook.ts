import type { Suggestion } from '../project/finding.js';
import type { InvalidHook } from '../project/questions/invalid-hooks.js';
import { removeKey, replaceKey } from './manifest-keys.js';

/** What a hook waits that is to give others time to hear of the end. Seconds. */
const USUAL = 5;

/** Takes out what cannot work, or does the same in a way that can. */
export function hookSuggestions(text: string, found: InvalidHook): readonly Suggestion[] {
  const { container } = found;
  const remove = (edits: Suggestion['edits'] | undefined): readonly Suggestion[] => (edits ? [{ messageId: 'remove', edits }] : []);
  switch (found.because) {
    case 'tcp':
      return waiting(text, found.hook, 'tcpSocket', USUAL);
    case 'several':
      return remove(found.hook.place && removeKey(text, found.hook.place, found.key));
    case 'readinessGrace': {
      const place = container.probes.readiness?.place;
      return remove(place && removeKey(text, place, 'terminationGracePeriodSeconds'));
    }
    case 'threshold':
      return [{ messageId: 'one', edits: [{ span: found.span, text: '1' }] }];
    case 'stopSignal':
      return remove(withoutSignal(text, container));
    case 'binary':
      return waiting(text, found.hook, 'exec', found.seconds ?? USUAL);
    case 'client':
      return asking(text, found);
  }
}

type Hook = Extract<InvalidHook, { because: 'tcp' }>['hook'];

function waiting(text: string, { place }: Hook, key: string, seconds: number): readonly Suggestion[] {
  if (!place) return [];
  const edits = replaceKey(text, place, key, 'sleep', { seconds: Math.ceil(seconds) });
  return [{ messageId: 'wait', data: { seconds: String(Math.ceil(seconds)) }, edits }];
}

function asking(text: string, { hook, url }: Extract<InvalidHook, { because: 'client' }>): readonly Suggestion[] {
  if (!url || !hook.place) return hook.place ? waiting(text, hook, 'exec', USUAL) : [];
  const { path, port } = url;
  const edits = replaceKey(text, hook.place, 'exec', 'httpGet', { path, port });
  return [{ messageId: 'http', data: { path: `\`${path}\``, port: String(port) }, edits }];
}

/** With the whole `lifecycle`, when it says nothing else. */
function withoutSignal(text: string, { lifecycle, place }: InvalidHook['container']): Suggestion['edits'] | undefined {
  if (!lifecycle) return undefined;
  return Object.keys(lifecycle.keys).length > 1 ? removeKey(text, lifecycle, 'stopSignal') : removeKey(text, place, 'lifecycle');
}
