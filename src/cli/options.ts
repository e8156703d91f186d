import { parseArgs } from 'node:util';

export const CONFIGS = ['recommended', 'strict', 'all'] as const;

const COMMANDS = ['lint', 'explain', 'inputs'] as const;

export interface Options {
  readonly command: (typeof COMMANDS)[number];
  readonly paths: readonly string[];
  /** One of ours, or an installed formatter of ESLint. */
  readonly format: string;
  readonly config: (typeof CONFIGS)[number];
  readonly fix: boolean;
  readonly fixSuggestions: boolean;
  /** Lint what the given files can break, too. */
  readonly affected: boolean;
  /** Write down what is found, as what may stay. */
  readonly suppressAll: boolean;
  readonly quiet: boolean;
  /** More warnings than this make the run fail; -1 for any number. */
  readonly maxWarnings: number;
  readonly help: boolean;
  readonly version: boolean;
}

export const HELP = `Usage: graceful-shutdown [options] [path…]
       graceful-shutdown explain FILE:LINE
       graceful-shutdown inputs [--format lines|turbo|nx] [folder]

Lints Node.js services for what makes them drop requests, lose data or hang when the platform says stop.
Without a path the current folder is linted. No ESLint configuration is needed, and none of yours is read.

explain says what is known of a line: why something is reported there, or why nothing is.
inputs lists the files on which the findings of a package depend, for tools that cache tasks.

  --config recommended|strict|all   which rules (default: recommended)
  --format stylish|json|sarif|github, or an installed formatter of ESLint (junit: eslint-formatter-junit)
  --fix                             apply repairs that cannot change what the program means
  --fix-suggestions                 apply the first suggestion of each finding until nothing changes
  --affected                        the given files, and whatever in their programs they can break
  --suppress-all                    keep what is found now in eslint-suppressions.json, and report only more than that
  --quiet                           errors only
  --max-warnings N                  fail when there are more warnings than N
  --help, --version

Exit codes: 0 nothing found, 1 findings, 2 wrong use or failure.`;

/** What the command line asks for; throws an Error with one clear sentence when it cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      config: { type: 'string', default: 'recommended' },
      fix: { type: 'boolean', default: false },
      'fix-suggestions': { type: 'boolean', default: false },
      affected: { type: 'boolean', default: false },
      'suppress-all': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      'max-warnings': { type: 'string', default: '-1' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
  const named = COMMANDS.find((one) => one === positionals[0] && one !== 'lint');
  const paths = named === undefined ? positionals : positionals.slice(1);
  return {
    command: named ?? 'lint',
    paths: paths.length > 0 ? paths : ['.'],
    format: values.format ?? (named === 'inputs' ? 'lines' : 'stylish'),
    config: oneOf('--config', values.config, CONFIGS),
    fix: values.fix,
    fixSuggestions: values['fix-suggestions'],
    affected: values.affected,
    suppressAll: values['suppress-all'],
    quiet: values.quiet,
    maxWarnings: wholeNumber('--max-warnings', values['max-warnings']),
    help: values.help,
    version: values.version,
  };
}

function oneOf<Allowed extends string>(option: string, value: string, allowed: readonly Allowed[]): Allowed {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`${option} takes ${allowed.join(', ')}; got "${value}".`);
  return found;
}

function wholeNumber(option: string, value: string): number {
  if (!/^-?\d+$/u.test(value)) throw new Error(`${option} takes a whole number; got "${value}".`);
  return Number(value);
}
