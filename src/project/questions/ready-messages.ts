import type { Span } from '../../facts/module-facts.js';
import { managedApps } from '../deployment/apps.js';
import type { Running } from '../deployment/running.js';
import type { Deployment } from '../deployment/deployment.js';

/** An app that PM2 waits for, and that never says that it is ready. */
export interface SilentApp {
  readonly file: string;
  /** The value of `wait_ready`. */
  readonly span: Span;
  readonly running: Running;
}

/** PM2's own name for the message is the only one; a message that is computed may be it. */
const READY = /\bprocess\b[\s\S]{0,40}?\bsend\b(?:\?\.)?\s*\(\s*(?:["'`]ready["'`]|[^"'`{\s])/u;
/** Ways to send that do not name the process: `process['send']`, `const { send } = process`. */
const HIDDEN = /\bprocess\s*\[|\bsend\b[^{}]{0,1000}\}\s*=\s*process\b/u;
const SENDING = /send/u;

/**
 * The text is searched rather than the linked program: the message says nothing of a shutdown, so most modules that send it are
 * never linked.
 */
export function silentApps(deployment: Deployment): readonly SilentApp[] {
  return deployment.ask(managedApps).flatMap(({ file, app, running }) => {
    if (app.waitReady?.value !== true || !running) return [];
    const { workspace } = running.service;
    const isSent = workspace.files.some(
      (file) => workspace.matches(file, SENDING) && (workspace.matches(file, READY) || workspace.matches(file, HIDDEN)),
    );
    return isSent ? [] : [{ file, span: app.waitReady.span, running }];
  });
}
