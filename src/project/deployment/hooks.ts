import type { HandlerFact, HookFact, WordsFact } from '../../manifests/kubernetes/model.js';

/** How long a preStop hook certainly takes. Seconds; undefined when only the run shows it. */
export function hookSeconds(hook: HookFact | undefined): number | undefined {
  const [handler, ...others] = hook?.handlers ?? [];
  if (!handler || others.length > 0) return undefined;
  return handler.kind === 'sleep' ? handler.seconds?.value : sleepIn(handler);
}

/** `sleep 5`, by itself or as the first thing that a shell does. */
function sleepIn({ kind, command }: HandlerFact): number | undefined {
  if (kind !== 'exec') return undefined;
  const text = commandLine(command);
  const [, amount, unit = 's'] = /^(?:\S*\/)?sleep\s+(\d+(?:\.\d+)?)([smh]?)\s*(?:$|&&|;|\n)/u.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * (UNITS[unit] ?? 1);
}

const UNITS: Readonly<Record<string, number>> = { s: 1, '': 1, m: 60, h: 3600 };

/** What a command does, as one line: the text of `sh -c` where it is one. */
export function commandLine(command: WordsFact | undefined): string | undefined {
  const { words } = command ?? {};
  const flag = words?.findIndex((word) => /^-\w*c$/u.test(word)) ?? -1;
  const isShell = /(?:^|\/)(?:sh|bash|ash|dash|zsh)$/u.test(words?.[0] ?? '');
  return isShell && flag > 0 ? words?.[flag + 1] : words?.join(' ');
}

/** The program that a hook needs in the image. */
export function programOf(command: WordsFact | undefined): string | undefined {
  return command?.words?.[0]?.split('/').at(-1);
}
