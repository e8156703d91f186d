import type { Container } from '../project/deployment/workloads.js';
import type { Edit, Suggestion } from '../project/finding.js';
import { addKey, type Data } from './manifest-keys.js';

/** How long the news of a pod's end takes to all who send it requests. Seconds. */
const DRAIN = 5;

const NEAR = ['name', 'image', 'imagePullPolicy', 'command', 'args', 'ports'];

/** A preStop hook that waits, and with it SIGTERM. */
export function delaySuggestions(text: string, container: Container): readonly Suggestion[] {
  const data = { seconds: String(DRAIN) };
  const native: Suggestion = { messageId: 'sleep', data, edits: hook(text, container, { sleep: { seconds: DRAIN } }) };
  const shell = container.source?.start?.image?.base.shell;
  if (shell === undefined || shell === 'none') return [native];
  return [native, { messageId: 'exec', data, edits: hook(text, container, { exec: { command: ['sleep', String(DRAIN)] } }) }];
}

function hook(text: string, { fact }: Container, handler: Data): readonly Edit[] {
  if (fact.lifecycle) return addKey(text, fact.lifecycle, 'preStop', handler);
  return addKey(text, fact.place, 'lifecycle', { preStop: handler }, NEAR);
}
