import { defineRule } from '../src/adapter/define-rule.js';
import { contains } from '../src/facts/spans.js';
import { listenForEach, removeElement, removeStatement } from '../src/fixes/shutdown-body.js';
import { siteOf } from '../src/fixes/site.js';
import { quotedIn } from '../src/fixes/suggest-shutdown.js';
import { offer, sourceIn } from '../src/fixes/suggest.js';
import type { Finding } from '../src/project/finding.js';
import { wrongSignals, type WrongSignal } from '../src/project/questions/signal-names.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'valid-signal',
  description: 'Disallow listening for signals that cannot be caught, do not exist or belong to the inspector',
  recommended: true,
  fixable: 'code',
  messages: {
    uncatchable: '`{{name}}` cannot be caught, so this registration throws EINVAL when it runs.',
    unknown: '`{{name}}` is no signal, so this listener never runs.',
    listed: '`process.{{method}}()` takes one name, so this listens for an event called `{{name}}` and never runs.',
    reserved: '`{{name}}` starts the inspector of Node.js, so listening for it takes that away.',
  },
  suggestions: {
    each: 'Listen for each of them.',
    replace: 'Listen for {{meant}}.',
    remove: 'Remove the listener.',
    omit: 'Leave `{{name}}` out.',
  },
  check: (service) => wrongSignals(service).map((wrong) => finding(service, wrong)),
});

function finding(service: Service, wrong: WrongSignal): Finding {
  const { site, span, name, because } = wrong;
  if (because === 'listed') return listFinding(service, wrong);
  const isWritten = service.text(site.module, span).includes(name) && span !== site.call.span;
  const meant = wrong.meant ?? (because === 'reserved' ? 'SIGUSR2' : 'SIGTERM');
  const isListed = because === 'reserved' && isBeside(service, wrong, meant);
  const edits = isWritten && !isListed ? [{ span, text: quotedIn(service, site.module, meant) }] : undefined;
  const isTypo = because === 'unknown' && wrong.meant !== undefined;
  const source = sourceIn(service, site.module);
  const removed =
    wrong.given === 'listener' && (span === site.call.span || contains(site.call.span, span))
      ? offer('remove', removeStatement(source, site.call.span))
      : offer('omit', removeElement(source, span), { name });
  const base = { file: site.module.path, span, messageId: because, data: { name } };
  if (isTypo && edits) return { ...base, fix: edits };
  return { ...base, suggestions: [...offer('replace', edits, { meant }), ...removed] };
}

/** The list has the other signal as well: twice in it, the listener would run twice. */
function isBeside(service: Service, { site, span }: WrongSignal, meant: string): boolean {
  const [array] = siteOf(sourceIn(service, site.module), span)?.parents ?? [];
  return array?.kind === 'array' && array.items.some((item) => item.kind === 'literal' && item.value === meant);
}

function listFinding(service: Service, { site, span, name }: WrongSignal): Finding {
  const { callee } = site.call;
  return {
    file: site.module.path,
    span,
    messageId: 'listed',
    data: { name, method: callee.kind === 'member' ? (callee.name ?? 'on') : 'on' },
    suggestions: offer('each', listenForEach(sourceIn(service, site.module), site.call.span, span)),
  };
}
