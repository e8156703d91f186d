import type { Suggestion } from '../project/finding.js';
import type { UnservedProbe } from '../project/questions/unserved-probes.js';
import { replaceKey } from './manifest-keys.js';

/** How many others are worth a line in a menu. */
const MOST = 3;

/** Asks for what is there, else for no more than an open port. */
export function servedSuggestions(text: string, found: UnservedProbe): readonly Suggestion[] {
  const { instead, span, because, asked, container } = found;
  const hook = container.fact.preStop;
  if (found.who === 'preStop hook' && because === 'path')
    return hook?.place ? [{ messageId: 'wait', edits: replaceKey(text, hook.place, 'httpGet', 'sleep', { seconds: 5 }) }] : [];
  const others = instead.filter((one) => String(one) !== asked).slice(0, MOST);
  const asking = others.map((one) => ({
    messageId: 'instead',
    data: { instead: typeof one === 'number' ? `port ${String(one)}` : `\`${one}\`` },
    edits: [{ span, text: written(text, span, one) }],
  }));
  return because === 'path' && asking.length === 0 ? open(text, found) : asking;
}

/** In quotes where quotes stand. */
function written(text: string, [start]: UnservedProbe['span'], value: string | number): string {
  const quote = /["']/u.exec(text[start] ?? '')?.[0] ?? '';
  return typeof value === 'number' ? String(value) : `${quote}${value}${quote}`;
}

function open(text: string, { container, handler, who }: UnservedProbe): readonly Suggestion[] {
  const probe = Object.values(container.fact.probes).find(({ kind }) => `${kind}Probe` === who);
  const port = handler.port?.value;
  if (!probe?.place || port === undefined) return [];
  const edits = replaceKey(text, probe.place, 'httpGet', 'tcpSocket', { port: /^\d+$/u.test(port) ? Number(port) : port });
  return [{ messageId: 'open', edits }];
}
