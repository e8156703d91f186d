import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { initSuggestions } from '../src/fixes/suggest-init.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { entryName } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { orphanKeepers, type OrphanKeeper } from '../src/project/questions/orphans.js';

export default defineManifestRule({
  name: 'require-init-process',
  description: 'Require an init in containers whose service starts other programs',
  recommended: 'strict-manifests',
  messages: {
    orphans:
      'Node.js is process 1 here and `{{entry}}` starts programs ({{place}}): what they leave behind is never waited for, and stays as zombies until the container ends.',
  },
  suggestions: {
    init: 'Put an init in front.',
  },
  check: (deployment) => orphanKeepers(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, { start, running, spawn }: OrphanKeeper): Finding {
  const place = deployment.place(spawn.module.path, spawn.call.span);
  const data = { entry: entryName(deployment, running), place };
  return { file: start.file, span: start.span, messageId: 'orphans', data, suggestions: initSuggestions(deployment, start) };
}
