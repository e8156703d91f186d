import type { PlacedText } from '../placed-text.js';
import type { ShellCommand, ShellText } from './shell-text.js';
import { readShell } from './shell-text.js';

/** Whether the shell text answers SIGTERM in its own way. */
export function hasTrap({ commands }: ShellText): boolean {
  return commands.some(({ words }) => words[0]?.text === 'trap');
}

/**
 * The `wait` with which a script ends too early. `wait` returns as soon as a trapped signal has come (POSIX, "wait"; measured with
 * dash and bash), so a script that hands the signal on must wait once more, in the trap or after it.
 */
export function hastyWait(text: ShellText, placed: PlacedText, service: ShellCommand): ShellCommand | undefined {
  const traps = text.commands.filter(({ words }) => words[0]?.text === 'trap' && words.slice(1).some((word) => TERM.test(word.text ?? '')));
  if (service.position !== 'background' || traps.length === 0 || !traps.every((trap) => handsOnOnly(text, trap))) return undefined;
  const after = text.commands.slice(text.commands.indexOf(service));
  const waits = after.filter(({ words }) => words[0]?.text === 'wait');
  const [first, ...others] = waits;
  if (!first || waits.some(({ isRepeated }) => isRepeated)) return undefined;
  const written = ({ start, end }: ShellCommand): string => placed.text.slice(start, end);
  return others.some((other) => written(other) === written(first) || other.words.length === 1) ? undefined : first;
}

const TERM = /^(?:SIG)?TERM$|^15$/u;

/** The trap kills, and neither waits nor ends the script itself. */
function handsOnOnly({ functions }: ShellText, { words }: ShellCommand): boolean {
  const body = words[1];
  if (body?.text === undefined) return false;
  const commands = functions.get(body.text) ?? commandsIn(body.text);
  const names = commands.map((command) => command.words[0]?.text);
  return names.includes('kill') && names.every((name) => name === 'kill' || name === 'echo' || name === 'printf');
}

function commandsIn(text: string): readonly ShellCommand[] {
  return readShell({ text, span: [0, 0] }, '', new Map())?.commands ?? [];
}
