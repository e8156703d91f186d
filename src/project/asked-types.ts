/** What something unseen gives when it is asked for by its type: a dependency container. */
import { annotated, instanceOf } from './annotations.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { union, type Things } from './thing.js';

/** Names of functions that hand out what somebody else has made. */
const ASKING = /^(?:try_?)?(?:get|resolve|inject|make|lookup|locate|find|provide|require|use)(?![a-z])/u;

/** `container.get<Pool>('pool')`, `container.resolve(UserService)`; empty when the call names no type that is known. */
export function askedFor(link: Link, site: CallSite): Things {
  const { module, call } = site;
  if (call.construct || !ASKING.test(link.nameOf(site))) return [];
  const [type, ...others] = call.types ?? [];
  if (type && others.length === 0) return annotated(link, module, type);
  const [token] = call.args;
  return token ? union(...link.of(module, token).map((thing) => instanceOf(link, thing))) : [];
}
