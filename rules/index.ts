import type { RuleModule } from '../src/adapter/define-rule.js';
import noBlockingProbe from './no-blocking-probe.js';
import noExitBeforeClose from './no-exit-before-close.js';
import noProcessExitInHandler from './no-process-exit-in-handler.js';
import noUnawaitedClose from './no-unawaited-close.js';
import noUnclearedTimer from './no-uncleared-timer.js';
import requireSigtermListener from './require-sigterm-listener.js';

/** The only register of rules. */
export const rules: Readonly<Record<string, RuleModule>> = {
  'no-blocking-probe': noBlockingProbe,
  'no-exit-before-close': noExitBeforeClose,
  'no-process-exit-in-handler': noProcessExitInHandler,
  'no-unawaited-close': noUnawaitedClose,
  'no-uncleared-timer': noUnclearedTimer,
  'require-sigterm-listener': requireSigtermListener,
};
