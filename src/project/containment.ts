import { debug } from './debug.js';
import type { Workspace } from './workspace.js';

/** Files that are left out for the sake of one piece of work, before it counts as failing whatever it looks at. */
const MOST = 3;

const hopeless = new WeakMap<Workspace, Map<unknown, number>>();

interface Failure {
  readonly file: string | undefined;
  readonly error: unknown;
}

/**
 * What the work gives. When it fails while it looks at a file, that file is left out of the program, as one that cannot be read, and
 * the others are looked at again. Undefined for work that fails without them too; it is not tried again until a text has changed.
 */
export function contained<Result>(workspace: Workspace, key: unknown, name: string, work: () => Result): Result | undefined {
  const failed = hopeless.get(workspace) ?? new Map<unknown, number>();
  hopeless.set(workspace, failed);
  if (failed.get(key) === workspace.version) return undefined;
  const { faults } = workspace;
  const before = faults.leftOut;
  const failures: Failure[] = [];
  const tell = ({ file, error }: Failure): void => {
    debug(`${name} ${file ?? workspace.root}`, error);
  };
  for (let goesOn = true; goesOn;) {
    const outcome = outcomeOf(workspace, work);
    if ('result' in outcome) {
      failures.forEach(tell);
      return outcome.result;
    }
    failures.push(outcome);
    goesOn = failures.length <= MOST && leaveOut(workspace, outcome);
  }
  faults.leftOut = before;
  failed.set(key, workspace.version);
  failures.slice(0, 1).forEach(tell);
  return undefined;
}

function outcomeOf<Result>({ faults }: Workspace, work: () => Result): { readonly result: Result } | Failure {
  faults.lookedAt = undefined;
  try {
    return { result: work() };
  } catch (error) {
    return { file: faults.lookedAt, error };
  }
}

/** Where the stack ended says nothing of who is at fault. */
function leaveOut({ faults }: Workspace, { file, error }: Failure): boolean {
  if (file === undefined || error instanceof RangeError || faults.leftOut.has(file)) return false;
  faults.leaveOut(file);
  return true;
}
