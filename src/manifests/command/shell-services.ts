/** The commands of a shell text, and which of them may be the service. */
import { within } from '../docker/image.js';
import type { Chain, Folder, Scene } from './chain.js';
import type { ShellCommand, ShellText } from './shell-text.js';
import { traceWords } from './trace.js';

export interface Started {
  readonly command: ShellCommand;
  readonly chain: Chain;
}

/** All that a text starts. */
export function startedBy(text: ShellText, scene: Scene): readonly Started[] {
  const started: Started[] = [];
  let { folder } = scene;
  for (const command of text.commands) {
    const [name, target] = command.words;
    if (name?.text === 'cd') folder = into(folder, target?.text);
    else if (name?.text !== undefined && !text.functions.has(name.text))
      started.push({ command, chain: traceWords(command.words, { ...scene, folder, args: command.args ?? scene.args }) });
  }
  return started;
}

/** All ways through the text end with something that does its work and ends. */
export function isTask(started: readonly Started[]): boolean {
  const final = started.filter(isFinal);
  return (
    final.length > 0 && final.every(({ chain }) => chain.end.kind === 'task') && started.every(({ chain }) => chain.end.kind !== 'node')
  );
}

function isFinal({ command }: Started): boolean {
  return command.isExec || command.position.startsWith('last');
}

/** The commands that may be the service: those with which the text ends, else the last one that starts Node.js. */
export function serviceCommands(started: readonly Started[]): readonly Started[] {
  const services = started.filter(({ chain }) => chain.end.kind === 'node' || (chain.end.kind !== 'task' && isManaged(chain)));
  const final = started.filter(isFinal);
  const ends = final.filter((one) => services.includes(one) || one.command.isExec);
  return ends.length > 0 ? ends : services.slice(-1);
}

function isManaged(chain: Chain): boolean {
  return chain.links.some((link) => link.kind === 'manager' || link.kind === 'runner');
}

function into(folder: Folder, target: string | undefined): Folder {
  if (folder.in === 'container') return { in: 'container', path: within(folder.path, target) };
  return target === undefined || target.startsWith('/')
    ? { in: 'container', path: target }
    : { in: 'repository', path: `${folder.path}/${target}` };
}
