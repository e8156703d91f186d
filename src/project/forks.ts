/** Parts of a program of which a process goes through only one: the sides of a question, the cases of a choice. */
import type { BranchStep, Span, Step, SwitchStep, Value } from '../facts/module-facts.js';
import { contains } from '../facts/spans.js';
import { stepParts } from '../facts/walk.js';
import type { Module } from './module.js';

export interface Fork {
  /** The function in whose body it stands. */
  readonly owner: number;
  /** Asked again in each round, which may go another way. */
  readonly inLoop: boolean;
  readonly step: BranchStep | SwitchStep;
  /** The texts of each side; of a question first what follows from yes. */
  readonly sides: readonly (readonly Span[])[];
  /** What leads to each of them, where it is written. */
  readonly tests: readonly (readonly Value[])[];
}

/** On which side of a fork something stands. */
export interface ForkSide extends Pick<Fork, 'owner' | 'inLoop' | 'step'> {
  readonly side: number;
}

const known = new WeakMap<Module, readonly Fork[]>();

export function forkSidesAt(module: Module, span: Span): readonly ForkSide[] {
  return forksOf(module)
    .filter(({ sides }) => sides.some((spans) => spans.some((one) => contains(one, span))))
    .map(({ sides, owner, inLoop, step }) => ({
      owner,
      inLoop,
      step,
      side: sides.findIndex((spans) => spans.some((one) => contains(one, span))),
    }));
}

export function forksOf(module: Module): readonly Fork[] {
  const before = known.get(module);
  if (before) return before;
  const forks = module.facts.functions.flatMap(({ body, id }) => forksIn(body, { owner: id, inLoop: false }));
  known.set(module, forks);
  return forks;
}

function forksIn(steps: readonly Step[], place: Pick<Fork, 'owner' | 'inLoop'>): readonly Fork[] {
  return steps.flatMap((step, index): readonly Fork[] => {
    const within = step.kind === 'loop' ? { ...place, inLoop: true } : place;
    const inner = stepParts(step).bodies.flatMap((body) => forksIn(body, within));
    if (step.kind === 'branch')
      return [...inner, { ...place, step, sides: ofQuestion(step, steps.slice(index + 1)), tests: [[step.test]] }];
    return step.kind === 'switch' ? [...inner, { ...place, step, ...ofCases(step) }] : inner;
  });
}

/** After `if (isPrimary) { …; return; }` comes the other side. */
function ofQuestion({ then, otherwise }: BranchStep, rest: readonly Step[]): Fork['sides'] {
  return [spansOf(then), spansOf(goesNoFurther(then) ? [...otherwise, ...rest] : otherwise)];
}

/** A case that does not end goes on with the next one. */
function ofCases({ cases }: SwitchStep): Pick<Fork, 'sides' | 'tests'> {
  const sides: (readonly SwitchStep['cases'][number][])[] = [];
  let open: SwitchStep['cases'] = [];
  for (const one of cases) {
    open = [...open, one];
    if (!goesNoFurther(one.body)) continue;
    sides.push(open);
    open = [];
  }
  const all = [...sides, open];
  return {
    sides: all.map((side) => spansOf(side.flatMap(({ body }) => body))),
    tests: all.map((side) => side.flatMap(({ test }) => test ?? [])),
  };
}

function goesNoFurther(steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  if (last?.kind === 'block') return goesNoFurther(last.body);
  return last?.kind === 'return' || last?.kind === 'throw' || last?.kind === 'break';
}

function spansOf(steps: readonly Step[]): readonly Span[] {
  return steps.map(({ span }) => span);
}
