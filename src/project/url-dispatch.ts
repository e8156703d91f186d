import type { BranchStep, Span, Step, SwitchStep, Value } from '../facts/module-facts.js';
import { stepParts, walkValue } from '../facts/walk.js';
import type { FunctionThing } from './thing.js';

/** A part of a handler that runs for one URL path only. */
export interface Dispatch {
  readonly path: string;
  readonly part: Span;
}

const URL_NAMES = /^(?:url|path|pathname|originalUrl|parsedUrl|reqUrl|requestUrl|route)$/u;

/** The paths that a handler of a plain server compares its request with. */
export function urlDispatches(fn: FunctionThing): readonly Dispatch[] {
  return inSteps(fn, fn.module.function(fn.function)?.body ?? []);
}

function inSteps(fn: FunctionThing, steps: readonly Step[]): readonly Dispatch[] {
  return steps.flatMap((step) => {
    const inner = stepParts(step).bodies.flatMap((body) => inSteps(fn, body));
    if (step.kind === 'branch') return [...branchDispatch(fn, step), ...inner];
    return step.kind === 'switch' ? [...switchDispatch(fn, step), ...inner] : inner;
  });
}

function branchDispatch(fn: FunctionThing, step: BranchStep): readonly Dispatch[] {
  const part = spanOf(step.then);
  return part ? comparedPaths(fn, step.test).map((path) => ({ path, part })) : [];
}

function switchDispatch(fn: FunctionThing, step: SwitchStep): readonly Dispatch[] {
  if (!isUrl(fn, step.subject)) return [];
  return step.cases.flatMap((one) => {
    const part = spanOf(one.body);
    return one.test?.kind === 'literal' && typeof one.test.value === 'string' && part ? [{ path: one.test.value, part }] : [];
  });
}

function spanOf(steps: readonly Step[]): Span | undefined {
  const [first] = steps;
  const last = steps.at(-1);
  return first && last ? [first.span[0], last.span[1]] : undefined;
}

/** `req.url === '/healthz'`, `url.startsWith('/healthz')`, and such comparisons joined by `||` and `&&`. */
function comparedPaths(fn: FunctionThing, test: Value): readonly string[] {
  const paths: string[] = [];
  walkValue(test, (value) => {
    if (value.kind === 'operation' && /^={2,3}$/u.test(value.operator)) paths.push(...comparison(fn, value.operands));
    if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'startsWith')
      paths.push(...comparison(fn, [value.callee.object, ...value.args]));
  });
  return paths;
}

function comparison(fn: FunctionThing, operands: readonly Value[]): readonly string[] {
  const text = operands.flatMap((value) =>
    value.kind === 'literal' && typeof value.value === 'string' && value.value.startsWith('/') ? [value.value] : [],
  );
  return operands.some((value) => isUrl(fn, value)) ? text : [];
}

function isUrl(fn: FunctionThing, value: Value): boolean {
  if (value.kind === 'member') return URL_NAMES.test(value.name ?? '');
  return value.kind === 'reference' && URL_NAMES.test(fn.module.facts.bindings[value.binding]?.name ?? '');
}
