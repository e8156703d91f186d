/** What a program goes on with once a listener has told its loop to end: `while (running) { … } await pool.end();`. */
import type { LoopStep, Step, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allValues } from '../../facts/walk.js';
import { flagsOf, hasToldLoop, toldLoopsIn } from '../endless-loops.js';
import type { Process } from '../processes.js';
import type { Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';

/** The closes that stand there; those of a failed start aside. */
export function closesAfterLoops(service: Service): readonly Operation[] {
  return service.processes
    .filter((process) => isToldToEnd(service, process))
    .flatMap(({ mains }) =>
      mains.flatMap((module) =>
        service.run(functionThing(module, 0)).beginnings.flatMap(({ operation, flow }) => (flow.failed ? [] : [operation])),
      ),
    );
}

/** Some loop of it waits and may be left, and what listens for a signal sets a flag or aborts. */
function isToldToEnd(service: Service, process: Process): boolean {
  const loops = [...process.reached.values()].some((fn) => hasToldLoop(bodyOf(fn)));
  return loops && toldIn(service, process).some((fn) => allValues(bodyOf(fn)).some(tells));
}

function tells(value: Value): boolean {
  if (value.kind === 'assign') return value.value.kind === 'literal';
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'abort';
}

/** What runs on a signal. */
function toldIn({ reach }: Service, { listeners }: Process): readonly FunctionThing[] {
  return [...reach.from(listeners.flatMap(({ functions }) => functions)).values()];
}

function bodyOf({ module, function: id }: FunctionThing): readonly Step[] {
  return module.function(id)?.body ?? [];
}

export interface EndedLoop {
  readonly fn: FunctionThing;
  readonly loop: LoopStep;
}

/** Loops of a process whose flag a listener sets. */
export function loopsEndedBySignals(service: Service, process: Process): readonly EndedLoop[] {
  const told = toldIn(service, process);
  const isSet = (fn: FunctionThing, { span }: Value): boolean =>
    told.some(({ module, function: id }) => module === fn.module && contains(module.function(id)?.span ?? [0, 0], span));
  return [...process.reached.values()].flatMap((fn) =>
    toldLoopsIn(fn.module, bodyOf(fn)).flatMap((loop) => (flagsOf(fn.module, loop).some((flag) => isSet(fn, flag)) ? [{ fn, loop }] : [])),
  );
}
