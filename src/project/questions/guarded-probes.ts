import type { Value } from '../../facts/module-facts.js';
import type { CallSite } from '../module.js';
import type { ServedRoute } from '../routes.js';
import type { Service } from '../service.js';
import { mayBeAsked } from './asked-probes.js';
import { EXEMPTS, guardIn, guardsBefore, optionGuards, type Guard } from './guards.js';
import { namedParts, probeKind, probePath } from './probes.js';

/** A probe that answers only those who pass a guard. */
export interface GuardedProbe extends Guard {
  readonly route: ServedRoute;
  readonly path: string;
  readonly site: CallSite;
}

export function guardedProbes(service: Service): readonly GuardedProbe[] {
  return guardedRoutes(service).flatMap(({ isForStaff, ...probe }) => (!isForStaff && mayBeAsked(service, probe.path) ? [probe] : []));
}

/** Paths that say how a part of the service is: `/queue/health` is for the staff where the platform has an open `/health` to ask. */
export function pathsForStaff(service: Service): ReadonlySet<string> {
  return new Set(guardedRoutes(service).flatMap(({ isForStaff, path }) => (isForStaff ? [path] : [])));
}

function guardedRoutes(service: Service): readonly (GuardedProbe & { readonly isForStaff: boolean })[] {
  const probes = service.routes.flatMap((route) => {
    const path = probePath(service, route);
    const site = route.site ?? decoratorSite(service, route);
    if (path === undefined || !site || !route.isRead) return [];
    const [guard] = route.site ? registeredGuards(service, route, route.site, path) : decoratedGuards(service, route);
    return [{ route, path, site, guard }];
  });
  const open = new Set(probes.flatMap(({ guard, path }) => (!guard && namedParts(path) === 0 ? [probeKind(service, path)] : [])));
  return probes.flatMap(({ guard, ...probe }) => {
    const isForStaff = namedParts(probe.path) > 0 && open.has(probeKind(service, probe.path)) && !isSaidToBeProbe(service, probe.path);
    return guard ? [{ ...guard, ...probe, isForStaff }] : [];
  });
}

function isSaidToBeProbe({ settings: { probes } }: Service, path: string): boolean {
  return [...probes.liveness, ...probes.readiness].includes(path);
}

function registeredGuards(service: Service, { mounts = [] }: ServedRoute, site: CallSite, path: string): readonly Guard[] {
  const own = site.call.args.slice(1, -1).flatMap((value) => guardIn(service, site.module, value, 'argument'));
  const above = mounts.flatMap((mount) => [
    ...mount.call.args.slice(0, -1).flatMap((value) => guardIn(service, mount.module, value, 'mount', mount)),
    ...guardsBefore(service, mount, path).map((guard) =>
      isHook(guard) || guard.how === 'around' ? guard : { ...guard, how: 'mount' as const, by: mount },
    ),
  ]);
  return [...own, ...optionGuards(service, site), ...guardsBefore(service, site, path), ...above];
}

function isHook({ by }: Guard): boolean {
  return by?.call.callee.kind === 'member' && by.call.callee.name === 'addHook';
}

/** `@UseGuards(AuthGuard('jwt'))` on the method or its class. */
function decoratedGuards(service: Service, { module, method }: ServedRoute): readonly Guard[] {
  const decorators = method ? [...method.member.decorators, ...method.class.decorators] : [];
  if (decorators.some((value) => EXEMPTS.test(service.text(module, value.span)))) return [];
  return decorators.flatMap((value) =>
    isUseGuards(service, module, value) && value.kind === 'call'
      ? value.args.flatMap((arg) => guardIn(service, module, arg, 'decorator').map((guard) => ({ ...guard, value })))
      : [],
  );
}

function isUseGuards(service: Service, module: ServedRoute['module'], value: Value): boolean {
  const callee = value.kind === 'call' ? value.callee : value;
  return service.link.of(module, callee).some((thing) => thing.kind === 'member' && thing.name === 'UseGuards');
}

/** The decorator that makes the method a route. */
function decoratorSite(service: Service, { module, method }: ServedRoute): CallSite | undefined {
  const calls = (method?.member.decorators ?? []).flatMap((value) => (value.kind === 'call' ? [value] : []));
  const call = calls.find(({ callee }) => service.link.of(module, callee).some((thing) => thing.kind === 'member' && thing.member.route));
  return call && { module, call, owner: 0 };
}
