import type { ModuleFacts } from '../facts/module-facts.js';
import { parseModule } from '../facts/parse.js';
import { attempted } from './debug.js';

/** The facts of a text that people wrote; undefined for any other, and for one that cannot be read. */
export function factsIn(text: string | undefined, file: string): ModuleFacts | undefined {
  if (text === undefined || isMinified(text)) return undefined;
  return attempted(file, () => parseModule(text, file));
}

/** Longer lines than people write, on average. */
function isMinified(text: string): boolean {
  if (text.length < 50_000) return false;
  return text.length / text.split('\n').length > 400;
}
