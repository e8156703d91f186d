/** Makes an endless loop end with the service. */
import type { FunctionFact, LoopStep } from '../facts/module-facts.js';
import { allSteps } from '../facts/walk.js';
import type { EndlessLoop } from '../project/questions/loops.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import { handlesSigterm } from '../project/questions/signals.js';
import { insertedDeadline } from '../project/questions/inserted-deadline.js';
import type { Module } from '../project/module.js';
import type { Service } from '../project/service.js';
import { placeOf } from './around.js';
import { atStart } from './body.js';
import { closeLines } from './closing.js';
import { dialectOf, layOut, milliseconds, quoted } from './dialect.js';
import { freeName } from './names.js';
import { declareBefore } from './shutdown-body.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { insertAfter, isBraceless } from './statements.js';
import { sourceIn } from './suggest.js';
import { liveClosers } from './suggest-exit.js';
import { closersAt } from './in-scope.js';

/** `while (!isStopping)` with a flag that the shutdown sets: the loop ends after the work in hand. */
export function stopLoop(service: Service, found: EndlessLoop): Edits {
  const { module, fn, span } = found;
  const source = sourceIn(service, module);
  const fact = module.function(fn.function);
  const loop = fact && allSteps(fact.body).find((step): step is LoopStep => step.kind === 'loop' && step.span[0] === span[0]);
  const flag = freeName(source, ['isStopping', 'stopRequested']);
  const tested = loop && testFlag(source, found, loop, flag);
  const set = loop && setFlag(service, source, found, fact, flag);
  const ended = loop && endAfter(service, source, found, fact, loop);
  return tested && set && ended && [...set, ...tested, ...ended];
}

function testFlag(source: Source, { span }: EndlessLoop, { test }: LoopStep, flag: string): Edits {
  if (test) return [replace(test.span, `!${flag}`)];
  const empty = /\(\s*;\s*;\s*\)/u.exec(textOf(source, span));
  return empty ? [replace([span[0] + empty.index, span[0] + empty.index + empty[0].length], `(; !${flag}; )`)] : undefined;
}

/** In the shutdown of the same file, or by a listener of its own. */
export function setFlag(service: Service, source: Source, { module, span }: EndlessLoop, fact: FunctionFact, flag: string): Edits {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const root = signalRoots(service).find((one) => service.shutdownBehind(one.fn).module === module);
  const shutdown = root && module.function(service.shutdownBehind(root.fn).function);
  const set = shutdown && !isInside(fact, shutdown) ? atStart(source, shutdown, [`${flag} = true${semicolon}`]) : undefined;
  const listener = [
    `process.once(${quoted('SIGTERM', dialect)}, () => {`,
    `\t${flag} = true${semicolon}`,
    ...(isAlone(service, module)
      ? [`\tsetTimeout(() => process.exit(1), ${milliseconds(insertedDeadline(service))}).unref()${semicolon}`]
      : []),
    `})${semicolon}`,
  ];
  const lines = [`let ${flag} = false${semicolon}`, ...(set ? [] : listener)];
  const first = shutdown && set && shutdown.span[0] < span[0] ? shutdown : fact;
  const declared = first.id === 0 ? before(source, span[0], lines) : declareBefore(source, first, lines);
  return declared && [...declared, ...(set ?? [])];
}

/** Nothing handles SIGTERM yet: a listener switches its effect off, so that a loop that waits long would hold the process. */
export function isAlone(service: Service, module: Module): boolean {
  return service.processesLoading(module).every((process) => handlesSigterm(service, process) === 'no');
}

function before(source: Source, position: number, lines: readonly string[]): readonly Edit[] {
  const dialect = dialectOf(source);
  const base = indentationAt(source, position);
  return [insert(position, layOut(lines, dialect, base).trimStart() + dialect.eol + base)];
}

function isInside(fact: FunctionFact, { span }: FunctionFact): boolean {
  return fact.id !== 0 && fact.span[0] <= span[0] && span[1] <= fact.span[1];
}

/** Nothing else ends the process on SIGTERM: it ends after the loop, with everything closed. */
function endAfter(service: Service, source: Source, { module, fn }: EndlessLoop, fact: FunctionFact, loop: LoopStep): Edits {
  if (!isAlone(service, module)) return [];
  const processes = service.processesLoading(module);
  const place = placeOf(fact, loop);
  if (!place || isBraceless(source, place)) return undefined;
  const things = processes.flatMap(({ starts }) => starts.map(({ thing }) => thing));
  const live = liveClosers(service, source, fact, module, things);
  const dialect = dialectOf(source);
  const closers = [...live.closers, ...closersAt(service, module, fn.function, loop.span)];
  return [
    ...live.edits,
    insertAfter(source, place, [...closers.flatMap((closer) => closeLines(closer, dialect)), `process.exit()${dialect.semicolon}`]),
  ];
}
