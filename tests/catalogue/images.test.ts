import { expect, test } from 'vitest';
import { images } from '../../src/catalogue/images.js';
import { isForeignImage, isHelper } from '../../src/project/deployment/known-images.js';

test('no name stands there twice', () => {
  const names = images.flatMap(({ names = [], paths = [] }) => [...names, ...paths.map((one) => `path ${one}`)]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each([
  ['postgres', 'library/postgres', [], true, false],
  ['nginx-unprivileged', 'nginxinc/nginx-unprivileged', [], true, false],
  ['envoy-alpine', 'envoyproxy/envoy-alpine', [], true, true],
  ['fluent-bit', 'fluent/fluent-bit', [], true, true],
  ['proxy', 'linkerd/proxy', [], true, true],
  ['vault', 'hashicorp/vault', ['server'], true, false],
  ['vault', 'hashicorp/vault', ['agent', '-config=a.hcl'], true, true],
  ['vault', 'vault', ['sh', '-c', 'exec vault agent -config=a.hcl'], true, true],
  ['proxy', 'shop/proxy', [], false, false],
  ['orders', 'shop/orders', ['agent'], false, false],
  ['redis-commander', 'tools/redis-commander', [], false, false],
])('%s of %s', (name, path, command, foreign, helper) => {
  expect([isForeignImage({ name, path }), isHelper({ name, path }, command)]).toEqual([foreign, helper]);
});
