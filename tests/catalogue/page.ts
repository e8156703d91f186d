import { libraries } from '../../src/catalogue/index.js';
import type { Close, Condition, Example, Library, Member, SignalHandling } from '../../src/catalogue/shape.js';

/** One way of closing: `Pool.end()`, in the style of `close`. */
interface Closing {
  readonly call: string;
  readonly close: Close;
}

type Anchors = ReadonlyMap<Library, string>;

const INTRODUCTION = `# Catalogue

What the plugin knows of libraries, one file for each in \`src/catalogue/libraries\`. Libraries of your own are described in the
same way: [your-own-libraries.md](your-own-libraries.md). This page is made from those files by \`npm run docs:catalogue\`; a test
runs every example below through the analysis.

*How it is closed* names the calls and how their end is told: **promise** - by the promise that it gives; **callback** - by its
callback only; **either** - by its callback if one is given, else by a promise; **sync** - it is closed when the call returns;
**detached** - nothing but an event tells. *False await* lists the calls that give no promise, so that \`await\` ends at once.
*Signals* says what the library does on SIGTERM by itself. *Checked* says how the facts were found out: measured in a running
service, read in the source, or taken from the manual.
`;

/** The text of \`docs/catalogue.md\`. */
export function cataloguePage(): string {
  const builtIn = libraries.filter(isBuiltIn);
  const packages = libraries.filter((library) => !isBuiltIn(library));
  const anchors = anchorsOf(libraries);
  return [
    INTRODUCTION,
    `## Packages\n\n${String(new Set(packages.map(({ name }) => name)).size)} packages.\n`,
    table(packages, anchors),
    '## Node.js\n',
    table(builtIn, anchors),
    '## Examples\n\nEach one closes what it opens. The line marked `close` is the one that people get wrong.\n',
    ...[...packages, ...builtIn].map(section),
  ].join('\n');
}

function isBuiltIn({ name }: Library): boolean {
  return name.startsWith('node:');
}

function titleOf({ name, versions }: Library): string {
  return versions === undefined ? name : `${name} ${versions}`;
}

/** Where the headings of the page can be linked, as GitHub makes them. */
function anchorsOf(all: readonly Library[]): Anchors {
  const ordered = [...all.filter((library) => !isBuiltIn(library)), ...all.filter(isBuiltIn)];
  const seen = new Map<string, number>();
  return new Map(
    ordered.map((library) => {
      const plain = titleOf(library)
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
      const before = seen.get(plain) ?? 0;
      seen.set(plain, before + 1);
      return [library, before === 0 ? plain : `${plain}-${String(before)}`];
    }),
  );
}

function table(rows: readonly Library[], anchors: Anchors): string {
  const lines = rows.map((library) => {
    const closings = closingsOf(library);
    return row([
      link(library, anchors),
      code(library.versions ?? ''),
      waysOf(library, closings, anchors),
      falseAwaits(closings),
      signalsOf(library),
      `[${library.verified}](${library.manual.replaceAll('(', '%28').replaceAll(')', '%29')})`,
    ]);
  });
  const head = ['Library', 'Versions', 'How it is closed', 'False await', 'Signals', 'Checked'];
  return [row(head), row(head.map(() => '---')), ...lines, ''].join('\n');
}

function link(library: Library, anchors: Anchors): string {
  return `[${library.name}](#${anchors.get(library) ?? ''})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** Closes of the library's functions and types, without those that cut work off. */
function closingsOf(library: Library): readonly Closing[] {
  const functions = members('', { ...library.exports });
  const methods = Object.entries(library.types ?? {}).flatMap(([type, { members: own }]) => members(`${type}.`, own ?? {}));
  const found = [...functions, ...methods].filter(({ close }) => close.forced !== true);
  return found.filter(({ call }, index) => found.findIndex((other) => other.call === call) === index);
}

function members(prefix: string, named: Readonly<Record<string, Member>>): readonly Closing[] {
  return Object.entries(named).flatMap(([name, member]) => {
    const shown = name.startsWith('@@') ? `${prefix.slice(0, -1)}[Symbol.${name.slice(2)}]` : `${prefix}${name}`;
    const close = member.closes ?? member.flushes;
    const inner = member.members ? members(name === 'default' ? prefix : `${shown}.`, member.members) : [];
    return [...(close ? [{ call: `${shown}()`, close }] : []), ...inner];
  });
}

function waysOf(library: Library, closings: readonly Closing[], anchors: Anchors): string {
  if (closings.length === 0) return closedAs(library, anchors);
  const styles = [...new Set(closings.map(({ close }) => close.style))];
  return styles
    .map((style) => {
      const calls = closings.filter(({ close }) => close.style === style).map(({ call }) => code(call));
      return `${calls.join(', ')}: ${style}`;
    })
    .join('; ');
}

/** For libraries that hand out what other libraries close: `express` gives a server of `node:http`. */
function closedAs(library: Library, anchors: Anchors): string {
  const named = [...given(library.exports), ...Object.values(library.types ?? {}).flatMap((type) => given(type.members ?? {}))];
  const owners = libraries.filter(
    (other) =>
      other !== library &&
      named.some((name) => {
        const [owner, type = ''] = name.split('#');
        return owner === other.name && closingsOf(other).some(({ call }) => call.startsWith(`${type}.`) || call.startsWith(`${type}[`));
      }),
  );
  return owners.length === 0 ? 'nothing of its own' : `as ${owners.map((owner) => link(owner, anchors)).join(', ')}`;
}

/** Types that calls give, as they are written. */
function given(named: Readonly<Record<string, Member>>): readonly string[] {
  return Object.values(named).flatMap(({ returns, resolves, members: inner }) => {
    return [returns, resolves, ...given(inner ?? {})].filter((type) => typeof type === 'string');
  });
}

function falseAwaits(closings: readonly Closing[]): string {
  const withoutPromise = closings.filter(({ close }) => close.style === 'callback' || close.style === 'detached');
  const told = ({ event }: Close): string => (event === undefined ? '' : ` (event ${code(event)})`);
  return withoutPromise.map(({ call, close }) => `${code(call)}${told(close)}`).join(', ');
}

function signalsOf(library: Library): string {
  const methods = Object.values(library.types ?? {}).flatMap((type) => handling(type.members ?? {}));
  const commands = (library.commands ?? []).flatMap(({ command, signals }) => (signals ? [saying(command, signals)] : []));
  return [...new Set([...handling(library.exports), ...methods, ...commands])].join('; ');
}

function handling(named: Readonly<Record<string, Member>>): readonly string[] {
  return Object.entries(named).flatMap(([name, { signals, members: inner }]) => {
    const handles = signals && (signals.handles.includes('SIGTERM') || signals.from !== undefined);
    const own = handles ? [saying(name === 'default' ? DEFAULT : `${name}()`, signals)] : [];
    return [...own, ...handling(inner ?? {})];
  });
}

const DEFAULT = 'the default export';
const THEN: Readonly<Record<SignalHandling['then'], string>> = {
  exit: 'exits',
  reraise: 'sends itself the signal again',
  nothing: 'handles it without an exit',
};

function saying(what: string, { then, if: condition }: SignalHandling): string {
  return `${what === DEFAULT ? what : code(what)} ${THEN[then]}${condition ? conditionText(condition) : ''}`;
}

function conditionText({ at, is, given: isGiven, not }: Condition): string {
  const value = is === undefined ? (isGiven === false ? 'left out' : 'given') : code(String(is));
  return `, ${not ? 'unless' : 'if'} ${code(String(at))} is ${value}`;
}

function section(library: Library): string {
  return [`### ${titleOf(library)}\n`, ...library.examples.map(exampleText)].join('\n');
}

function exampleText({ code: text, typescript, file, start, notClosed }: Example): string {
  const stands = file === undefined ? [] : [`In ${code(file)}.`];
  const place = [...stands, ...(start === undefined ? [] : [`Started by ${code(start)}.`])].join(' ');
  const block = text === '' ? '' : `\`\`\`${typescript ? 'ts' : 'js'}\n${text.trimEnd()}\n\`\`\``;
  const wrong = notClosed === undefined ? '' : `Reported when that line is ${notClosed === '' ? 'missing.' : code(notClosed)}`;
  return [place, block, wrong]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}
