import { undescribed } from '../../catalogue/undescribed.js';
import type { Value } from '../../facts/module-facts.js';
import { argumentThings, texts } from '../arguments.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { registeredBefore } from './registered-before.js';
import { storesEach } from './sessions.js';

export type GuardKind = 'authentication' | 'rate limit' | 'session';

/** Something that answers in place of a handler. */
export interface Guard {
  readonly guard: string;
  readonly what: GuardKind;
  /**
   * Where it stands: an argument of the route, one of its options, a registration before it - in the same function, or in one around it -, or
   * one that its router is mounted with.
   */
  readonly how: 'argument' | 'option' | 'before' | 'around' | 'mount' | 'decorator';
  readonly value: Value;
  /** The registration that puts it up, where that is not the route's own. */
  readonly by?: CallSite;
}

const GUARDS: readonly (readonly [GuardKind, RegExp])[] = [
  ['rate limit', /rate_?limit|slow_?down|throttl|limiter/iu],
  ['session', /(?:^|\.)(?:express|cookie)?_?session(?:$|\()|sessionMiddleware/iu],
  [
    'authentication',
    new RegExp(
      `(?:^|[.\\b_])(?:${[
        'auth',
        'authenticate',
        'authorize',
        'authentication',
        'isAuth\\w{0,80}',
        'requireAuth\\w{0,80}',
        'requiresAuth',
        'checkAuth',
        'ensureAuth\\w{0,80}',
        'verifyToken',
        'verifyJwt',
        'jwt',
        'jwtAuth',
        'authMiddleware',
        'authGuard',
        '\\w{0,80}AuthGuard',
        'basicAuth',
        'bearerAuth',
        'requireUser',
        'requireLogin',
        'protect',
        'apiKey\\w{0,80}',
        'requireApiKey',
        'checkJwt',
        ...undescribed.guards.authentication.map((name) => name.replaceAll('.', String.raw`\.`)),
      ].join('|')})(?:$|\\()`,
      'iu',
    ),
  ],
];
export const EXEMPTS = /unless|skip|public|exclude|allow_?list|white_?list|except|ignore|anonymous/iu;

/** The options of a route that hold what runs before its handler. */
const BEFORE_HANDLER = new Set(['preHandler', 'onRequest', 'preValidation', 'beforeHandler', 'preParsing']);

/** A guard by its name, unless it says that it lets some pass. */
export function guardIn(service: Service, module: Module, value: Value, how: Guard['how'], by?: CallSite): readonly Guard[] {
  if (value.kind === 'array') return value.items.flatMap((item) => guardIn(service, module, item, how, by));
  if (value.kind === 'function' || value.kind === 'literal' || value.kind === 'object') return [];
  const text = service.text(module, value.span);
  const name = value.kind === 'call' ? service.text(module, value.callee.span) : text;
  if (EXEMPTS.test(text) || exemptsInside(service, module, value) || isRouter(service, module, value)) return [];
  const found = GUARDS.find(([, expression]) => expression.test(name));
  if (found?.[0] === 'session' && !storesEach(service, module, value)) return [];
  return found ? [{ guard: name, what: found[0], how, value, ...(by && { by }) }] : [];
}

/** The guard's own code speaks of paths that it lets through. */
function exemptsInside(service: Service, module: Module, value: Value): boolean {
  return service.link.of(module, value).some((thing) => {
    if (thing.kind !== 'function' && thing.kind !== 'class') return false;
    const span = thing.kind === 'class' ? thing.module.class(thing.class)?.span : thing.module.function(thing.function)?.span;
    return span !== undefined && /\b(?:path|url|originalUrl)\b/u.test(service.text(thing.module, span));
  });
}

/** Routes of a name like `auth` guard nothing. */
function isRouter(service: Service, module: Module, value: Value): boolean {
  return service.link
    .of(module, value)
    .some((thing) => thing.kind === 'resource' && (thing.type.kind === 'router' || thing.type.kind === 'server'));
}

/** `{ preHandler: authenticate }` among the arguments of a route. */
export function optionGuards(service: Service, { module, call }: CallSite): readonly Guard[] {
  const objects = call.args.flatMap((value) => (value.kind === 'object' ? value.properties : []));
  return objects
    .filter(({ name }) => BEFORE_HANDLER.has(name ?? ''))
    .flatMap(({ value }) => guardIn(service, module, value, 'option').map((guard) => ({ ...guard, value })));
}

/** What registrations on the same router put up for this one: `use` and a default strategy before it, hooks of each request in any order. */
export function guardsBefore(service: Service, site: CallSite, path: string): readonly Guard[] {
  const { callee } = site.call;
  if (callee.kind !== 'member') return [];
  const routers = new Set(service.link.of(site.module, callee.object).flatMap((thing) => (thing.kind === 'resource' ? [thing.id] : [])));
  const isSame = ({ module }: CallSite, object: Value): boolean => service.link.of(module, object).some((thing) => routers.has(thing.id));
  const concerns = (one: CallSite): boolean => one.call.args.length === 0 || one.call.args.some((value) => isSame(one, value));
  return registeredBefore(service, site, concerns).flatMap((before): readonly Guard[] => {
    const { callee: called } = before.call;
    if (called.kind !== 'member') return [];
    if (called.name === 'default' && called.object.kind === 'member' && called.object.name === 'auth')
      return isSame(before, called.object.object) ? defaultStrategy(site, before) : [];
    const isElsewhere = before.module !== site.module || before.owner !== site.owner;
    const guards = isSame(before, called.object) ? putUp(service, before, called.name ?? '', path) : [];
    return isElsewhere ? guards.map((guard) => ({ ...guard, how: 'around' })) : guards;
  });
}

function putUp(service: Service, before: CallSite, name: string, path: string): readonly Guard[] {
  const [first] = texts(argumentThings(service.link, before, 0));
  if (name === 'addHook' && BEFORE_HANDLER.has(first ?? ''))
    return before.call.args.slice(1).flatMap((value) => guardIn(service, before.module, value, 'before', before));
  if (name !== 'use') return [];
  const prefixes = texts(argumentThings(service.link, before, 0));
  if (prefixes.length > 0 && !prefixes.some((prefix) => path.startsWith(prefix))) return [];
  return before.call.args.flatMap((value) => guardIn(service, before.module, value, 'before', before));
}

/** `server.auth.default('jwt')` of hapi, unless the route says what it wants. */
function defaultStrategy(site: CallSite, before: CallSite): readonly Guard[] {
  const [options] = site.call.args;
  const [value] = before.call.args;
  if (options?.kind !== 'object' || !value) return [];
  const config = options.properties.find(({ name }) => name === 'options' || name === 'config')?.value;
  const isOwn =
    config !== undefined && (config.kind !== 'object' || config.properties.some(({ name, kind }) => name === 'auth' || kind === 'spread'));
  return isOwn || options.properties.some(({ kind }) => kind === 'spread')
    ? []
    : [{ guard: 'auth.default', what: 'authentication', how: 'before', value, by: before }];
}
