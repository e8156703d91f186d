import type { Member, TypeName } from './shape.js';

/** The same member under several names, separated by blanks. */
export function each<const T extends object = Member>(names: string, member: T): Readonly<Record<string, T>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, member]));
}

/** `get`, `post` … of a router: the path and then the handlers; only handlers after `route(path)`. `awaited`: the router answers with an error when a handler's promise rejects. */
export function routes(
  parameters: readonly (TypeName | null)[],
  awaited: boolean,
  names = 'get post put patch delete head options all',
): Readonly<Record<string, Member>> {
  const route = (name: string): Member => ({
    returns: 'this',
    route: { method: name === 'all' ? '*' : name, path: 0, handlers: ['rest'] },
    calls: [{ at: 'rest', role: 'request', awaited, parameters }],
  });
  return Object.fromEntries(names.split(' ').map((name) => [name, route(name)]));
}
