import type { Shell } from '../docker/base-images.js';
import { isVerbatim, partOf, type PlacedText } from '../placed-text.js';
import { accompanied, behind, DONE, inside, UNKNOWN, type Chain, type Link, type NodeStart, type Scene, type ShellLink } from './chain.js';
import { isTask, serviceCommands, startedBy } from './shell-services.js';
import { readShell, type ShellCommand, type ShellText } from './shell-text.js';
import { hastyWait, hasTrap } from './trap.js';
import { placeOfWords, type Word } from './words.js';

const SHELLS: Readonly<Record<string, Shell | undefined>> = {
  sh: 'unknown',
  bash: 'bash',
  dash: 'dash',
  ash: 'busybox',
  busybox: 'busybox',
};

export function shellNamed(name: string): boolean {
  return Object.hasOwn(SHELLS, name);
}

/** `sh -c "…"`, `bash start.sh`. */
export function traceShellWords(name: string, words: readonly Word[], scene: Scene): Chain {
  const place = placeOfWords(words);
  const shell = shellOf(name, scene);
  const rest = name === 'busybox' ? words.slice(2) : words.slice(1);
  const at = rest.findIndex((word) => /^-[a-z]*c$/u.test(word.text ?? ''));
  const text = at < 0 ? undefined : rest[at + 1];
  if (!place) return UNKNOWN;
  if (text?.placed)
    return traceShellText(
      text.placed,
      text.place.file,
      { ...scene, args: rest.slice(at + 3) },
      text.isShellForm ? 'shell form' : 'wrapped',
      { shell, place },
    );
  const operand = rest.findIndex((word) => word.text?.startsWith('-') === false);
  return at < 0 && operand >= 0 ? traceScriptFile(rest.slice(operand), scene, shell) : UNKNOWN;
}

function shellOf(name: string, { around }: Scene): Shell {
  return name === 'sh' ? around.shell : (SHELLS[name] ?? 'unknown');
}

/** A file of the repository that is started as a program: it says itself which shell reads it. */
export function traceScriptFile(words: readonly Word[], scene: Scene, shell?: Shell): Chain {
  const path = words[0]?.text;
  // A name alone is looked for among the programs of the packages, unless a shell is told to read it.
  const isProgram = !shell && scene.folder.in === 'repository' && path?.includes('/') !== true;
  const script = path === undefined || isProgram ? undefined : scene.around.script(path, scene.folder);
  const program = shell ? undefined : nodeProgram(words, script?.text.text, scene);
  if (program) return { links: [], end: program };
  if (!script) return UNKNOWN;
  const interpreter = /^#!\s*(\S+)(?:\s+(?:-S\s+)?(\S+))?/u.exec(script.text.text);
  const reader = interpreter?.[1]?.endsWith('/env') ? interpreter[2] : interpreter?.[1];
  const name = reader?.split('/').at(-1) ?? 'sh';
  if (!shell && !shellNamed(name)) return UNKNOWN;
  const next = inside(scene, { args: words.slice(1) });
  return next ? traceShellText(script.text, script.file, next, 'script file', { shell: shell ?? shellOf(name, scene) }) : UNKNOWN;
}

/** `./bin/server.js`: the system starts the program that the first line of the file names, and that becomes Node.js. */
function nodeProgram(words: readonly Word[], text: string | undefined, { folder }: Scene): NodeStart | undefined {
  const file = words[0]?.text;
  const place = placeOfWords(words);
  const isNode = text?.startsWith('#!') ? /^#!.*\bnode(?:js)?\b/u.test(text) : file !== undefined && /\/[^/]+\.[cm]?js$/u.test(file);
  return isNode && place && file !== undefined ? { kind: 'node', program: 'node', place, folder, words, isAlone: true, file } : undefined;
}

interface ShellRun {
  readonly shell: Shell;
  /** Where the finding is to stand; the command in the text by default. */
  readonly place?: Link['place'];
}

/** A shell text: the command in it that is the service, and whether the shell stays between it and the platform. */
export function traceShellText(placed: PlacedText, file: string, scene: Scene, form: ShellLink['form'], run?: ShellRun): Chain {
  const next = inside(scene);
  const text = next && readShell(placed, file, scene.around.variables, scene.args);
  if (!next || !text) return UNKNOWN;
  if (hasTrap(text)) return form === 'script file' ? traceTrap(text, placed, next, file) : UNKNOWN;
  const { shell, place } = run ?? { shell: scene.around.shell };
  const started = startedBy(text, next);
  if (isTask(started)) return DONE;
  const chains = serviceCommands(started).map(({ command, chain }) => {
    const isDirect = chain.end.kind === 'node' && chain.end.isAlone && !command.hasMore;
    const link = shellLink(command, { placed, file, form, shell, place, isDirect });
    const inner = text.commands.length > 1 || command.hasMore ? accompanied(chain) : chain;
    return link ? behind(link, inner) : inner;
  });
  // Of several ways through the text only one runs: what all of them have in common counts, so the best one stands for all.
  return chains.find((chain) => !chain.links.some(isInTheWay)) ?? chains[0] ?? UNKNOWN;
}

function isInTheWay(link: Link): boolean {
  return link.effect === 'deaf' || link.effect === 'ends';
}

/** A script that hands signals on by itself: unknown, unless it is seen not to wait. */
function traceTrap(text: ShellText, placed: PlacedText, scene: Scene, file: string): Chain {
  for (const { command, chain } of serviceCommands(startedBy(text, scene))) {
    const wait = hastyWait(text, placed, command);
    const at = wait && partOf(placed, wait.start, wait.end);
    const place = at && { file, span: at.span };
    const shell: ShellLink | undefined = place && { form: 'script file', shell: 'unknown', command: place, wait: at };
    if (place && shell) return behind({ program: 'sh', kind: 'shell', effect: 'ends', isLikely: false, place, shell }, chain);
  }
  return UNKNOWN;
}

interface Written {
  readonly placed: PlacedText;
  readonly file: string;
  readonly form: ShellLink['form'];
  readonly shell: Shell;
  readonly place: Link['place'] | undefined;
  readonly isDirect: boolean;
}

/** The shell that stays in front of a command; undefined when it becomes the command. */
function shellLink(command: ShellCommand, written: Written): Link | undefined {
  const stays = staysBefore(command, written);
  const at = placeOfWords(command.words);
  if (stays === 'no' || !at) return undefined;
  const { file, form, shell, placed } = written;
  const offset = placed.offsets?.[command.start];
  const canExec = offset !== undefined && isVerbatim(placed, command.start, command.end) && isLast(command);
  const link: ShellLink = { form, shell, command: at, isDirect: written.isDirect, ...(canExec && { execAt: { file, offset } }) };
  return { program: 'sh', kind: 'shell', effect: 'deaf', isLikely: stays === 'depends', place: written.place ?? at, shell: link };
}

function isLast({ position }: ShellCommand): boolean {
  return position === 'last' || position === 'last in a block' || position === 'last, redirected';
}

/**
 * Measured: dash 0.5.12 waits for every command. bash 5.2 becomes the last command of `-c` when it is simple and not
 * redirected, busybox 1.35 also at the end of a block or with redirections. A script that is read from a file stays in all.
 */
function staysBefore(command: ShellCommand, { form, shell }: Written): 'yes' | 'no' | 'depends' {
  if (command.isExec && command.position !== 'background') return 'no';
  if (form === 'script file' || shell === 'dash' || !isLast(command)) return 'yes';
  if (shell === 'bash') return command.position === 'last' ? 'no' : 'yes';
  return 'depends';
}
