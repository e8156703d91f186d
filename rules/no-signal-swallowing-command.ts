import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { commandSuggestions, execForm } from '../src/fixes/suggest-command.js';
import type { Link } from '../src/manifests/command/chain.js';
import type { Finding } from '../src/project/finding.js';
import { swallowedSignals, waitingScripts, type SwallowedSignal, type WaitingScript } from '../src/project/questions/swallowed-signals.js';

export default defineManifestRule({
  name: 'no-signal-swallowing-command',
  description: 'Disallow container commands that keep the stop signal from Node.js',
  recommended: 'manifests',
  fixable: 'code',
  messages: {
    shellForm: 'A shell runs `{{command}}` and waits for it, so {{consequence}}.',
    shellFormMay: 'A shell runs `{{command}}`, and unless it happens to replace itself by the command {{consequence}}.',
    wrapped: '`{{program}} -c` waits for `{{command}}`, so {{consequence}}.',
    wrappedMay: '`{{program}} -c` runs `{{command}}`, and unless the shell happens to replace itself by the command {{consequence}}.',
    script: 'This script waits for `{{command}}` instead of becoming it, so {{consequence}}.',
    wait: '`{{wait}}` returns as soon as SIGTERM comes, so the script ends, and the container with it, before `{{command}}` has finished its work.',
    manager: '`{{command}}` stands between the platform and Node.js and does not wait for it, so {{consequence}}.',
    managerMay: '`{{command}}` stands between the platform and Node.js, and with most shells {{consequence}}.',
    runner: '`{{command}}` does not hand on SIGTERM and wait, so {{consequence}}.',
    packageScript: '`npm run {{script}}` is a shell that waits for `{{command}}`, so in the container {{consequence}}.',
  },
  suggestions: {
    waitAgain: 'Wait until it is gone.',
    exec: 'Let the shell become the command: `exec`.',
    direct: 'Start `{{command}}`.',
  },
  check: (deployment) => [...swallowedSignals(deployment).map(swallowed), ...waitingScripts(deployment).map(waiting)],
});

const CONSEQUENCES = {
  lost: 'SIGTERM never reaches the service, which is killed when the grace period ends',
  cut: 'on SIGTERM the container ends before the service has finished its work',
};

function swallowed(found: SwallowedSignal): Finding {
  const { culprit, place, outcome } = found;
  const fix = execForm(found);
  const data = {
    command: commandOf(found),
    program: culprit.program,
    consequence: CONSEQUENCES[outcome],
    wait: culprit.shell?.wait?.text ?? '',
  };
  const suggestions = commandSuggestions(found);
  return { file: place.file, span: place.span, messageId: messageFor(found), data, suggestions, ...(fix && { fix }) };
}

function messageFor({ culprit, isLikely }: SwallowedSignal): string {
  const form = culprit.shell?.form;
  if (culprit.shell?.wait) return 'wait';
  if (form === 'script file') return 'script';
  if (form === 'shell form') return isLikely ? 'shellFormMay' : 'shellForm';
  if (culprit.kind === 'shell') return isLikely ? 'wrappedMay' : 'wrapped';
  if (culprit.kind === 'manager' && culprit.script !== undefined) return isLikely ? 'managerMay' : 'manager';
  return 'runner';
}

/** What the user would call it. */
function commandOf({ culprit, start }: SwallowedSignal): string {
  if (culprit.kind !== 'shell') return named(culprit);
  const inner = start.chain.links[start.chain.links.indexOf(culprit) + 1];
  if (inner) return named(inner);
  return start.chain.end.kind === 'node' ? start.chain.end.program : 'the service';
}

function named({ program, script }: Link): string {
  if (script === undefined) return program;
  // Which one a variable of the shell says.
  if (script === '') return `${program} run …`;
  return script === 'start' || program !== 'npm' ? `${program} ${script}` : `${program} run ${script}`;
}

function waiting({ file, command, script, end, execAt }: WaitingScript): Finding {
  const data = { script, command: end.program, consequence: CONSEQUENCES.cut };
  const suggestions = [{ messageId: 'exec', edits: [{ span: [execAt.offset, execAt.offset] as const, text: 'exec ' }] }];
  return { file, span: command.span, messageId: 'packageScript', data, suggestions };
}
