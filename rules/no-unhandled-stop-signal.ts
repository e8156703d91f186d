import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { initSuggestions } from '../src/fixes/suggest-init.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { entryName } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import {
  chosenSignals,
  deafStarts,
  interruptedApps,
  unsentSignals,
  type ChosenSignal,
  type DeafStart,
  type InterruptedApp,
  type UnsentSignal,
} from '../src/project/questions/stop-signals.js';

export default defineManifestRule({
  name: 'no-unhandled-stop-signal',
  description: 'Require the stop signal of a platform to be one that the service handles',
  recommended: 'manifests',
  messages: {
    kill: '`{{signal}}` cannot be handled, so the service is killed at once and never shuts down.',
    unhandled: '`{{entry}}` does not listen for `{{signal}}`, with which it is stopped here, so it does not shut down.',
    processOne:
      'Node.js is process 1 here and `{{entry}}` does not listen for SIGTERM, so the kernel drops it and each stop ends in SIGKILL.',
    unsent:
      'With `KillMode=none` systemd sends `{{entry}}` no signal, so it never shuts down and goes on running when the unit is stopped.',
    pm2: 'PM2 stops with SIGINT, and `{{entry}}` listens for SIGTERM alone, so it is cut off at once.',
  },
  suggestions: {
    sigterm: 'Stop it with SIGTERM.',
    group: 'Send the signal to all processes of the unit.',
    init: 'Put an init in front: SIGTERM then ends the process at once.',
    setting: 'Tell PM2 to send SIGTERM.',
  },
  check: (deployment) => [
    ...chosenSignals(deployment).map((found) => chosen(deployment, found)),
    ...unsentSignals(deployment).map((found) => unsent(deployment, found)),
    ...deafStarts(deployment).map((found) => deaf(deployment, found)),
    ...interruptedApps(deployment).map((found) => interrupted(deployment, found)),
  ],
});

function chosen(deployment: Deployment, { file, span, signal, running }: ChosenSignal): Finding {
  const suggestions = [{ messageId: 'sigterm', edits: [{ span, text: 'SIGTERM' }] }];
  const data = { signal, entry: running ? entryName(deployment, running) : '' };
  return { file, span, messageId: running ? 'unhandled' : 'kill', data, suggestions };
}

function unsent(deployment: Deployment, { file, span, running }: UnsentSignal): Finding {
  const suggestions = [{ messageId: 'group', edits: [{ span, text: 'control-group' }] }];
  return { file, span, messageId: 'unsent', data: { entry: entryName(deployment, running) }, suggestions };
}

function deaf(deployment: Deployment, { start, running }: DeafStart): Finding {
  const data = { entry: entryName(deployment, running) };
  return { file: start.file, span: start.span, messageId: 'processOne', data, suggestions: initSuggestions(deployment, start) };
}

function interrupted(deployment: Deployment, { file, span, running, start }: InterruptedApp): Finding {
  const isImage = start?.platform === 'docker';
  const edits = [{ span: [span[0], span[0]] as const, text: 'ENV PM2_KILL_SIGNAL=SIGTERM\n' }];
  const suggestions = isImage ? [{ messageId: 'setting', edits }] : [];
  return { file, span, messageId: 'pm2', data: { entry: entryName(deployment, running) }, suggestions };
}
