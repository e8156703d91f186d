import { parseArgs } from 'node:util';

export const FORMATS = ['stylish', 'json', 'sarif', 'github'] as const;
export const CONFIGS = ['recommended', 'strict', 'all'] as const;

export interface Options {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly config: (typeof CONFIGS)[number];
  readonly fix: boolean;
  readonly fixSuggestions: boolean;
  readonly quiet: boolean;
  /** More warnings than this make the run fail; -1 for any number. */
  readonly maxWarnings: number;
  readonly help: boolean;
  readonly version: boolean;
}

export const HELP = `Usage: graceful-shutdown [options] [path…]

Lints Node.js services, with their Kubernetes manifests, Dockerfiles and the like, for what makes them drop requests, lose data or hang
when the platform says stop.
Without a path the current folder is linted. No ESLint configuration is needed, and none of yours is read.

  --config recommended|strict|all   which rules (default: recommended)
  --format stylish|json|sarif|github
  --fix                             apply repairs that cannot change what the program means
  --fix-suggestions                 apply the first suggestion of each finding until nothing changes
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
      format: { type: 'string', default: 'stylish' },
      config: { type: 'string', default: 'recommended' },
      fix: { type: 'boolean', default: false },
      'fix-suggestions': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      'max-warnings': { type: 'string', default: '-1' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: oneOf('--format', values.format, FORMATS),
    config: oneOf('--config', values.config, CONFIGS),
    fix: values.fix,
    fixSuggestions: values['fix-suggestions'],
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
