import type { Value } from '../../facts/module-facts.js';
import { isOfRoute, type Handover } from '../callbacks.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import { scopeOf } from '../scope.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import type { Running } from './running.js';

/** What packages call themselves that answer paths of their own, or find routes by themselves. */
const ANSWERING = /health|status|proxy|serve|static|graphql|swagger|admin|openapi|file-?router/iu;
/** What moves routes to other paths than those that are written at them. */
const MOVING = /setGlobalPrefix|enableVersioning|RouterModule|setVersion|basePath|routePrefix/u;

/**
 * Whether the process answers a GET of a path. No is said only of a program whose routes are all in sight, and in which the
 * path's last part stands nowhere else.
 */
export function serves(running: Running, path: string): 'yes' | 'no' | 'unknown' {
  const { service, process } = running;
  const [bare = path] = path.split(/[?#]/u);
  const routes = service.routes.filter(({ handlers }) => handlers.some(({ id }) => process.possible.has(id)));
  const read = routes.filter(({ isRead }) => isRead).flatMap(({ paths }) => paths);
  if (read.some((route) => matches(route, bare))) return 'yes';
  if (routes.length === 0 || mayAnswer(running) || mentions(service, bare, read)) return 'unknown';
  return 'no';
}

/** `/users/:id`, `/files/*`, `/{name}`. */
function matches(route: string, path: string): boolean {
  if (/[(*+?]|\{\*/u.test(route)) return true;
  const parts = route.split('/').filter((part) => part !== '');
  const asked = path.split('/').filter((part) => part !== '');
  return (
    parts.length === asked.length && parts.every((part, index) => /^[:{]/u.test(part) || part.toLowerCase() === asked[index]?.toLowerCase())
  );
}

function mayAnswer({ service, process }: Running): boolean {
  const modules = service.modules.filter((module) => service.processesLoading(module).includes(process));
  const specifiers = modules.flatMap((module) => service.workspace.packagesOf(module.path));
  if (specifiers.some((specifier) => isAnswering(service, specifier)) || service.conventions.length > 0) return true;
  if (modules.some((module) => MOVING.test(service.workspace.text(module.path) ?? ''))) return true;
  const handed = service.handed('request').filter(({ site }) => modules.includes(site.module));
  return (
    handed.some((handover) => !isOfRoute(handover) && handover.functions.some((fn) => !passesOn(handover, fn))) ||
    mountsUnseen(service, modules)
  );
}

function isAnswering({ link }: Service, specifier: string): boolean {
  const name = specifier.toLowerCase();
  return ANSWERING.test(name) || link.knowledge.answering.some((word) => name.includes(word));
}

/** Middleware and hooks: what does not take `next` answers itself. */
function passesOn({ target }: Handover, fn: FunctionThing): boolean {
  if (target.kind === 'member' && /hook|param|setErrorHandler|setNotFoundHandler|onError/iu.test(target.name)) return true;
  const parameters = fn.module.function(fn.function)?.parameters ?? [];
  return parameters.length >= 3 || parameters.some(({ name }) => name === 'next');
}

/** Something that cannot be seen is put in as middleware, router or plugin. */
function mountsUnseen(service: Service, modules: Service['modules']): boolean {
  return modules
    .flatMap((module) => module.calls)
    .some((site) =>
      service.link.called(site).some((target) => {
        if (target.kind !== 'member' || !target.member.mounts) return false;
        return site.call.args.some((value) => isUnseen(service.link, site, value));
      }),
    );
}

/** Neither of the project nor made by a package. */
function isUnseen(link: Link, { module }: CallSite, value: Value): boolean {
  const things = link.of(module, value);
  if (value.kind === 'literal' || !things.some(({ kind }) => kind === 'unknown')) return false;
  const makers = value.kind === 'call' ? link.called({ module, call: value }) : [];
  return makers.length === 0 || makers.some(({ kind }) => kind !== 'external' && kind !== 'member');
}

/** The last part of the path stands in a source, though no known route has it. */
function mentions({ workspace }: Service, path: string, routes: readonly string[]): boolean {
  const last = path.split('/').findLast((part) => part !== '');
  if (last === undefined) return true;
  if (routes.some((route) => route.split('/').includes(last))) return false;
  const word = new RegExp(`(?<![\\w-])${last.replaceAll(/[^\w-]/gu, '\\$&')}(?![\\w-])`, 'iu');
  return workspace.files.some((file) => scopeOf(file, workspace) === 'source' && workspace.matches(file, word));
}
