/** Lets a probe pass a guard. */
import type { Suggestion } from '../project/finding.js';
import type { GuardedProbe } from '../project/questions/guarded-probes.js';
import { probeKind } from '../project/questions/probes.js';
import type { Service } from '../project/service.js';
import { dialectOf, quoted } from './dialect.js';
import { callSite, isOwnStatement, siteOf } from './site.js';
import { moveBefore } from './move.js';
import { removeStatement } from './shutdown-body.js';
import { type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { insertBefore } from './statements.js';
import { offer, sourceIn } from './suggest.js';

export function guardSuggestions(service: Service, found: GuardedProbe): readonly Suggestion[] {
  const source = sourceIn(service, found.site.module);
  switch (found.how) {
    case 'argument':
      return offer('free', withoutArgument(source, found));
    case 'option':
      return offer('free', withoutOption(source, found));
    case 'decorator':
      return offer('free', withoutDecorator(service, source, found));
    case 'around':
      // What the probe uses stands in another function, and may not be known where the guard is put up.
      return [];
    case 'mount':
      return offer('move', besideRouter(source, found));
    default:
      return suggestBefore(source, found);
  }
}

function suggestBefore(source: Source, found: GuardedProbe): readonly Suggestion[] {
  const { callee } = found.by?.call ?? {};
  const name = callee?.kind === 'member' ? callee.name : undefined;
  if (name === 'addHook') return offer('exempt', exempted(source, found));
  if (name === 'default') return offer('exempt', withoutStrategy(source, found));
  return offer(
    'move',
    found.by &&
      moveBefore(source, found.site.call.span, found.by.call.span, (step) => step.kind === 'declare' && step.value?.kind === 'function'),
  );
}

/** Takes the guard out of the route's own list. */
function withoutArgument(source: Source, { site, guard }: GuardedProbe): Edits {
  const { args } = site.call;
  const own = args.findIndex((value) => textOf(source, value.span).startsWith(guard));
  const next = args[own + 1];
  const value = args[own];
  return own > 0 && value && next ? [replace([value.span[0], next.span[0]], '')] : undefined;
}

/** Takes `preHandler: authenticate` out of the route's options. */
function withoutOption(source: Source, { value }: GuardedProbe): Edits {
  const before = /(?:(?<![\w$])[\w$]+\s*:\s*)?$/u.exec(source.text.slice(0, value.span[0]))?.[0] ?? '';
  const after = /^\s*,?\s*/u.exec(source.text.slice(value.span[1]))?.[0] ?? '';
  return [replace([value.span[0] - before.length, value.span[1] + after.length], '')];
}

/** Takes the guard from the method; one of the class goes to the methods that are no probes. */
function withoutDecorator(service: Service, source: Source, { value, route }: GuardedProbe): Edits {
  const { class: cls, member: own } = route.method ?? {};
  const after = /^\s*/u.exec(source.text.slice(value.span[1]))?.[0] ?? '';
  const removed = replace([value.span[0] - 1, value.span[1] + after.length], '');
  if (!cls || own?.decorators.includes(value)) return [removed];
  const isProbe = (member: unknown): boolean =>
    service.routes.some(({ method, paths }) => method?.member === member && paths.some((path) => probeKind(service, path) !== undefined));
  const others = cls.members.flatMap((member) => (member.function !== undefined && !isProbe(member) ? member.decorators.slice(0, 1) : []));
  return [
    removed,
    ...others.map(({ span: [start] }) => insert(start - 1, `@${textOf(source, value.span)}\n${indentationAt(source, start)}`)),
  ];
}

/** A hook guards all routes of its scope, whatever their order. */
function exempted(source: Source, { value, path, site, by }: GuardedProbe): Edits {
  if (value.kind !== 'reference' || by?.module !== site.module) return undefined;
  const guard = textOf(source, value.span);
  const isProbe = `request.url === ${quoted(path, dialectOf(source))}`;
  return [replace(value.span, `(request, reply, done) => (${isProbe} ? done() : ${guard}(request, reply, done))`)];
}

/** `options: { auth: false }` on a route of hapi. */
function withoutStrategy(source: Source, { site }: GuardedProbe): Edits {
  const [route] = site.call.args;
  if (route?.kind !== 'object') return undefined;
  const config = route.properties.find(({ name }) => name === 'options' || name === 'config')?.value;
  if (config?.kind === 'object') return [insert(config.span[0] + 1, config.properties.length > 0 ? ' auth: false,' : ' auth: false ')];
  const last = route.properties.at(-1);
  return last?.value.kind === 'function' || !last
    ? [insert(route.span[0] + 1, ' options: { auth: false },')]
    : [insert(last.value.span[1], ', options: { auth: false }')];
}

/** Registers the probe where its router is mounted, before that. */
function besideRouter(source: Source, { site, by, path }: GuardedProbe): Edits {
  const own = site.call;
  const mount = by && callSite(source, by.call.span);
  const place = siteOf(source, own.span);
  const [first, ...handlers] = own.args;
  if (
    !mount ||
    !place ||
    by.module !== site.module ||
    by.owner !== site.owner ||
    !isOwnStatement(source, place) ||
    !first ||
    handlers.length === 0
  )
    return undefined;
  const { callee } = by.call;
  if (callee.kind !== 'member' || own.callee.kind !== 'member' || own.callee.object.kind !== 'reference' || first.kind !== 'literal')
    return undefined;
  const dialect = dialectOf(source);
  const handled = source.text.slice(first.span[1], own.span[1]);
  const line = `${textOf(source, callee.object.span)}.${own.callee.name ?? 'get'}(${quoted(path, dialect)}${handled}${dialect.semicolon}`;
  const removed = removeStatement(source, own.span);
  return removed && [...removed, insertBefore(source, mount, [line])];
}
