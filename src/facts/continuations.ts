/**
 * What follows a wait for a signal runs when the signal comes, as a listener does: `await once(process, 'SIGTERM'); await server.close()`.
 * So it becomes a function of its own, which the function around it calls after the wait. Nothing else is changed by that, so what only looks
 * like such a wait does no harm.
 */
import type { Lowering } from './lowering.js';
import type { AwaitValue, FunctionFact, Span, Step, Value } from './module-facts.js';
import { reachedInProduction } from './production.js';
import { isHoisted, type Node, spanOf } from './syntax.js';

/** The steps of a body, at whose top such waits may stand. */
export function lowerWithWaits(written: readonly Node[], at: Lowering): Step[] {
  const nodes = reachedInProduction(written, at.text);
  const steps: Step[] = [];
  for (const [index, node] of nodes.entries()) {
    const lowered = at.steps([node]);
    steps.push(...lowered);
    const wait = lowered.length === 1 ? waitOf(lowered[0], at.text) : undefined;
    const rest = nodes.slice(index + 1);
    const own = wait ? rest.filter((one) => !isHoisted(one)) : [];
    if (!wait || own.length === 0) continue;
    const hoisted = at.steps(rest.filter(isHoisted));
    const value = continued(own, wait, at);
    return [...steps, ...hoisted, { kind: 'return', value, span: value.span }];
  }
  return steps;
}

/** What is waited for by a statement of its own. */
function waitOf(step: Step | undefined, text: string): Value | undefined {
  const awaited = step && awaitedBy(step);
  return awaited && looksLikeSignal(awaited, text) ? awaited : undefined;
}

function awaitedBy(step: Step): Value | undefined {
  if (step.kind === 'evaluate' || step.kind === 'declare') return step.value?.kind === 'await' ? step.value.value : undefined;
  // `for await (const signal of on(process, 'SIGTERM')) break;`
  if (step.kind !== 'loop' || step.variant !== 'await-of') return undefined;
  return step.body.at(-1)?.kind === 'break' ? step.iterable : undefined;
}

const OF_PROCESS = /\bprocess\b/u;
const NAMED = /\bSIG[A-Z]+|signal/iu;
const WAITING =
  /(?:wait|until|till|await|block|hold|listen|receive|catch|trap|for|on)\w*(?:signal|shut_?down|terminat|interrupt|sigterm|sigint|exit|stop|kill|quit)/iu;
const SIGNALLED = /signal|shut_?down|terminat|interrupt|sigterm|sigint|stop|exit|kill|quit/iu;
/** Longer ones do more than to wait. Characters. */
const LONGEST = 1000;

function looksLikeSignal(value: Value, text: string): boolean {
  const [start, end] = value.span;
  if (end - start > LONGEST) return false;
  const own = text.slice(start, end);
  if (value.kind === 'reference' || value.kind === 'member') return SIGNALLED.test(own);
  return (
    value.kind === 'call' &&
    ((OF_PROCESS.test(own) && NAMED.test(own)) || (!value.construct && WAITING.test(text.slice(...value.callee.span))))
  );
}

/** The body of `for await (const signal of on(process, 'SIGTERM'))`; undefined for other loops, and where it is left in several ways. */
export function lowerAfterSignal(body: Node, iterable: Value, at: Lowering): Step[] | undefined {
  const nodes = body.type === 'BlockStatement' ? body.body : [body];
  const last = nodes.at(-1);
  const own = last?.type === 'BreakStatement' && !last.label ? nodes.slice(0, -1) : nodes;
  const leaves = own.some((node) => LEAVING.test(at.text.slice(...spanOf(node))));
  if (own.length === 0 || leaves || own.some(isHoisted) || !looksLikeSignal(iterable, at.text)) return undefined;
  const value = continued(own, iterable, at);
  return [{ kind: 'evaluate', value, span: value.span }, ...at.steps(nodes.slice(own.length))];
}

const LEAVING = /\b(?:break|continue|return)\b/u;

/** `await (async () => { … })()`. */
function continued(nodes: readonly Node[], after: Value, at: Lowering): AwaitValue {
  const id = at.openFunction({});
  const { classId, functionId: owner } = at;
  const body = at.within(id, classId, () => lowerWithWaits(nodes, at));
  const spans = nodes.map(spanOf);
  const start = Math.min(...spans.map(([first]) => first));
  const span: Span = [start, Math.max(...spans.map(([, last]) => last))];
  const flags = { async: true, generator: false, arrow: true, ...(classId !== undefined && { class: classId }) };
  at.functions[id] = { id, span, bodySpan: span, ...flags, owner, parameters: [], body, after };
  const here = { span: [start, start] } as const;
  const callee: Value = { kind: 'function', function: id, ...here };
  return { kind: 'await', value: { kind: 'call', callee, args: [], construct: false, optional: false, ...here }, ...here };
}

/** The function that the place belongs to: what follows a wait is no scope of its own. */
export function continuing(functions: readonly FunctionFact[]): (owner: number, span: Span) => number {
  const parts = functions.filter(({ after }) => after !== undefined);
  return (owner, [start, end]) =>
    parts.reduce((found, part) => (part.owner === found && part.span[0] <= start && end <= part.span[1] ? part.id : found), owner);
}
