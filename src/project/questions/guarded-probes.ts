import { argumentThings, texts } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { ServedRoute } from '../routes.js';
import type { Service } from '../service.js';
import type { Value } from '../../facts/module-facts.js';
import { probeKind } from './probes.js';

/** A probe that answers only those who pass a guard. */
export interface GuardedProbe {
  readonly route: ServedRoute;
  readonly path: string;
  readonly site: CallSite;
  readonly guard: string;
  readonly what: 'authentication' | 'rate limit' | 'session';
}

const GUARDS: readonly (readonly [GuardedProbe['what'], RegExp])[] = [
  ['rate limit', /rate_?limit|slow_?down|throttl|limiter/iu],
  ['session', /(?:^|\.)(?:express|cookie)?_?session(?:$|\()|sessionMiddleware/iu],
  ['authentication', /(?:^|[.\b_])(?:auth|authenticate|authorize|authentication|isAuth\w*|requireAuth\w*|requiresAuth|checkAuth|ensureAuth\w*|verifyToken|verifyJwt|jwt|jwtAuth|authMiddleware|authGuard|passport\.authenticate|basicAuth|bearerAuth|requireUser|requireLogin|protect|apiKey\w*|requireApiKey|checkJwt|expressJwt|clerkMiddleware)(?:$|\()/u],
];
const EXEMPTS = /unless|skip|public|exclude|allow_?list|white_?list|except|ignore/iu;

export function guardedProbes(service: Service): readonly GuardedProbe[] {
  return service.routes.flatMap((route) => {
    const path = route.paths.find((one) => probeKind(service, one) !== undefined);
    if (path === undefined || !route.site) return [];
    const { site } = route;
    const own = site.call.args.slice(1, -1).flatMap((value) => guardIn(service, site, value));
    const before = usesBefore(service, site).flatMap((use) => guardsOf(service, use, path));
    return [...own, ...before].slice(0, 1).map(({ guard, what }) => ({ route, path, site, guard, what }));
  });
}

/** `use` calls on the same router that stand before the route in the same function. */
function usesBefore(service: Service, site: CallSite): readonly CallSite[] {
  const { callee } = site.call;
  if (callee.kind !== 'member') return [];
  const routers = new Set(service.link.of(site.module, callee.object).flatMap((thing) => (thing.kind === 'resource' ? [thing.id] : [])));
  return site.module.calls.filter(({ call, owner }) => owner === site.owner && call.callee.kind === 'member' && call.callee.name === 'use' && call.span[1] <= site.call.span[0]
    && service.link.of(site.module, call.callee.object).some((thing) => routers.has(thing.id)));
}

function guardsOf(service: Service, use: CallSite, path: string): readonly { guard: string; what: GuardedProbe['what'] }[] {
  const prefixes = texts(argumentThings(service.link, use, 0));
  if (prefixes.length > 0 && !prefixes.some((prefix) => path.startsWith(prefix))) return [];
  return use.call.args.flatMap((value) => guardIn(service, use, value));
}

function guardIn(service: Service, site: CallSite, value: Value): readonly { guard: string; what: GuardedProbe['what'] }[] {
  if (value.kind === 'function' || value.kind === 'literal') return [];
  const text = service.text(site.module, value.span);
  const name = value.kind === 'call' ? service.text(site.module, value.callee.span) : text;
  if (EXEMPTS.test(text) || exemptsInside(service, site, value)) return [];
  const found = GUARDS.find(([, expression]) => expression.test(name));
  return found ? [{ guard: name, what: found[0] }] : [];
}

/** The guard's own code speaks of paths that it lets through. */
function exemptsInside(service: Service, site: CallSite, value: Value): boolean {
  return service.link.of(site.module, value).some((thing) => {
    if (thing.kind !== 'function') return false;
    const span = thing.module.function(thing.function)?.span;
    return span !== undefined && /\b(?:path|url|originalUrl)\b/u.test(service.text(thing.module, span));
  });
}
