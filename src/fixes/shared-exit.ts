/** A crash that ends with the exit of the shutdown, whose code is right for signals: the code is set on the way of the crash. */
import type { CallValue, Value } from '../facts/module-facts.js';
import { contains } from '../facts/spans.js';
import type { CallSite, Module } from '../project/module.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import type { Service } from '../project/service.js';
import { functionThing } from '../project/thing.js';
import { dialectOf, layOut } from './dialect.js';
import { callSite, isWholeStatement } from './site.js';
import { type Edit, type Edits, indentationAt, replace, type Source, textOf } from './source.js';
import { insertBefore, isBraceless } from './statements.js';

export function isOfSignals(service: Service, { call }: CallSite): boolean {
  return signalRoots(service).some(({ fn }) => service.run(fn).exits.some(({ site }) => site.call === call));
}

/** `process.exitCode = 1` before the call that leads from the crash to the exit, which then keeps that code. `by`: the call, where it is known. */
export function failBefore(service: Service, source: Source, exit: CallSite, by: CallSite | undefined): Edits {
  const { module, call } = exit;
  const kept = withoutCode(call);
  const leading = by ?? fromCatch(service, source, exit);
  const set = kept && (leading ? setBefore(source, module, leading) : setAfterCrash(service, source, module, call));
  return set && [...kept, ...set];
}

/** The call in a catch clause that comes to the exit. */
function fromCatch(service: Service, source: Source, { module, owner }: CallSite): CallSite | undefined {
  return service.calls.find((site) => {
    if (site.module !== module || !service.reach.targetsOf(site).some(({ id }) => id === functionThing(module, owner).id)) return false;
    const around = callSite(source, site.call.span)?.around ?? [];
    return around.some((step) => step.kind === 'attempt' && step.handler?.some(({ span }) => contains(span, site.call.span)) === true);
  });
}

/** `process.exit()` ends with the code that was set; only a plain 0 can be left out. */
function withoutCode({ args: [code, ...more] }: CallValue): Edits {
  if (!code) return [];
  return code.kind === 'literal' && code.value === 0 && more.length === 0 ? [replace(code.span, '')] : undefined;
}

function setBefore(source: Source, module: Module, { module: own, call }: CallSite): Edits {
  const place = own === module ? callSite(source, call.span) : undefined;
  if (!place || !isWholeStatement(source, place) || isBraceless(source, place)) return undefined;
  return [insertBefore(source, place, [`process.exitCode = 1${dialectOf(source).semicolon}`])];
}

function setAfterCrash(service: Service, source: Source, module: Module, exit: CallValue): Edits {
  const ways = service
    .handed('fatal')
    .filter(({ site }) => site.module === module)
    .flatMap(({ site, functions }) =>
      functions.flatMap((fn) =>
        service
          .run(fn)
          .exits.filter((one) => one.site.call === exit)
          .map(({ stack }) => ({ site, fn, stack })),
      ),
    );
  const edits = [...new Map(ways.map((way) => [way.site.call, way])).values()].map(({ site, fn, stack: [first] }) => {
    const listener = site.call.args.at(-1);
    if (listener?.kind === 'reference') return [asOwnListener(source, listener, module.function(fn.function)?.parameters.length ?? 0)];
    const isOwn = first !== undefined && functionThing(module, first.owner).id === fn.id;
    return isOwn ? setBefore(source, module, first) : undefined;
  });
  return edits.every((one) => one !== undefined) && edits.length > 0 ? edits.flat() : undefined;
}

/** `shutdown` as a listener that sets the code and calls it. */
function asOwnListener(source: Source, listener: Value, parameters: number): Edit {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const error = parameters > 0 ? 'error' : '';
  const body = [`\tprocess.exitCode = 1${semicolon}`, `\t${textOf(source, listener.span)}(${error})${semicolon}`];
  const base = indentationAt(source, listener.span[0]);
  return replace(listener.span, layOut([`(${error}) => {`, ...body, '}'], dialect, base).trimStart());
}
