/** What a run notes on its way. */
import type { BranchStep } from '../../facts/module-facts.js';
import type { CallSite } from '../module.js';
import type { FunctionThing } from '../thing.js';
import type { Flow, Operation } from './flow.js';

/** The end of the process, reached in a run. */
export interface Exit {
  readonly site: CallSite;
  readonly flow: Flow;
  readonly how: 'now' | 'signal' | 'abort';
  /** Calls that led here from the root, outermost first. */
  readonly stack: readonly CallSite[];
}

/** The beginning of an operation, and what was going on then. */
export interface Beginning {
  readonly operation: Operation;
  readonly flow: Flow;
}

/** A branch by which a function tells that it has been begun before, and where it goes then. */
export interface Guard {
  readonly fn: FunctionThing;
  readonly branch: BranchStep;
  readonly way: 'then' | 'otherwise';
}
