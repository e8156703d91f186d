import {
  accompanied,
  behind,
  DONE,
  inside,
  UNKNOWN,
  type Chain,
  type Folder,
  type Link,
  type NodeStart,
  type Scene,
  type Surroundings,
} from './chain.js';
import { FRAMEWORKS, RUNNERS, SCRIPT_RUNNERS, TASK, TASKS, WRAPPERS, type Runner, type Wrapper } from './programs.js';
import { isManager, traceManager } from './trace-manager.js';
import { shellNamed, traceScriptFile, traceShellText, traceShellWords } from './trace-shell.js';
import { nameOf, placeOfWords, type Place, type Word } from './words.js';

/** A folder of the container that is not known. */
const ANYWHERE: Folder = { in: 'container', path: undefined };

/** Follows the words of an exec form to the service that they start. */
export function chainOf(words: readonly Word[], around: Surroundings, folder: string | undefined): Chain {
  return traceWords(words, { around, folder: { in: 'container', path: folder }, args: [], depth: 0 });
}

/** A command with arguments that start with `$@` filled in. */
export function traceWords(written: readonly Word[], scene: Scene): Chain {
  const words = written.flatMap((word) => (word.text === '$@' ? scene.args : [word]));
  const place = placeOfWords(words);
  const name = nameOf(words[0]);
  if (!place || name === undefined) return UNKNOWN;
  const rest = words.slice(1);
  if (name === 'docker-entrypoint.sh' && !scene.around.script(words[0]?.text ?? '', ANYWHERE))
    return traceWords(nodeEntrypoint(rest), scene);
  const wrapper = WRAPPERS[name];
  if (wrapper) return traceWrapper({ name, wrapper, rest, place }, scene);
  const runner = RUNNERS[name];
  if (runner) return traceRunner({ name, runner, words, place }, scene);
  if (Object.hasOwn(TASKS, name) && rest.some(({ text }) => text !== undefined && TASKS[name]?.test(text))) return DONE;
  if (isManager(name)) return traceManager(name, words, scene);
  if (shellNamed(name)) return traceShellWords(name, words, scene);
  if (SCRIPT_RUNNERS.has(name)) return behind(linkOf(name, 'manager', 'deaf', place), UNKNOWN);
  if (name === 'pm2') return tracePm2(words, place, scene);
  if (FRAMEWORKS.has(name)) return { links: [], end: { ...startOf(words, place, scene), program: frameworkCommand(name, rest) } };
  return traceScriptFile(words, scene);
}

/** The entrypoint of the official image: `node` before what is an option or no command of the image. */
function nodeEntrypoint(words: readonly Word[]): readonly Word[] {
  const [first] = words;
  const isFile = first?.text !== undefined && (first.text.startsWith('-') || /\.[cm]?js$/u.test(first.text));
  return first && isFile ? [{ text: 'node', place: first.place }, ...words] : words;
}

interface WrapperCall {
  readonly name: string;
  readonly wrapper: Wrapper;
  readonly rest: readonly Word[];
  readonly place: Place;
}

function traceWrapper({ name, wrapper, rest, place }: WrapperCall, scene: Scene): Chain {
  const next = inside(scene);
  const words = wrapped(wrapper, rest);
  if (!next || words.length === 0) return UNKNOWN;
  const inner = wrapper.commandLines ? traceLines(words, next) : traceWords(words, next);
  const chain = wrapper.effect === 'init' ? inner : accompanied(inner);
  return wrapper.effect === 'replaces' ? chain : behind(linkOf(name, 'wrapper', wrapper.effect, place), chain);
}

/** The words of the program that a wrapper starts. */
function wrapped(wrapper: Wrapper, words: readonly Word[]): readonly Word[] {
  const start = wrapper.subcommand?.test(words[0]?.text ?? '') ? 1 : 0;
  let index = afterOptions(words, wrapper.valued, start);
  if (wrapper.assigns) while (/^\w+=/u.test(words[index]?.text ?? '')) index += 1;
  index += wrapper.operands ?? 0;
  return words.slice(words[index]?.text === '--' ? index + 1 : index);
}

/** The index of the first word that is no option. */
export function afterOptions(words: readonly Word[], valued: RegExp | undefined, start = 0): number {
  let index = start;
  while (words[index]?.text?.startsWith('-')) {
    const text = words[index]?.text ?? '';
    if (text === '--') return index + 1;
    index += valued?.test(text) ? 2 : 1;
  }
  return index;
}

/** Command lines that run side by side: the first one that is a service stands for all. Their shells are ended as well. */
function traceLines(words: readonly Word[], scene: Scene): Chain {
  const chains = words.map((word) => (word.placed ? traceShellText(word.placed, word.place.file, scene, 'package script') : UNKNOWN));
  const chain = chains.find(({ end }) => end.kind === 'node') ?? UNKNOWN;
  return { ...chain, links: chain.links.filter((link) => link.kind !== 'shell') };
}

export function linkOf(program: string, kind: Link['kind'], effect: Link['effect'], place: Place): Link {
  return { program, kind, effect, isLikely: false, place };
}

interface RunnerCall {
  readonly name: string;
  readonly runner: Runner;
  readonly words: readonly Word[];
  readonly place: Place;
}

function traceRunner({ name, runner, words, place }: RunnerCall, scene: Scene): Chain {
  const command = words.findIndex((word) => runner.command?.test(word.text ?? '') === true);
  const next = inside(scene);
  const line = command < 0 ? undefined : words[command + 1];
  const link = linkOf(name, 'runner', runner.effect, place);
  if (line && next) return behind(link, traceWords([...splitWords(line), ...words.slice(command + 2)], next));
  const start = startOf(words, place, scene, runner);
  if (start.file !== undefined && TASK.test(start.file.split('/').at(-1) ?? '')) return DONE;
  const chain: Chain = { links: [], end: start };
  return runner.effect === 'replaces' ? chain : behind(link, chain);
}

function startOf(words: readonly Word[], place: Place, scene: Scene, runner?: Runner): NodeStart {
  const name = nameOf(words[0]) ?? 'node';
  const start = runner?.subcommand?.test(words[1]?.text ?? '') ? 2 : 1;
  const file = runner ? words[afterOptions(words, runner.valued, start)]?.text : undefined;
  const isText = words.some((word) => /^(?:-[ep]|-pe|--eval|--print|--run)$/u.test(word.text ?? ''));
  return { kind: 'node', program: name, place, folder: scene.folder, words, isAlone: true, ...(file !== undefined && !isText && { file }) };
}

function frameworkCommand(name: string, rest: readonly Word[]): string {
  const sub = rest.find((word) => word.text?.startsWith('-') === false)?.text;
  return sub === undefined ? name : `${name} ${sub}`;
}

/** `pm2 start x --no-daemon` stays in front, and was measured to ignore SIGTERM as process 1. */
function tracePm2(words: readonly Word[], place: Place, scene: Scene): Chain {
  const isInFront = words.some((word) => word.text === '--no-daemon');
  if (!isInFront) return UNKNOWN;
  const runner: Runner = { effect: 'deaf', subcommand: /^start$/u };
  return behind(linkOf('pm2', 'runner', 'deaf', place), { links: [], end: startOf(words, place, scene, runner) });
}

/** The words of a text without quotes. */
export function splitWords(word: Word): readonly Word[] {
  return [...(word.text ?? '').matchAll(/\S+/gu)].map((match) => ({ text: match[0], place: word.place }));
}
