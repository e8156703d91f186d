import type { RuleModule } from '../src/adapter/rule-module.js';
import enforceShutdownOrder from './enforce-shutdown-order.js';
import noAsyncExitListener from './no-async-exit-listener.js';
import noBlockingHandler from './no-blocking-handler.js';
import noBlockingProbe from './no-blocking-probe.js';
import noExitBeforeClose from './no-exit-before-close.js';
import noForcedClose from './no-forced-close.js';
import noGuardedProbe from './no-guarded-probe.js';
import noInertSignalListener from './no-inert-signal-listener.js';
import noInvalidLifecycleHook from './no-invalid-lifecycle-hook.js';
import noLateSidecar from './no-late-sidecar.js';
import noLateSignalListener from './no-late-signal-listener.js';
import noProcessExitInHandler from './no-process-exit-in-handler.js';
import noSharedProbe from './no-shared-probe.js';
import noSignalSwallowingCommand from './no-signal-swallowing-command.js';
import noSwallowedCrash from './no-swallowed-crash.js';
import noUnawaitedClose from './no-unawaited-close.js';
import noUnclearedTimer from './no-uncleared-timer.js';
import noUnhandledStopSignal from './no-unhandled-stop-signal.js';
import noUnclosedResource from './no-unclosed-resource.js';
import noUninterruptibleLoop from './no-uninterruptible-loop.js';
import noUnsafeRollout from './no-unsafe-rollout.js';
import noUnservedProbe from './no-unserved-probe.js';
import requireConnectionDrain from './require-connection-drain.js';
import requireDrainDelay from './require-drain-delay.js';
import requireDrainingReadiness from './require-draining-readiness.js';
import requireGracePeriodBudget from './require-grace-period-budget.js';
import requireIdempotentShutdown from './require-idempotent-shutdown.js';
import requireReadinessProbe from './require-readiness-probe.js';
import requireShutdownDeadline from './require-shutdown-deadline.js';
import requireShutdownLog from './require-shutdown-log.js';
import requireInitProcess from './require-init-process.js';
import requireReadyMessage from './require-ready-message.js';
import requireSigtermListener from './require-sigterm-listener.js';
import requireStartupProbe from './require-startup-probe.js';
import validProbeTimeout from './valid-probe-timeout.js';
import validSignal from './valid-signal.js';

/** The only register of rules. */
export const rules: Readonly<Record<string, RuleModule>> = {
  'enforce-shutdown-order': enforceShutdownOrder,
  'no-async-exit-listener': noAsyncExitListener,
  'no-blocking-handler': noBlockingHandler,
  'no-blocking-probe': noBlockingProbe,
  'no-exit-before-close': noExitBeforeClose,
  'no-forced-close': noForcedClose,
  'no-guarded-probe': noGuardedProbe,
  'no-inert-signal-listener': noInertSignalListener,
  'no-invalid-lifecycle-hook': noInvalidLifecycleHook,
  'no-late-sidecar': noLateSidecar,
  'no-late-signal-listener': noLateSignalListener,
  'no-process-exit-in-handler': noProcessExitInHandler,
  'no-shared-probe': noSharedProbe,
  'no-signal-swallowing-command': noSignalSwallowingCommand,
  'no-swallowed-crash': noSwallowedCrash,
  'no-unawaited-close': noUnawaitedClose,
  'no-uncleared-timer': noUnclearedTimer,
  'no-unclosed-resource': noUnclosedResource,
  'no-unhandled-stop-signal': noUnhandledStopSignal,
  'no-uninterruptible-loop': noUninterruptibleLoop,
  'no-unsafe-rollout': noUnsafeRollout,
  'no-unserved-probe': noUnservedProbe,
  'require-connection-drain': requireConnectionDrain,
  'require-drain-delay': requireDrainDelay,
  'require-draining-readiness': requireDrainingReadiness,
  'require-grace-period-budget': requireGracePeriodBudget,
  'require-idempotent-shutdown': requireIdempotentShutdown,
  'require-readiness-probe': requireReadinessProbe,
  'require-shutdown-deadline': requireShutdownDeadline,
  'require-shutdown-log': requireShutdownLog,
  'require-init-process': requireInitProcess,
  'require-ready-message': requireReadyMessage,
  'require-sigterm-listener': requireSigtermListener,
  'require-startup-probe': requireStartupProbe,
  'valid-probe-timeout': validProbeTimeout,
  'valid-signal': validSignal,
};
