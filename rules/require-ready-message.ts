import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { entryName } from '../src/project/deployment/naming.js';
import { silentApps } from '../src/project/questions/ready-messages.js';

export default defineManifestRule({
  name: 'require-ready-message',
  description: 'Require apps that PM2 waits for to say that they are ready',
  recommended: 'manifests',
  messages: {
    silent:
      "PM2 waits for `process.send('ready')`, which `{{entry}}` never sends, so each start and reload takes until `listen_timeout` has run out, and nobody knows whether it is ready then.",
  },
  suggestions: {
    stop: 'Do not wait for a message.',
  },
  check: (deployment) =>
    silentApps(deployment).map(({ file, span, running }) => ({
      file,
      span,
      messageId: 'silent',
      data: { entry: entryName(deployment, running) },
      suggestions: [{ messageId: 'stop', edits: [{ span, text: 'false' }] }],
    })),
});
