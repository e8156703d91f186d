/** Names by which a library begins or ends something. */
import type { Library, Member } from '../catalogue/shape.js';

export interface StrongNames {
  readonly expression: RegExp;
  /** Its default export begins or ends something itself: any use of it counts. */
  readonly main: boolean;
}

export function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** Nothing matches where the library only helps. */
const NEVER = /(?!)/u;

export function strongNames(library: Library): StrongNames {
  const strong = (member: Member): boolean =>
    isStrong(member) || (typeof member.returns === 'string' && library.types?.[member.returns]?.needsClose === true);
  const main = library.exports['default'];
  const names = new Set([
    ...namesOf(library.exports, strong),
    ...Object.values(library.types ?? {}).flatMap((type) => namesOf(type.members, strong)),
  ]);
  names.delete('default');
  const expression = names.size === 0 ? NEVER : new RegExp(`(?:^|[^\\w$])(?:${[...names].map(escaped).join('|')})(?![\\w$])`, 'u');
  return { expression, main: library.conventions !== undefined || (main !== undefined && strong(main)) };
}

const STRONG_ROLES: ReadonlySet<string> = new Set([
  'shutdown',
  'signal',
  'fatal',
  'exit',
  'beforeExit',
  'schedule',
  'timer',
  'message',
  'probe',
]);

function isStrong(member: Member): boolean {
  const {
    starts,
    closes,
    flushes,
    signals,
    exits,
    timer,
    blocks,
    clears,
    clearsAll,
    sets,
    decorates,
    calls = [],
    opens,
    resolves,
  } = member;
  if ([starts, closes, flushes, signals, exits, timer, blocks, clears, clearsAll, sets, decorates].some((part) => part !== undefined))
    return true;
  return (opens === true && resolves !== undefined) || calls.some(({ role }) => STRONG_ROLES.has(role));
}

export function namesOf(members: Readonly<Record<string, Member>> | undefined, wanted: (member: Member) => boolean): readonly string[] {
  return Object.entries(members ?? {}).flatMap(([name, member]) => [...(wanted(member) ? [name] : []), ...namesOf(member.members, wanted)]);
}
