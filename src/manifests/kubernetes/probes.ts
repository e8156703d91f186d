import type { Entry, Item } from '../yaml/item.js';
import type { HandlerFact, HookFact, ProbeFact, ProbeKind, WordsFact } from './model.js';

/** What kubelet does by itself when it asks or stops a container. */
export function handlerFacts(item: Item): readonly HandlerFact[] {
  return item.entries.flatMap((entry) => handlerFact(entry) ?? []);
}

function handlerFact({ key, keySpan, item }: Entry): HandlerFact | undefined {
  if (!isHandler(key)) return undefined;
  return {
    kind: key,
    span: [keySpan[0], item.span[1]],
    command: wordsFact(item.get('command')),
    path: item.get('path')?.statedText,
    port: item.get('port')?.statedText,
    scheme: item.get('scheme')?.text,
    host: item.get('host')?.text,
    seconds: item.get('seconds')?.statedNumber,
  };
}

function isHandler(key: string): key is HandlerFact['kind'] {
  return key === 'exec' || key === 'httpGet' || key === 'tcpSocket' || key === 'sleep' || key === 'grpc';
}

export function wordsFact(item: Item | undefined): WordsFact | undefined {
  return item && { span: item.span, words: item.words, spans: item.items.map(({ span }) => span) };
}

export function hookFact({ keySpan, item }: Entry): HookFact {
  return { span: [keySpan[0], item.span[1]], place: item.place, handlers: handlerFacts(item) };
}

const PROBES: Readonly<Record<string, ProbeKind>> = { livenessProbe: 'liveness', readinessProbe: 'readiness', startupProbe: 'startup' };

export function probeFacts(container: Item): Readonly<Partial<Record<ProbeKind, ProbeFact>>> {
  const found = container.entries.flatMap((entry) => {
    const kind = PROBES[entry.key];
    return kind && !isEmpty(entry.item)
      ? [[kind, probeFact(kind, { ...entry, item: container.get(entry.key) ?? entry.item })] as const]
      : [];
  });
  return Object.fromEntries(found);
}

/** `readinessProbe: null` or `{}` takes away what another file says. */
function isEmpty(item: Item): boolean {
  return (
    item.kind === 'nothing' ||
    item.text === 'null' ||
    item.text === '~' ||
    (item.kind === 'map' && item.place?.isWhole === true && item.entries.length === 0)
  );
}

function probeFact(kind: ProbeKind, entry: Entry): ProbeFact {
  const { item, keySpan } = entry;
  const number = (key: string): ProbeFact['periodSeconds'] => item.get(key)?.statedNumber;
  return {
    ...hookFact(entry),
    kind,
    keySpan,
    isWhole: item.place?.isWhole === true && !item.branches,
    initialDelaySeconds: number('initialDelaySeconds'),
    periodSeconds: number('periodSeconds'),
    timeoutSeconds: number('timeoutSeconds'),
    successThreshold: number('successThreshold'),
    failureThreshold: number('failureThreshold'),
    gracePeriod: number('terminationGracePeriodSeconds'),
  };
}
