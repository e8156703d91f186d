import { describe, expect, test } from 'vitest';
import type { ClassMember, ModuleFacts } from '../../src/facts/module-facts.js';
import { factsOf, stepsText, typeText, valueText } from './notation.js';

function memberText({ name = '-', kind, value, type, parameter, decorators, ...flags }: ClassMember, facts: ModuleFacts): string {
  const words = [
    ...decorators.map((decorator) => `@${valueText(decorator, facts)}`),
    ...(flags.static ? ['static'] : []),
    ...(flags.private ? ['private'] : []),
    kind,
    name,
    ...(flags.function === undefined ? [] : [`fn${flags.function}`]),
    ...(value ? [`= ${valueText(value, facts)}`] : []),
    ...(type ? [`: ${typeText(type)}`] : []),
    ...(parameter === undefined ? [] : [`#${parameter}`]),
  ];
  return words.join(' ');
}

function membersOf(body: string): string[] {
  const facts = factsOf(`class A { ${body} }`);
  return facts.classes.flatMap(({ members }) => members.map((member) => memberText(member, facts)));
}

describe('members', () => {
  test.each([
    ['constructor() {}', ['constructor constructor fn1']],
    ['a() {} static b() {} async *c() {}', ['method a fn1', 'static method b fn2', 'method c fn3']],
    ['get a() { return 1 } set a(v) {}', ['get a fn1', 'set a fn2']],
    ['a = 1; static b; #c = f();', ['field a = 1', 'static field b', 'private field c = :f()', 'constructor - fn1']],
    ['private a: Pool; protected b: Pool;', ['private field a : Pool', 'field b : Pool']],
    ['a = () => this.b;', ['field a = fn1']],
    ['#a() {}', ['private method a fn1']],
    ['"a b"() {} 1() {} [c]() {} ["d"]() {}', ['method a b fn1', 'method 1 fn2', 'method - fn3', 'method d fn4']],
    ['async [Symbol.asyncDispose]() {}', ['method @@asyncDispose fn1']],
    ['static { f(); }', ['static static - fn1']],
    ['accessor a = 1;', ['field a = 1']],
    ['@Dec() a() {} @Prop b;', ['@:Dec() method a fn1', '@:Prop field b']],
    ['a(x: string): void; a(x: unknown) {}', ['method a fn1']],
    ['declare a: Pool; [key: string]: unknown;', ['field a : Pool']],
    [
      'constructor(private readonly a: Pool, b, @Inject(T) public c?: Redis) {}',
      ['constructor constructor fn1', 'private field a : Pool #0', '@:Inject(:T) field c : Redis #2'],
    ],
  ])('%s', (body, expected) => {
    expect(membersOf(body)).toEqual(expected);
  });

  test('abstract methods vanish, abstract fields tell their type', () => {
    const facts = factsOf('abstract class A { abstract a(): void; abstract b: Pool; }');
    expect(facts.classes[0]?.members.map((member) => memberText(member, facts))).toEqual(['field b : Pool']);
  });
});

describe('classes', () => {
  test('superclass, decorators, name and binding', () => {
    const facts = factsOf('@Injectable() export class A extends events.EventEmitter {} const B = class extends A {}; f(class {});');
    const listed = facts.classes.map(({ name, binding, superclass, decorators }) => [
      name,
      binding,
      valueText(superclass, facts),
      decorators.map((decorator) => valueText(decorator, facts)).join(),
    ]);
    expect(listed).toEqual([
      ['A', 0, ':events.EventEmitter', ':Injectable()'],
      ['B', undefined, 'A', ''],
      [undefined, undefined, '-', ''],
    ]);
  });

  test('super', () => {
    const facts = factsOf('class A extends B { constructor() { super(1); super.a(); } }');
    expect(stepsText(facts.functions[1]?.body ?? [], facts)).toBe('super(1); super.a()');
  });
});

describe('functions', () => {
  test('are named after what they are given to', () => {
    const text = `function a() {} const b = () => {}; c.d = function () {}; ({ e: () => {}, f() {}, ['g']: () => {} });
      class H { i = () => {}; j() {} } const { k = () => {} } = l; let m; m = () => {}; const n = function o() {}; p(() => {});
      function q(r = () => {}) {} const s = (() => {}) as T;`;
    const names = factsOf(text)
      .functions.slice(1)
      .map(({ name }) => name);
    expect(names).toEqual(['a', 'b', 'd', 'e', 'f', 'g', 'i', 'j', 'k', 'm', 'o', undefined, 'q', 'r', 's']);
  });

  test('know their owner, their class and what they are', () => {
    const text = 'class A { m() { return () => function () {}; } f = async () => {}; static { () => this; } *g() {} }';
    const listed = factsOf(text).functions.map(({ owner, class: of, async, generator, arrow }) => [
      owner,
      of,
      [async, generator, arrow].map(Number).join(''),
    ]);
    expect(listed).toEqual([
      [-1, undefined, '000'],
      [0, 0, '000'],
      [1, 0, '001'],
      [2, undefined, '000'],
      [0, 0, '101'],
      [0, 0, '000'],
      [5, 0, '001'],
      [0, 0, '010'],
    ]);
  });

  test('parameters', () => {
    const facts = factsOf('function f(this: X, a: Pool, { b }: Options, c = g(), ...d: Pool[]) {}');
    const listed = facts.functions[1]?.parameters.map(({ name, binding, type, rest, fallback }) => [
      name,
      binding,
      typeText(type),
      rest,
      valueText(fallback, facts),
    ]);
    expect(listed).toEqual([
      ['a', 1, 'Pool', false, '-'],
      [undefined, undefined, 'Options', false, '-'],
      ['c', 3, '-', false, ':g()'],
      ['d', 4, 'Pool[]', true, '-'],
    ]);
  });

  test('decorators of parameters and return types', () => {
    const facts = factsOf('class A { async m(@Body() a: B): Promise<Pool> {} } function stop(): never { process.exit(1) }');
    expect(facts.functions[1]?.parameters[0]?.decorators?.map((decorator) => valueText(decorator, facts))).toEqual([':Body()']);
    expect(facts.functions.slice(1).map(({ returnType }) => typeText(returnType))).toEqual(['Promise<Pool>', 'never']);
  });

  test('spans of the whole and of the body', () => {
    const text = 'const f = async () => g(); function h() { }';
    const spans = factsOf(text).functions.map(({ span, bodySpan }) => [text.slice(...span), text.slice(...bodySpan)]);
    expect(spans).toEqual([
      [text, text],
      ['async () => g()', 'g()'],
      ['function h() { }', '{ }'],
    ]);
  });
});
