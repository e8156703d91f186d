import type { HandlerFact } from '../manifests/kubernetes/model.js';
import type { Edit } from '../project/finding.js';
import type { SlowStart } from '../project/questions/slow-starts.js';
import { addKey, removeKey, type Data } from './manifest-keys.js';

/** How often a start is looked at. Seconds. */
const PERIOD = 5;
/** How much longer a start may take than the delay was. */
const FACTOR = 4;

/** A startup probe that asks the same, in the place of the delay. */
export function startupEdits(
  text: string,
  { container, liveness, delay }: SlowStart,
): { readonly edits: readonly Edit[]; readonly longest: number } {
  const failures = Math.ceil((delay.value * FACTOR) / PERIOD);
  const [handler] = liveness.handlers;
  const question = handler && questionOf(handler);
  const isFirst = liveness.place?.span[0] === liveness.place?.keys['initialDelaySeconds']?.[0];
  if (!question || !liveness.place || isFirst) return { edits: [], longest: 0 };
  const probe = { ...question, periodSeconds: PERIOD, failureThreshold: failures };
  const added = addKey(text, container.fact.place, 'startupProbe', probe, ['name', 'image', 'imagePullPolicy', 'command', 'args', 'ports']);
  return { edits: [...added, ...removeKey(text, liveness.place, 'initialDelaySeconds')], longest: failures * PERIOD };
}

function questionOf({ kind, path, port, scheme, command }: HandlerFact): { readonly [key: string]: Data } | undefined {
  const at = port?.value === undefined ? undefined : /^\d+$/u.test(port.value) ? Number(port.value) : port.value;
  if (kind === 'exec') return command?.words && { exec: { command: command.words } };
  if (at === undefined) return undefined;
  if (kind === 'tcpSocket' || kind === 'grpc') return { [kind]: { port: at } };
  if (kind !== 'httpGet' || (path && path.value === undefined)) return undefined;
  return { httpGet: { path: path?.value ?? '/', port: at, ...(scheme !== undefined && { scheme }) } };
}
