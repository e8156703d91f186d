import path from 'node:path';
import type { Role } from '../catalogue/shape.js';
import { fieldName } from '../facts/spans.js';
import type { CallValue, Span, Value } from '../facts/module-facts.js';
import type { CallSite, Module } from './module.js';
import type { Operation } from './run/flow.js';
import type { Service } from './service.js';
import type { Start } from './starts.js';
import type { FunctionThing, Origin, ResourceThing } from './thing.js';

const LONGEST = 60;
/** What a name is not cut below, however much stands behind it. */
const SHORTEST = 20;

function short(text: string, longest = LONGEST): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=\??\.[\w$#])/gu, '')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Without what a chain hands to its earlier calls, where the whole is too long. */
function chain(service: Service, module: Module, value: Value, longest = LONGEST): string {
  const text = short(service.text(module, value.span), Math.max(longest, SHORTEST));
  if (!text.endsWith('…')) return text;
  if (value.kind === 'function') return text.startsWith('async') ? '(async () => …)' : '(() => …)';
  if (value.kind === 'member' && value.name !== undefined) {
    const last = `${value.optional ? '?.' : '.'}${value.name}`;
    return `${chain(service, module, value.object, longest - last.length)}${last}`;
  }
  if (value.kind !== 'call') return text;
  return `${value.construct ? 'new ' : ''}${chain(service, module, value.callee, longest - '(…)'.length)}(…)`;
}

function callee(service: Service, site: CallSite): string {
  const text = chain(service, site.module, site.call.callee);
  return site.call.construct ? `new ${text}` : text;
}

/** `server.close()`, with short arguments kept. */
function call(service: Service, site: CallSite): string {
  const whole = short(service.text(site.module, site.call.span));
  return whole.endsWith('…') || /=>|[{]/u.test(whole) ? `${callee(service, site)}(…)` : whole;
}

function operations(service: Service, list: readonly Operation[]): string {
  return listed(list.map((operation) => `\`${callee(service, operation.site)}()\``));
}

function listed(items: readonly string[]): string {
  const distinct = [...new Set(items)];
  return distinct.length < 2 ? distinct.join('') : `${distinct.slice(0, -1).join(', ')} and ${distinct.at(-1) ?? ''}`;
}

/** The verb for what is listed. */
function be(listing: string): 'is' | 'are' {
  return / and [`t]/u.test(listing) ? 'are' : 'is';
}

/** Things by the variable that holds them, else by what they are: whose `this` it would be, another file does not tell. */
function things(service: Service, list: readonly ResourceThing[]): string {
  return listed(
    list.map((thing) => {
      const holder = thing.origin && holderOf(service, thing.origin);
      return holder === undefined || holder.startsWith('this.') ? `the ${thing.type.label}` : `\`${holder}\``;
    }),
  );
}

/** The variable, property or field that is given what a call makes. */
function holderOf(service: Service, { module, call: made }: Origin): string | undefined {
  const { bindings, memberWrites, classes } = module.facts;
  const binding = bindings.find(({ sources }) => sources.some(({ value, path }) => path.length === 0 && unwrapped(value) === made));
  if (binding) return binding.name;
  const [inLiteral] = bindings.flatMap(({ name, sources }) =>
    sources.flatMap(({ value, path }) =>
      value && path.length === 0 ? propertiesOf(value, made).map((property) => `${name}.${property}`) : [],
    ),
  );
  if (inLiteral !== undefined && PLACE.test(inLiteral)) return inLiteral;
  const write = memberWrites.find(({ value }) => unwrapped(value) === made);
  const place = write && service.text(module, write.span);
  if (place !== undefined && PLACE.test(place)) return place;
  const field = classes.flatMap(({ members }) => members).find((member) => !member.static && unwrapped(member.value) === made);
  return field?.name === undefined ? undefined : `this.${fieldName(service.text(module, field.span), field)}`;
}

/** Under which names an object literal holds what a call makes. */
function propertiesOf(value: Value, made: CallValue): readonly string[] {
  if (value.kind !== 'object') return [];
  return value.properties.flatMap(({ name, value: held }) => (name !== undefined && unwrapped(held) === made ? [name] : []));
}

/** A place that can be named in a sentence. */
const PLACE = /^[\w$.#]{1,40}$/u;

function unwrapped(value: Value | undefined): unknown {
  return value?.kind === 'await' ? value.value : value;
}

const LOSSES: Readonly<Record<string, string>> = {
  server: 'requests in flight are cut off',
  consumer: 'the work in hand is lost',
  scheduler: 'the run in hand is cut off',
  database: 'open queries are cut off',
  cache: 'open commands are cut off',
  producer: 'messages not yet sent are lost',
  telemetry: 'the last data are lost',
  logger: 'the last lines are lost',
};

/** What is lost when these are cut off. */
function loss(list: readonly ResourceThing[]): string {
  const kinds = list.map(({ type }) => (type.part ? 'server' : type.kind));
  const first = Object.keys(LOSSES).find((kind) => kinds.some((one) => one === kind));
  return LOSSES[first ?? ''] ?? 'work in flight is lost';
}

function live(service: Service, { site }: Start): string {
  const label = either(service.reach.startsAt(site).map(({ thing }) => thing.type.label));
  return `\`${call(service, site)}\` (${article(label)} ${label})`;
}

/** `HTTPS or HTTP server`: what a call makes live may be of several kinds. */
function either(labels: readonly string[]): string {
  const [first = '', ...others] = [...new Set(labels)];
  const noun = / \S+$/u.exec(first)?.[0] ?? '';
  const isShared = noun !== '' && others.every((label) => label.endsWith(noun));
  const shortened = isShared ? [first, ...others].map((label) => label.slice(0, -noun.length)) : [first, ...others];
  return shortened.join(' or ') + (isShared ? noun : '');
}

/** By sound: an HTTP server, an Express app, a Unix socket. */
function article(label: string): 'a' | 'an' {
  return /^(?:[aeiou](?!ni)|[AEIO]|U(?!ni)|[FHLMNRSX][B-DF-HJ-NP-TV-Z\d][A-Z\d])/u.test(label) ? 'an' : 'a';
}

function fn({ module, function: id }: FunctionThing): string {
  const name = module.function(id)?.name;
  return name === undefined ? 'this function' : `\`${name}\``;
}

const ROLES: Partial<Record<Role, readonly [where: string, unit: string]>> = {
  request: ['a request handler', 'request'],
  'error-request': ['error middleware', 'failed request'],
  message: ['a message consumer', 'message'],
  connection: ['a connection listener', 'connection'],
  timer: ['a timer', 'tick'],
  schedule: ['a scheduled job', 'run'],
};

function role(of: Role): string {
  return ROLES[of]?.[0] ?? 'a handler';
}

function unit(of: Role): string {
  return ROLES[of]?.[1] ?? 'event';
}

/** ` (src/db.ts:12)` when the source stands in another file than the finding. */
function elsewhere(service: Service, here: CallSite, source: CallSite): string {
  return here.module === source.module ? '' : ` (${service.place(source)})`;
}

/** The head of a function, up to its body. */
function head({ module, function: id }: FunctionThing): Span {
  const fact = module.function(id);
  return fact ? [fact.span[0], Math.max(fact.bodySpan[0], fact.span[0] + 1)] : [0, 0];
}

function timer(service: Service, site: CallSite): string {
  const holder = holderOf(service, site);
  const owner = site.module.function(site.owner)?.name;
  const made = `the \`${callee(service, site)}\``;
  if (holder !== undefined) return `the timer \`${holder}\``;
  return owner === undefined ? `${made} in ${path.basename(site.module.path)}` : `${made} in \`${owner}\``;
}

/** Where a call is reported: whole, or from the method's name where the chain before it stands on other lines. */
function span(service: Service, { module, call: { callee: called, span: whole } }: CallSite): Span {
  if (called.kind !== 'member' || called.name === undefined) return whole;
  const start = called.span[1] - called.name.length;
  const isFar = service.text(module, [whole[0], start]).includes('\n') && service.text(module, [start, called.span[1]]) === called.name;
  return isFar ? [start, whole[1]] : whole;
}

/** What a call opens, at the beginning of a sentence. */
function opened(service: Service, site: CallSite, label: string): string {
  const holder = holderOf(service, site);
  return holder === undefined ? `The ${label} opened here` : `\`${holder}\``;
}

/** The user's own names, as messages say them. */
export const named = { be, call, callee, operations, things, loss, live, opened, fn, role, unit, elsewhere, timer, head, span };
