import { verbatim, type PlacedText } from './placed-text.js';

/** A process type of a Procfile: `web: node server.js`. */
export interface ProcfileEntry {
  readonly name: string;
  readonly command: PlacedText;
}

/** Larger files are something else. Characters. */
const LARGEST = 20_000;

export function readProcfile(text: string): readonly ProcfileEntry[] {
  if (text.length > LARGEST) return [];
  return [...text.matchAll(/^([A-Za-z][\w-]*):[ \t]*(\S.*)$/gmu)].map(([line, name = '', command = ''], index, all) => {
    const start = (all[index]?.index ?? 0) + line.indexOf(command, name.length + 1);
    return { name, command: verbatim(command.trimEnd(), start) };
  });
}
