/** Makes a readiness probe say no while the service drains. */
import type { FunctionFact } from '../facts/module-facts.js';
import { allSteps } from '../facts/walk.js';
import type { Probe } from '../project/questions/probes.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import type { Service } from '../project/service.js';
import { atStart } from './body.js';
import { codeOf } from './code.js';
import { dialectOf, layOut, quoted } from './dialect.js';
import { freeName, imported } from './names.js';
import { declareBefore } from './shutdown-body.js';
import { isExpressionBody } from './site.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { sourceIn } from './suggest.js';
import { libraryOf } from './suggest-blocking.js';

/** A flag that the probe reads and that the shutdown sets; where that stands in another file, a listener beside the probe does. */
export function readDraining(service: Service, probe: Probe): Edits {
  const { module, function: id } = probe.fn;
  const fact = module.function(id);
  if (!fact) return undefined;
  const source = sourceIn(service, module);
  const { semicolon } = dialectOf(source);
  const flag = freeName(source, ['isDraining', 'drainHasBegun']);
  const shutdown = shutdownIn(service, probe);
  const first = shutdown && shutdown.span[0] < fact.span[0] ? shutdown : fact;
  const declared = declareBefore(source, first, [`let ${flag} = false${semicolon}`, ...(shutdown ? [] : ownListener(source, flag))]);
  const set = shutdown ? atStart(source, shutdown, [`${flag} = true${semicolon}`]) : [];
  const read = readIn(source, probe, fact, { flag, library: libraryOf(service, probe.fn) });
  return declared && set && read && [...declared, ...set, ...read];
}

function shutdownIn(service: Service, { fn: { module } }: Probe): FunctionFact | undefined {
  const root = signalRoots(service).find((one) => service.shutdownBehind(one.fn).module === module);
  return root && module.function(service.shutdownBehind(root.fn).function);
}

function ownListener(source: Source, flag: string): readonly string[] {
  const dialect = dialectOf(source);
  return [`process.once(${quoted('SIGTERM', dialect)}, () => {`, `\t${flag} = true${dialect.semicolon}`, `})${dialect.semicolon}`];
}

interface Reading {
  readonly flag: string;
  readonly library: string;
}

function readIn(source: Source, { part }: Probe, fact: FunctionFact, { flag, library }: Reading): Edits {
  const answer = answerOf(source, fact, library);
  if (!answer) return undefined;
  const { semicolon } = dialectOf(source);
  const test = `if (${flag}) ${answer.text}${answer.text.endsWith('}') ? '' : semicolon}`;
  if (part) return beforePart(source, part, test);
  const read = isExpressionBody(fact) ? asBlock(source, fact, test) : atStart(source, fact, [test]);
  return read && [...read, ...answer.edits];
}

/** A branch of a handler that dispatches on the URL. */
function beforePart(source: Source, part: Probe['part'] & {}, test: string): Edits {
  const dialect = dialectOf(source);
  const base = indentationAt(source, part[0]);
  const isInBlock = /[{:;}]\s*$/u.test(codeOf(source).slice(0, part[0]));
  if (isInBlock) return [insert(part[0], test + dialect.eol + base)];
  return [replace(part, layOut(['{', `\t${test}`, `\t${textOf(source, part)}`, '}'], dialect, base).trimStart())];
}

/** An arrow that is an expression still returns what it returned. */
function asBlock(source: Source, { bodySpan, span }: FunctionFact, test: string): Edits {
  const dialect = dialectOf(source);
  if (bodySpan[1] !== span[1]) return undefined;
  const lines = ['{', `\t${test}`, `\treturn ${textOf(source, bodySpan)}${dialect.semicolon}`, '}'];
  return [replace(bodySpan, layOut(lines, dialect, indentationAt(source, bodySpan[0])).trimStart())];
}

interface Answer {
  readonly text: string;
  readonly edits: readonly Edit[];
}

function answerOf(source: Source, fact: FunctionFact, library: string): Answer | undefined {
  const [first, second] = fact.parameters;
  if (/^@?koa/u.test(library))
    return first?.name === undefined ? undefined : { text: `return void (${first.name}.status = 503)`, edits: [] };
  if (library === 'fastify') return fastifyAnswer(source, fact);
  if (library.startsWith('@nestjs/')) {
    const exception = imported(source, '@nestjs/common', 'ServiceUnavailableException');
    return { text: `throw new ${exception.name}()`, edits: exception.edits };
  }
  if (second?.name === undefined) return undefined;
  const isExpress = library === 'express' || /\.(?:send|json|sendStatus|status)\b/u.test(source.text.slice(...fact.span));
  return { text: isExpress ? `return ${second.name}.status(503).send()` : `return void ${second.name}.writeHead(503).end()`, edits: [] };
}

/** The reply is the second parameter, which most probes leave out. */
function fastifyAnswer(source: Source, { parameters: [request, reply], span, bodySpan, body }: FunctionFact): Answer | undefined {
  const returns = allSteps(body).some(({ kind }) => kind === 'return');
  const answer = (name: string): string => (returns ? `return ${name}.code(503).send()` : `return void ${name}.code(503).send()`);
  if (reply) return reply.name === undefined ? undefined : { text: answer(reply.name), edits: [] };
  if (request && request.name === undefined) return undefined;
  const open = codeOf(source).slice(span[0], bodySpan[0]).indexOf('(');
  if (open === -1) return undefined;
  const close = span[0] + codeOf(source).slice(span[0], bodySpan[0]).indexOf(')');
  return { text: answer('reply'), edits: [insert(close, request ? ', reply' : '_request, reply')] };
}
