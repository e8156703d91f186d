import { describe, expect, test } from 'vitest';
import { problemIn, settingsOf } from '../../src/adapter/settings.js';
import { libraries } from '../../src/catalogue/index.js';

const PATH = "settings['graceful-shutdown']";
const PATTERNS = "'auto', 'inline', 'close-with-grace', 'terminus', 'lightship', 'http-terminator', 'http-graceful-shutdown', 'stoppable'";
const types = { Pool: { label: 'pool', kind: 'database' } };

function withExports(exports: unknown): unknown {
  return { catalogue: [{ name: '@acme/db', exports, types }] };
}

function withPool(createPool: unknown): unknown {
  return withExports({ createPool });
}

describe('settings that are wrong are told in one sentence', () => {
  test.each([
    ['all', 5, ' must be an object; it is 5.'],
    ['null', null, ' must be an object; it is null.'],
    ['an unknown key', { deadlineSecond: 20 }, ".deadlineSecond is not known here; did you mean 'deadlineSeconds'?"],
    ['an unknown key that is like none', { zzz: 20 }, '.zzz is not known here.'],
    ['a number', { deadlineSeconds: '20' }, ".deadlineSeconds must be a number of 0 or more; it is '20'."],
    ['a negative number', { gracePeriodSeconds: -1 }, '.gracePeriodSeconds must be a number of 0 or more; it is -1.'],
    ['a word', { pattern: 'terminous' }, `.pattern must be one of ${PATTERNS}; it is 'terminous'; did you mean 'terminus'?`],
    ['a list', { probes: { liveness: '/alive' } }, ".probes.liveness must be an array; it is '/alive'."],
    ['an item', { probes: { readiness: ['/ready', 7] } }, '.probes.readiness[1] must be a string with something in it; it is 7.'],
    ['an entry', { entries: 'src/main.ts' }, ".entries must be an array; it is 'src/main.ts'."],
    ['a key of a service', { services: [{ nam: 'a', entry: 'b' }] }, ".services[0].nam is not known here; did you mean 'name'?"],
    [
      'a service without a workload',
      { services: [{ entry: 'src/main.ts' }] },
      ".services[0] must say which workload it is, with 'name', 'image' or 'manifests'.",
    ],
    [
      'a service without code',
      { services: [{ name: 'a', root: '.' }, { name: 'b' }] },
      ".services[1] must say where its code is, with 'root', 'entry' or 'dockerfile'.",
    ],
  ])('%s', (_, settings, problem) => {
    expect(problemIn(settings)).toBe(PATH + problem);
  });
});

describe('a catalogue that is wrong is told in one sentence', () => {
  test.each([
    ['a missing key', { catalogue: [{ name: '@acme/db' }] }, '.exports is missing; it must be an object.'],
    [
      'a word',
      withPool({ closes: { style: 'asyncc', drains: true } }),
      ".exports.createPool.closes.style must be one of 'promise', 'callback', 'either', 'sync', 'detached'; it is 'asyncc'; " +
        "did you mean 'sync'?",
    ],
    [
      'a missing key inside',
      withPool({ closes: { style: 'promise' } }),
      '.exports.createPool.closes.drains is missing; it must be true or false.',
    ],
    ['an unknown key inside', withPool({ closses: {} }), ".exports.createPool.closses is not known here; did you mean 'closes'?"],
    ['a key that needs brackets', withExports({ 'create-pool': 1 }), ".exports['create-pool'] must be an object; it is 1."],
    [
      'a condition without its place',
      withPool({ starts: { is: 1 } }),
      ".exports.createPool.starts.at is missing; it must be an argument's number, or a path from it such as '0.timeout'.",
    ],
    ['neither of two', withPool({ starts: 'yes' }), ".exports.createPool.starts must be true, or a condition with 'at'; it is 'yes'."],
    [
      'a type that nothing describes',
      withPool({ returns: 'Poool' }),
      ".exports.createPool.returns names the type 'Poool', which nothing describes; did you mean 'Pool'?",
    ],
    [
      'a type of another library',
      withPool({ returns: 'pg#Pol' }),
      ".exports.createPool.returns names the type 'pg#Pol', which nothing describes; did you mean 'pg#Pool'?",
    ],
    [
      'versions',
      { catalogue: [{ name: 'a', exports: {}, versions: 'newest' }] },
      ".versions must be a range such as '>=2' or '1.x'; it is 'newest'.",
    ],
  ])('%s', (_, settings, problem) => {
    expect(problemIn(settings)).toBe(`${PATH}.catalogue[0]${problem}`);
  });

  test('a member that contains itself', () => {
    const member: Record<string, unknown> = {};
    member['members'] = { again: member };
    expect(problemIn(withExports({ member }))).toMatch(/ is nested too deep\.$/u);
  });
});

test('the built-in libraries would pass', () => {
  expect(problemIn({ catalogue: libraries })).toBeUndefined();
});

test('what is left out has its default', () => {
  const defaults = {
    catalogue: [],
    probes: { liveness: [], readiness: [] },
    entries: [],
    services: [],
    pattern: 'auto',
    deadlineSeconds: 10,
    gracePeriodSeconds: 30,
  };
  expect(settingsOf({})).toEqual(defaults);
  expect(settingsOf({ 'graceful-shutdown': { probes: { liveness: ['/alive'] } } }).probes).toEqual({ liveness: ['/alive'], readiness: [] });
});

test('equal settings give the same object, so that the analysis is made once', () => {
  expect(settingsOf({ 'graceful-shutdown': { deadlineSeconds: 7 } })).toBe(settingsOf({ 'graceful-shutdown': { deadlineSeconds: 7 } }));
});

test('paths are seen from the folder that ESLint runs in, whatever it was before', () => {
  const all = { 'graceful-shutdown': { entries: ['a.js', '!b/*.js'], services: [{ name: 'a', root: 'c', manifests: ['k8s/**'] }] } };
  expect(settingsOf(all, '/one').entries).toEqual(['/one/a.js', '!/one/b/*.js']);
  expect(settingsOf(all, '/two').entries).toEqual(['/two/a.js', '!/two/b/*.js']);
  expect(settingsOf(all, '/two').services).toEqual([{ name: 'a', root: '/two/c', manifests: ['/two/k8s/**'] }]);
  expect(settingsOf(all, '/one')).toBe(settingsOf({ ...all }, '/one'));
});
