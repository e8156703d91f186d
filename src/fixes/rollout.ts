import type { Edit, Suggestion } from '../project/finding.js';
import type { UnsafeRollout } from '../project/questions/unsafe-rollouts.js';
import { addKey, replaceKey } from './manifest-keys.js';

const SAFE = { maxUnavailable: 0, maxSurge: 1 };

/** One pod more during an update, and none less. */
export function rolloutSuggestions(text: string, found: UnsafeRollout): readonly Suggestion[] {
  const edits = found.because === 'recreate' ? rolling(text, found) : available(text, found);
  return [{ messageId: 'rolling', edits }];
}

function rolling(text: string, { workload, strategy }: UnsafeRollout): readonly Edit[] {
  const { spec, kind } = workload.fact;
  const isOpenShift = kind === 'DeploymentConfig';
  const params = isOpenShift ? 'rollingParams' : 'rollingUpdate';
  return spec
    ? replaceKey(text, spec, 'strategy', 'strategy', { type: isOpenShift ? 'Rolling' : 'RollingUpdate', [params]: SAFE })
    : addKey(text, strategy.place, params, SAFE);
}

function available(text: string, { span, strategy: { maxSurge, rolling: place } }: UnsafeRollout): readonly Edit[] {
  const zero: Edit = { span, text: '0' };
  if (!maxSurge) return [zero, ...(place ? addKey(text, place, 'maxSurge', 1) : [])];
  return /^["']?0%?["']?$/u.test(maxSurge.value ?? '') ? [zero, { span: maxSurge.span, text: '1' }] : [zero];
}
