import type { ModuleFacts, ObjectValue, Value } from '../facts/module-facts.js';
import { parseModule } from '../facts/parse.js';
import { millisecondsIn } from './duration.js';
import type { Pm2App } from './pm2.js';
import type { Place, Stated } from './stated.js';

/** The apps of an ecosystem file that is a module: `module.exports = { apps: [{ script: 'server.js' }] }`. */
export function readPm2Module(text: string): readonly Pm2App[] {
  if (!/\bapps\b/u.test(text)) return [];
  const facts = parseModule(text, 'ecosystem.js');
  const exported = facts?.exports.find(({ name }) => name === '=' || name === 'default')?.value;
  if (!facts || !exported) return [];
  const root = behind(facts, exported);
  const apps = root?.kind === 'object' ? behind(facts, field(root, 'apps')) : undefined;
  const items = apps?.kind === 'array' ? apps.items : [];
  return items.flatMap((item) => {
    const app = behind(facts, item);
    return app?.kind === 'object' && field(app, 'script') ? [appOf(facts, app)] : [];
  });
}

/** What a constant of the module holds. */
function behind(facts: ModuleFacts, value: Value | undefined, depth = 0): Value | undefined {
  if (value?.kind !== 'reference' || depth > 5) return value;
  const binding = facts.bindings[value.binding];
  const [source, ...others] = binding?.sources ?? [];
  return source && others.length === 0 && source.path.length === 0 ? behind(facts, source.value, depth + 1) : undefined;
}

function field(object: ObjectValue, name: string): Value | undefined {
  return object.properties.findLast((property) => property.name === name && property.kind === 'property')?.value;
}

function appOf(facts: ModuleFacts, object: ObjectValue): Pm2App {
  const stated = <T>(name: string, read: (value: Value) => T | undefined): Stated<T> | undefined => {
    const value = field(object, name);
    const known = behind(facts, value);
    return value && { span: value.span, value: known && read(known) };
  };
  const text = (name: string): string | undefined => stated(name, textOf)?.value;
  const [script, killTimeout] = [stated('script', textOf), stated('kill_timeout', timeOf)];
  const [waitReady, message] = [stated('wait_ready', truthOf), stated('shutdown_with_message', truthOf)];
  const [name, cwd, args, interpreter] = [text('name'), text('cwd'), text('args'), text('interpreter') ?? text('exec_interpreter')];
  return {
    place: placeOf(object),
    ...(name !== undefined && { name }),
    ...(cwd !== undefined && { cwd }),
    ...(args !== undefined && { args }),
    ...(interpreter !== undefined && { interpreter }),
    ...(script && { script }),
    ...(killTimeout && { killTimeout }),
    ...(waitReady && { waitReady }),
    ...(message && { shutdownWithMessage: message }),
  };
}

/** Nothing is certainly absent where another object is spread. */
function placeOf({ span, properties }: ObjectValue): Place {
  const keys = Object.fromEntries(properties.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value.span] as const])));
  return { span, indent: -1, isWhole: properties.every(({ kind, name }) => kind !== 'spread' && name !== undefined), keys };
}

function textOf(value: Value): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  return value.kind === 'template' && value.parts.length === 0 ? value.quasis[0] : undefined;
}

function timeOf(value: Value): number | undefined {
  if (value.kind !== 'literal') return undefined;
  return typeof value.value === 'number' ? value.value : millisecondsIn(String(value.value), 'ms');
}

function truthOf(value: Value): boolean | undefined {
  return value.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined;
}
