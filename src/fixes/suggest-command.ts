import { writtenAs, type Written } from '../manifests/command/command-text.js';
import type { Link, NodeStart } from '../manifests/command/chain.js';
import { verbatim } from '../manifests/placed-text.js';
import { readShell } from '../manifests/command/shell-text.js';
import type { Start } from '../project/deployment/starts.js';
import type { SwallowedSignal } from '../project/questions/swallowed-signals.js';
import type { Suggestion } from '../project/finding.js';
import { insert, replace, type Edit } from './source.js';

const PLAIN = /^[\w./:@%+,-]+$/u;

/** `CMD node server.js` as `CMD ["node", "server.js"]`: only words that mean the same without a shell. */
export function execForm({ start, culprit }: SwallowedSignal): readonly Edit[] | undefined {
  const { chain } = start;
  const [written] = start.written;
  if (culprit.shell?.form !== 'shell form' || !written || chain.end.kind !== 'node' || !chain.end.isAlone) return undefined;
  const { end } = chain;
  const words = end.words.map(({ text }) => text ?? '');
  const isPlain = end.place.file === start.file && words.every((word) => PLAIN.test(word)) && chain.links.at(-1) === culprit;
  return isPlain ? [replace(written.span, writtenAs(words, written.notation))] : undefined;
}

/** What can be done in the file of the finding. */
export function commandSuggestions(found: SwallowedSignal): readonly Suggestion[] {
  const direct = directSuggestions(found);
  // With `exec` the shell starts the same, and is only there for it.
  const exec = execSuggestions(found).filter(({ messageId, data }) => !direct.some((other) => isSame(other, { messageId, data })));
  return [...waitSuggestions(found), ...exec, ...direct];
}

function isSame(one: Suggestion, other: Pick<Suggestion, 'messageId' | 'data'>): boolean {
  return one.messageId === other.messageId && one.data?.['command'] === other.data?.['command'];
}

/** Waits again for as long as the service runs. */
function waitSuggestions({ culprit }: SwallowedSignal): readonly Suggestion[] {
  const wait = culprit.shell?.wait;
  const process = /^wait\s+("?\$\{?\w+\}?"?)$/u.exec(wait?.text ?? '')?.[1];
  if (!wait || process === undefined) return [];
  const text = `while kill -0 ${process} 2>/dev/null; do ${wait.text} || true; done`;
  return [{ messageId: 'waitAgain', edits: [replace(wait.span, text)] }];
}

function execSuggestions({ culprit, place, start }: SwallowedSignal): readonly Suggestion[] {
  const { execAt: at, command, isDirect = false } = culprit.shell ?? {};
  const { chain } = start;
  if (at?.file !== place.file || !command) return [];
  if (chain.links.at(-1) === culprit) return [{ messageId: 'exec', edits: [insert(at.offset, 'exec ')] }];
  // A manager that the shell becomes is no better: what it starts stands in its place.
  const words = chain.end.kind === 'node' && isDirect ? directWords(chain.end, start.file) : undefined;
  if (!words?.every((word) => PLAIN.test(word)) || command.file !== at.file) return [];
  const edit = replace([at.offset, command.span[1]], ['exec', ...words].join(' '));
  return [{ messageId: 'direct', data: { command: shown(words) }, edits: [edit] }];
}

/** The command that a manager or a runner starts in the end, without it. */
function directSuggestions({ culprit, start, place }: SwallowedSignal): readonly Suggestion[] {
  const { chain, written } = start;
  const { end } = chain;
  if (written.length === 0 || place.file !== start.file || end.kind !== 'node' || chain.links.every((link) => link.kind === 'shell'))
    return [];
  const words = (end.isAlone ? directWords(end, start.file) : undefined) ?? shellWords(start, culprit, end);
  if (!words || !isInFront(start, culprit)) return [];
  const before = wordsBefore(start, culprit);
  const escaped = [...before, ...words].map((word) => (start.platform === 'compose' ? word.replaceAll('$', '$$$$') : word));
  return [{ messageId: 'direct', data: { command: shown(words) }, edits: rewritten(written, escaped) }];
}

/** As one would write it in a shell. */
function shown(words: readonly string[]): string {
  return words.map((word) => (/[\s"']/u.test(word) ? `'${word}'` : word)).join(' ');
}

/** The first word where the command stands, the others where its arguments do. */
function rewritten(pieces: readonly Written[], words: readonly string[]): readonly Edit[] {
  const shares = pieces.length > 1 ? [words.slice(0, 1), words.slice(1)] : [words];
  return pieces.map(({ span, notation }, index) => replace(span, writtenAs(shares[index] ?? [], notation)));
}

/** The words can be replaced: nothing stands before them but an init, whose words are kept. */
function isInFront({ chain, file }: Start, culprit: Link): boolean {
  const before = chain.links.slice(0, chain.links.indexOf(culprit));
  return before.every((link) => link.effect === 'init' && link.place.file === file) || before.length === 0;
}

/** The init that stands in the same list: `["tini", "--", "npm", "start"]`. */
function wordsBefore({ chain, spec, platform, image }: Start, culprit: Link): readonly string[] {
  const init = chain.links.find((link) => link.effect === 'init' && link.program !== 'docker-init');
  const isApart = platform === 'docker' && typeof image?.entrypoint === 'object';
  if (!init || isApart || chain.links.indexOf(init) > chain.links.indexOf(culprit)) return [];
  const words = (spec.entrypoint ?? spec.command ?? []).map(({ text }) => text ?? '');
  const at = words.findIndex((word) => word.endsWith(culprit.program));
  return at > 0 ? words.slice(0, at) : [];
}

const OF_NODE = new Set(['node', 'nodejs']);

/** `node dist/main.js`, `node_modules/.bin/next start`. */
function directWords({ program, file, words: written, place }: NodeStart, from?: string): readonly string[] | undefined {
  const words = written.map(({ text }) => text).filter((word) => word !== undefined);
  if (words.length < written.length) return undefined;
  if (WATCHERS.has(program)) return file !== undefined && /\.[cm]?js$/u.test(file) ? ['node', file] : undefined;
  const [first = '', ...rest] = program === 'pm2' ? handingOn(words) : words;
  const isFound = OF_NODE.has(program) || first.includes('/') || place.file === from;
  return [isFound ? first : `node_modules/.bin/${first}`, ...rest];
}

/** Programs that keep SIGTERM to themselves, and start nothing but the file that they are given. */
const WATCHERS = new Set(['nodemon', 'forever']);

/** The program of the same package that is made for containers. */
function handingOn([first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${first}-runtime`, ...rest.filter((word) => word !== '--no-daemon')];
}

/** The whole script of a manager, with the service in the place of the shell. */
function shellWords({ chain, file }: Start, { scriptText: script, ...culprit }: Link, end: NodeStart): readonly string[] | undefined {
  const inner = chain.links.slice(chain.links.findIndex((link) => link.place === culprit.place) + 1);
  const isOne = inner.length === 0 || (inner.length === 1 && inner[0]?.shell?.form === 'package script');
  if (!script || !isOne || end.place.file === file) return undefined;
  const text = readShell(verbatim(script.text, 0), '', new Map());
  const last = text?.commands.at(-1);
  if (!last?.position.startsWith('last')) return undefined;
  const path = text?.commands.every(({ words }) => OF_SYSTEM.test(words[0]?.text ?? '')) ? '' : 'PATH="$PWD/node_modules/.bin:$PATH"; ';
  const exec = last.isExec ? '' : 'exec ';
  return ['sh', '-c', path + script.text.slice(0, last.start) + exec + script.text.slice(last.start)];
}

/** Programs that need no package. */
const OF_SYSTEM = /^(?:node|npm|npx|cd|echo|true|set|export|sh|bash|env|mkdir|rm|cp|mv|sleep|printf|test|\[)$/u;
