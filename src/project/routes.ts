import path from 'node:path';
import type { Route } from '../catalogue/shape.js';
import { argumentThings, texts } from './arguments.js';
import { functionsIn } from './callbacks.js';
import { exportedFunctions } from './conventions.js';
import { decoratedMethods, decoratorsOf, type DecoratedMethod } from './decorators.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { property } from './property.js';
import { registrationsAt, type Registration } from './registrations.js';
import type { Service } from './service.js';
import { union, type FunctionThing, type MemberThing, type ResourceThing, type Things } from './thing.js';

/** A handler and the paths it answers at. */
export interface ServedRoute {
  readonly module: Module;
  readonly paths: readonly string[];
  /** The functions that answer; the last one, or all that stand at the route. */
  readonly handlers: readonly FunctionThing[];
  /** Answers to GET, as a prober asks. */
  readonly isRead: boolean;
  /** The registration; absent for file routes and decorated methods. */
  readonly site?: CallSite;
  /** The registrations by which its router stands below others, inner ones first; none where there are several ways. */
  readonly mounts?: readonly CallSite[];
  readonly method?: DecoratedMethod;
  /** What the handlers do is not this route's alone. */
  readonly isMixed?: boolean;
}

interface Mount {
  readonly site: CallSite;
  readonly prefixes: readonly string[];
  readonly receiver: ResourceThing | undefined;
  readonly routers: readonly ResourceThing[];
  readonly plugins: readonly FunctionThing[];
}

const WRITING = new Set(['post', 'put', 'patch', 'delete', 'del', 'action']);

export function routesOf(service: Service): readonly ServedRoute[] {
  const mounts = service.calls.flatMap((site) => membersAt(service.link, site).flatMap((target) => mountAt(service.link, site, target)));
  const registered = service.calls.flatMap((site) =>
    membersAt(service.link, site).flatMap((target) => routesAt(service, mounts, site, target)),
  );
  return [...registered, ...decoratedMethods(service).flatMap((method) => decoratedRoute(service, method)), ...fileRoutes(service)];
}

function membersAt(link: Link, site: CallSite): readonly MemberThing[] {
  return link.called(site).filter((thing) => thing.kind === 'member');
}

function mountAt(link: Link, site: CallSite, target: MemberThing): readonly Mount[] {
  const { mounts } = target.member;
  if (!mounts) return [];
  const children = mounts.children === 'rest' ? site.call.args : site.call.args.slice(mounts.children, mounts.children + 1);
  const things = flat(link, union(...children.map((value) => link.of(site.module, value))));
  const prefixes = mounts.path === undefined ? [] : pathsIn(link, argumentThings(link, site, mounts.path));
  const routers = things.filter((thing) => thing.kind === 'resource');
  return [{ site, prefixes, receiver: target.receiver, routers, plugins: functionsIn(link, things) }];
}

function flat(link: Link, things: Things): Things {
  return union(...things.map((thing) => (thing.kind === 'collection' ? property.any(link, thing) : [thing])));
}

function pathsIn(link: Link, things: Things): readonly string[] {
  return texts(flat(link, things));
}

function routesAt(service: Service, mounts: readonly Mount[], site: CallSite, target: MemberThing): readonly ServedRoute[] {
  const { route } = target.member;
  if (!route) return [];
  const { link } = service;
  const registered = registeredAt(service, site, route);
  if (registered.length === 0) return [];
  const above = mountsOver(mounts, target.receiver, site, 0);
  const prefixes = prefixesOf(link, mounts, target.receiver, site);
  return registered.map(({ paths, handlers, isMixed }) => ({
    module: site.module,
    site,
    mounts: above,
    handlers,
    isRead: !WRITING.has(target.name),
    isMixed,
    paths: prefixes.flatMap((prefix) => paths.map((one) => joined(prefix, one))),
  }));
}

function registeredAt({ link, reach }: Service, site: CallSite, route: Route): readonly Registration[] {
  const at = route.handlers.flatMap((one) => (one === 'rest' ? site.call.args.map((_, index) => index).slice(route.from ?? 0) : [one]));
  const several = route.path === undefined ? [] : registrationsAt(reach.passing, site, route.path, at);
  if (several.length > 0) return several.filter(({ handlers }) => handlers.length > 0);
  const own = route.path === undefined ? [] : pathsIn(link, argumentThings(link, site, route.path));
  const paths = own.length > 0 ? own : chainedPaths(link, site);
  const given = at.flatMap((one) => functionsIn(link, argumentThings(link, site, one)));
  const handlers = route.passing ? given.filter(({ module, function: id }) => (module.function(id)?.parameters.length ?? 3) < 3) : given;
  return handlers.length === 0 || paths.length === 0 ? [] : [{ paths, handlers, isMixed: false }];
}

/** `app.route('/health').get(handler)`. */
function chainedPaths(link: Link, site: CallSite): readonly string[] {
  const { callee } = site.call;
  const before = callee.kind === 'member' ? callee.object : undefined;
  if (before?.kind !== 'call' || before.callee.kind !== 'member') return [];
  const inner = { ...site, call: before };
  return before.callee.name === 'route' ? pathsIn(link, argumentThings(link, inner, 0)) : chainedPaths(link, inner);
}

/** Ways from the server to one router: where a program has more, they come of things that cannot be told apart. */
const MOST_PREFIXES = 100;

const ways = new WeakMap<readonly Mount[], Map<string, readonly string[]>>();

function prefixesOf(link: Link, mounts: readonly Mount[], receiver: ResourceThing | undefined, site: CallSite): readonly string[] {
  const known = ways.get(mounts) ?? new Map<string, readonly string[]>();
  ways.set(mounts, known);
  const above = mountsOf(mounts, receiver, site);
  const key = [receiver?.id, ...above.map((mount) => `${mount.site.module.key}#${String(mount.site.call.span[0])}`)].join(' ');
  const before = known.get(key);
  if (before) return before;
  // Routers that one line makes, as a base class does, are one thing, and mounted on each other: then what is above is not told twice.
  known.set(key, ['']);
  const own = ownPrefix(link, receiver);
  const found = new Set<string>();
  for (const mount of above) {
    if (found.size >= MOST_PREFIXES) break;
    for (const outer of prefixesOf(link, mounts, mount.receiver, mount.site)) prefixed(outer, mount, own).forEach((one) => found.add(one));
  }
  const all = found.size === 0 ? [own] : [...found].slice(0, MOST_PREFIXES);
  known.set(key, all);
  return all;
}

function prefixed(outer: string, { prefixes }: Mount, own: string): readonly string[] {
  return (prefixes.length > 0 ? prefixes : ['']).map((prefix) => joined(joined(outer, prefix), own));
}

function mountsOf(mounts: readonly Mount[], receiver: ResourceThing | undefined, site: CallSite): readonly Mount[] {
  return mounts.filter(
    (mount) => mount.routers.some((router) => router.id === receiver?.id) || mount.plugins.some((plugin) => encloses(plugin, site)),
  );
}

function mountsOver(mounts: readonly Mount[], receiver: ResourceThing | undefined, site: CallSite, depth: number): readonly CallSite[] {
  const [above, ...others] = mountsOf(mounts, receiver, site).filter((mount) => mount.site.call !== site.call);
  return above && others.length === 0 && depth <= 5 ? [above.site, ...mountsOver(mounts, above.receiver, above.site, depth + 1)] : [];
}

/** Given where the router is made: `new Router({ prefix: '/health' })`. */
function ownPrefix(link: Link, router: ResourceThing | undefined): string {
  if (router?.type.prefix === undefined || !router.origin) return '';
  return pathsIn(link, argumentThings(link, { ...router.origin, owner: 0 }, router.type.prefix))[0] ?? '';
}

function encloses(plugin: FunctionThing, site: CallSite): boolean {
  for (let fn = site.owner; fn > 0; fn = site.module.function(fn)?.owner ?? 0) {
    if (plugin.module === site.module && plugin.function === fn) return true;
  }
  return false;
}

function joined(before: string, after: string): string {
  return `/${before}/${after}`.replace(/\/{2,}/gu, '/').replace(/(?<=.)\/$/u, '');
}

function decoratedRoute(service: Service, method: DecoratedMethod): readonly ServedRoute[] {
  const route = method.decorators.find(({ member }) => member.route);
  if (!route) return [];
  const { module } = method.fn;
  const above = decoratorsOf(service.link, module, method.class.decorators).filter(({ member }) => member.mounts);
  const prefixes = above.flatMap((decorator) => decorator.texts);
  const own = route.texts.length > 0 ? route.texts : [''];
  return [
    {
      module,
      method,
      handlers: [method.fn],
      isRead: !WRITING.has(route.name.toLowerCase()),
      paths: (prefixes.length > 0 ? prefixes : ['']).flatMap((prefix) => own.map((one) => joined(prefix, one))),
    },
  ];
}

/** Routes that a framework makes of files: `app/routes/healthcheck.tsx`. */
function fileRoutes(service: Service): readonly ServedRoute[] {
  return service.conventions.flatMap((conventional) => {
    const { module, convention, match } = conventional;
    if (!convention.route) return [];
    const handlers = exportedFunctions(service.link, conventional, (name, role) => role === 'request' && !WRITING.has(name.toLowerCase()));
    return handlers.length === 0 ? [] : [{ module, handlers, isRead: true, paths: [routePath(match, convention.route)] }];
  });
}

function routePath(match: string, style: 'dots' | 'folders'): string {
  const bare = match.slice(0, match.length - path.extname(match).length).replace(/\/(?:index|route)$/u, '');
  // A folder in parentheses groups files and is no part of the path.
  return joined('', style === 'dots' ? bare.replaceAll('.', '/') : bare.replace(/\/?\([^/()]+\)(?=\/|$)/gu, ''));
}
