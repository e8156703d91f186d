/** Uses of a name, by the text alone. */

/** How a name is used: it is called, or it holds something that is handed on. */
export type Use = 'call' | 'hold';

/** Stands somewhere without a property or method of its own being used. */
export function isHanded(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])(?!\\s*(?:\\?\\.|\\.|\\[|:))`, 'u').test(text);
}

const IMPORT_CLAUSE =
  /\bimport\b(?:(?!\bimport\b)[^'"`;]){0,2000}?\bfrom\b|\b(?:const|let|var)\s*\{[^{}]{0,2000}\}\s*=\s*(?:await\s+)?(?:require|import)\b/gu;

/** `export * from './server.js'` passes on what it does not name. */
const PASSES_ALL = /\bexport\s*\*/u;

/** Whether a text that imports the module may use this export; default exports and whole modules have another name there. */
export function mayUse(text: string, name: string, how: Use): boolean {
  if (name === '=' || name === 'default' || PASSES_ALL.test(text)) return true;
  if (!text.includes(name)) return false;
  if (how === 'call') return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'u').test(text);
  return /\bas\b/u.test(text) && text.includes(`${name} as `) ? true : isHanded(text.replace(IMPORT_CLAUSE, ''), name);
}
