/** Functions with prototypes are classes. */
import { describe, expect, test } from 'vitest';
import type { ModuleFacts } from '../../src/facts/module-facts.js';
import { factsOf, valueText } from './notation.js';

/** `Name < Superclass: kind name, …` of each class. */
function classesOf(text: string, path = 'module.js'): string[] {
  const facts = factsOf(text, path);
  return facts.classes.map(({ name = '-', superclass, members }) => {
    const above = superclass ? ` < ${valueText(superclass, facts)}` : '';
    const listed = members.map(
      ({ kind, name: member, value }) => `${kind} ${member ?? '-'}${value ? ` = ${valueText(value, facts)}` : ''}`,
    );
    return `${name}${above}: ${listed.join(', ')}`;
  });
}

describe('constructor functions', () => {
  test.each([
    ['function A() {} A.prototype.stop = function () {};', ['A: constructor constructor, method stop']],
    ['var A = function () {}; A.prototype.stop = () => {};', ['A: constructor constructor, method stop']],
    ['module.exports = function A() {}; module.exports.prototype.stop = function () {};', ['A: constructor constructor, method stop']],
    ['exports.A = function () {}; exports.A.prototype.stop = function () {};', ['A: constructor constructor, method stop']],
    ['function A() {} var proto = A.prototype; proto.stop = function () {};', ['A: constructor constructor, method stop']],
    [
      'function A() {} A.prototype = { constructor: A, stop: function () {}, go() {} };',
      ['A: constructor constructor, method stop, method go'],
    ],
    ['function A() {} A.prototype.stop = stop; function stop() {}', ['A: constructor constructor, method stop']],
    ['function A() {} A.prototype.end = A.prototype.stop = function () {};', ['A: constructor constructor, method stop, method end']],
    ['function A() {} A.prototype.limit = 5;', ['A: constructor constructor, field limit = 5']],
    ['function A() {} Object.assign(A.prototype, { stop() {} });', ['A: constructor constructor, method stop']],
    ['function A() {} util.inherits(A, B);', ['A < :B: constructor constructor']],
    ['function A() {} A.prototype = Object.create(B.prototype);', ['A < :B: constructor constructor']],
    ['function A() {} A.prototype = new B();', ['A < :B: constructor constructor']],
    ['function A() {} A.prototype.__proto__ = B.prototype;', ['A < :B: constructor constructor']],
    ['function A() {} Object.setPrototypeOf(A.prototype, B.prototype);', ['A < :B: constructor constructor']],
    ['function A() {} _.extend(A.prototype, B.prototype, { stop() {} });', ['A < :B: constructor constructor, method stop']],
    ['function Server() { this.pool = open(); }', ['Server: constructor constructor']],
    ['function Server() { var self = this; self.pool = open(); }', ['Server: constructor constructor']],
    ['function Pool(o) { if (!(this instanceof Pool)) return new Pool(o); this.o = o; return this; }', ['Pool: constructor constructor']],
    ['module.exports = function () { this.pool = open(); };', ['-: constructor constructor']],
    [
      'var A = (function () { function A() {} A.prototype.stop = function () {}; return A; })();',
      ['A: constructor constructor, method stop'],
    ],
    ['class B {} function A() {} A.prototype.stop = function () {};', ['B: ', 'A: constructor constructor, method stop']],
  ])('%s', (text, expected) => {
    expect(classesOf(text)).toEqual(expected);
  });

  test.each([
    'function stamp() { this.updatedAt = Date.now(); } schema.pre("save", stamp);',
    'exports.handler = function () { this.body = 1; };',
    'const A = () => {}; A.prototype.stop = function () {};',
    'async function A() {} A.prototype.stop = function () {};',
    'function Plain(options) { return { stop() {} }; }',
    'Array.prototype.last = function () { return this[this.length - 1]; };',
    'app.use(function () { this.body = 1; });',
    'module.exports = function (app) { this.app = app; return http.createServer(app); };',
  ])('no class: %s', (text) => {
    expect(classesOf(text)).toEqual([]);
  });

  test('the function is the class wherever it stands', () => {
    const facts = factsOf('var A = module.exports = function A() {}; A.prototype.stop = function () {};', 'module.js');
    expect(facts.exports.map(({ value }) => valueText(value, facts))).toEqual(['class0']);
    expect(facts.bindings.flatMap(({ sources }) => sources).map(({ value }) => valueText(value, facts))).toEqual(['class0', 'class0']);
  });
});

function classesInside(facts: ModuleFacts): (string | undefined)[] {
  return facts.functions.map((fn) => (fn.class === undefined ? undefined : `${fn.name ?? '-'} of ${facts.classes[fn.class]?.name ?? '-'}`));
}

describe('this', () => {
  test('in methods, in their arrows and in functions bound to it', () => {
    const facts = factsOf(
      'function A() {} A.prototype.stop = function () { go(() => 1); go(function () {}.bind(this)); all.forEach(function () {}, this); go(function () {}); };',
      'module.js',
    );
    expect(classesInside(facts)).toEqual([undefined, 'A of A', 'stop of A', '- of A', '- of A', '- of A', undefined]);
  });

  test('in functions that a method of a class binds', () => {
    const facts = factsOf('class A { stop() { go(function () {}.bind(this)); go(function () {}.bind(other)); } }');
    expect(classesInside(facts)).toEqual([undefined, 'stop of A', '- of A', undefined]);
  });

  test('a constructor called on it is the super class', () => {
    const facts = factsOf(
      'function A(a) { var self = this; B.call(this, a); B.apply(self, arguments); C.call(this); } util.inherits(A, B);',
      'module.js',
    );
    const calls = facts.functions[1]?.body.flatMap((step) => (step.kind === 'evaluate' ? [valueText(step.value, facts)] : []));
    expect(calls).toEqual(['super(a)', 'super(...:arguments)', ':C.call(this)']);
  });
});
