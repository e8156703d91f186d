import { millisecondsIn } from './duration.js';
import { partOf, verbatim, type PlacedText } from './placed-text.js';
import type { Stated } from './stated.js';

/** A service unit of systemd (systemd.service(5), systemd.kill(5)). */
export interface Unit {
  /** The last ExecStart=, without the prefixes `-`, `+` and the like. */
  readonly start?: PlacedText;
  readonly folder?: string;
  readonly type?: string;
  readonly killSignal?: Stated<string>;
  readonly killMode?: Stated<string>;
  /** A command of its own stops it. */
  readonly hasStop: boolean;
  /** Milliseconds; TimeoutStopSec=, else TimeoutSec=. */
  readonly stopTimeout?: Stated<number>;
  /** The end of the line that opens [Service]: where a setting can be added. */
  readonly sectionEnd: number;
}

const LINE =
  /^[ \t]*(?:\[(?<section>[^\]\r\n]+)\][ \t]*|(?<key>[A-Za-z]+)[ \t]*=[ \t]*(?![ \t])(?<value>(?:[^\\\r\n]|\\(?:\r?\n|.))*\\?))\r?$/gmu;
/** Larger files are no units. Characters. */
const LARGEST = 100_000;

/** Undefined for what is no service unit. */
export function readUnit(text: string): Unit | undefined {
  if (text.length > LARGEST || !/^[ \t]*\[Service\]/mu.test(text)) return undefined;
  const settings = new Map<string, PlacedText>();
  let section = '';
  let sectionEnd = 0;
  for (const match of text.matchAll(LINE)) {
    const { section: opened, key, value = '' } = match.groups ?? {};
    const end = match.index + match[0].trimEnd().length;
    if (opened !== undefined) section = opened;
    if (opened === 'Service') sectionEnd = end;
    if (section !== 'Service' || key === undefined) continue;
    settings.set(key, verbatim(value.trimEnd(), match.index + match[0].indexOf(value, match[0].indexOf('='))));
  }
  return unitOf(settings, sectionEnd);
}

function unitOf(settings: ReadonlyMap<string, PlacedText>, sectionEnd: number): Unit {
  const written = settings.get('ExecStart');
  const start = written && partOf(written, /^[-@:+!|]*/u.exec(written.text)?.[0].length ?? 0, written.text.length);
  const timeout = settings.get('TimeoutStopSec') ?? settings.get('TimeoutSec');
  const folder = settings.get('WorkingDirectory')?.text;
  const type = settings.get('Type')?.text;
  return {
    sectionEnd,
    hasStop: (settings.get('ExecStop')?.text ?? '') !== '',
    ...(start && { start }),
    ...(folder !== undefined && { folder }),
    ...(type !== undefined && { type }),
    ...statedSetting('killSignal', settings.get('KillSignal')),
    ...statedSetting('killMode', settings.get('KillMode')),
    ...(timeout && { stopTimeout: { value: timeLimit(timeout.text), span: timeout.span } }),
  };
}

function statedSetting<Name extends 'killSignal' | 'killMode'>(
  name: Name,
  setting: PlacedText | undefined,
): Partial<Record<Name, Stated<string>>> {
  const stated: Partial<Record<Name, Stated<string>>> = {};
  if (setting) stated[name] = { value: /[%$]/u.test(setting.text) ? undefined : setting.text, span: setting.span };
  return stated;
}

/** Zero is no limit. */
function timeLimit(text: string): number | undefined {
  const time = millisecondsIn(text, 's');
  return time === 0 ? Infinity : time;
}
