/** Facts as short text, so that an expectation can be written by hand and read at a glance. */
import { expect } from 'vitest';
import type { ModuleFacts, PropertyFact, Source, Step, Target, TypeFact, Value } from '../../src/facts/module-facts.js';
import { parseModule } from '../../src/facts/parse.js';

export function factsOf(text: string, path = 'module.ts'): ModuleFacts {
  const facts = parseModule(text, path);
  expect(facts, 'the text parses').toBeDefined();
  return facts ?? expect.fail();
}

/** Globals have a colon in front, functions are `fn0`, classes `class0`. */
export function valueText(value: Value | undefined, facts: ModuleFacts): string {
  const say = (inner: Value): string => valueText(inner, facts);
  const list = (values: readonly Value[], between = ', '): string => values.map(say).join(between);
  switch (value?.kind) {
    case undefined:
      return '-';
    case 'reference':
      return facts.bindings[value.binding]?.name ?? '!';
    case 'global':
      return `:${value.name}`;
    case 'member':
      return `${say(value.object)}${value.optional ? '?' : ''}${keyText(value, facts)}`;
    case 'call':
      return `${value.construct ? 'new ' : ''}${say(value.callee)}${typesText(value.types)}${value.optional ? '?.' : ''}(${list(value.args)})`;
    case 'function':
      return `fn${value.function}`;
    case 'class':
      return `class${value.class}`;
    case 'literal':
      return value.regex ? String(value.value) : JSON.stringify(value.value);
    case 'template':
      return `template(${value.quasis.map((quasi) => JSON.stringify(quasi)).join(' ')}; ${list(value.parts)})`;
    case 'object':
      return `{${value.properties.map((property) => propertyText(property, facts)).join(', ')}}`;
    case 'array':
      return `[${list(value.items)}]`;
    case 'spread':
      return `...${say(value.value)}`;
    case 'this':
      return value.super ? 'super' : 'this';
    case 'await':
      return `await ${say(value.value)}`;
    case 'choice':
      return `(${value.test ? `${say(value.test)} ? ` : ''}${list(value.options, value.operator === '?' ? ' : ' : ` ${value.operator} `)})`;
    case 'assign':
      return `(${targetText(value.target, facts)} ${value.operator} ${say(value.value)})`;
    case 'operation':
      return `op(${value.operator} ${list(value.operands)})`;
    case 'import':
      return `${value.dynamic ? 'import' : 'require'}(${value.specifier ?? say(value.argument ?? expect.fail())})`;
    case 'unknown':
      return `unknown(${list(value.parts)})`;
  }
}

function keyText({ name, key }: { readonly name?: string; readonly key?: Value }, facts: ModuleFacts): string {
  return name === undefined ? `[${valueText(key, facts)}]` : `.${name}`;
}

function propertyText({ name, kind, value }: PropertyFact, facts: ModuleFacts): string {
  const text = valueText(value, facts);
  if (kind === 'spread') return `...${text}`;
  return `${kind === 'property' ? '' : `${kind} `}${name ?? '[]'}: ${text}`;
}

export function targetText(target: Target, facts: ModuleFacts): string {
  if (target.kind === 'member') return `${valueText(target.object, facts)}${keyText(target, facts)}`;
  const names = (target.kind === 'binding' ? [target.binding] : target.bindings).map((binding) => facts.bindings[binding]?.name);
  return target.kind === 'binding' ? String(names[0]) : `<${names.join(' ')}>`;
}

export function sourceText({ value, parameter, path, fallback }: Source, facts: ModuleFacts): string {
  const from = parameter === undefined ? valueText(value, facts) : `#${parameter}`;
  return [from, ...path].join(' / ') + (fallback ? ` = ${valueText(fallback, facts)}` : '');
}

/** All sources of the bindings with that name. */
export function sourcesOf(name: string, facts: ModuleFacts): string[] {
  const found = facts.bindings.filter((binding) => binding.name === name);
  return found.flatMap(({ sources }) => sources.map((source) => sourceText(source, facts)));
}

export function typeText(type: TypeFact | undefined): string {
  if (!type) return '-';
  if (type.members) return type.members.map(typeText).join(' | ');
  if (type.element) return `${typeText(type.element)}[]`;
  const args = typesText(type.args);
  return `${type.name?.join('.') ?? '?'}${type.binding === undefined ? '' : '!'}${args}`;
}

export function stepsText(steps: readonly Step[], facts: ModuleFacts): string {
  return steps.map((step) => stepText(step, facts)).join('; ');
}

function stepText(step: Step, facts: ModuleFacts): string {
  const say = (value: Value | undefined): string => valueText(value, facts);
  const body = (steps: readonly Step[] | undefined): string => (steps ? `{${stepsText(steps, facts)}}` : '-');
  const label = 'label' in step ? `${step.label}: ` : '';
  switch (step.kind) {
    case 'evaluate':
      return say(step.value);
    case 'declare':
      return `${step.using ?? 'let'} ${targetText(step.target, facts)} = ${say(step.value)}`;
    case 'branch':
      return `if ${say(step.test)} ${body(step.then)} else ${body(step.otherwise)}`;
    case 'loop': {
      const head = step.target
        ? [`${targetText(step.target, facts)} of ${say(step.iterable)}`]
        : [stepsText(step.init, facts), say(step.test), say(step.update)];
      return `${label}${step.variant}(${head.join('; ')}) ${body(step.body)}`;
    }
    case 'attempt': {
      const parameter = step.parameter === undefined ? '' : `(${facts.bindings[step.parameter]?.name}) `;
      return `try ${body(step.body)} catch ${parameter}${body(step.handler)} finally ${body(step.finalizer)}`;
    }
    case 'switch':
      return `switch ${say(step.subject)} ${step.cases.map((choice) => `${say(choice.test)} ${body(choice.body)}`).join(' ')}`;
    case 'block':
      return `${label}${body(step.body)}`;
    default:
      return [step.kind, step.label, ...(step.value ? [say(step.value)] : [])].filter((word) => word !== undefined).join(' ');
  }
}

function typesText(types: readonly TypeFact[] | undefined): string {
  return types ? `<${types.map(typeText).join(', ')}>` : '';
}
