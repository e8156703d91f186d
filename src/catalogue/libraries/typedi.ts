import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const container: NonNullable<Member['members']> = {
  get: { instanceOf: 0 },
  set: { provides: { token: 0, value: 1 } },
  ...each('reset has remove', {}),
};

/** `Container.reset()` calls the destroy() of the services and waits for nothing. From its declarations. */
export const typedi: Library = {
  name: 'typedi',
  manual: 'https://docs.typestack.community/typedi',
  verified: 'manual',
  exports: {
    Container: { members: container },
    default: { members: container },
    Token: { returns: 'Token', opens: true },
    Inject: { injects: 0 },
    Service: {},
  },
  types: { Token: { label: 'token', kind: 'value' } },
  providers: { token: 'id', class: 'type', value: 'value', factory: 'factory' },
  examples: [
    {
      code: `import http from 'node:http';
import { Container } from 'typedi';

class Clock {}
export const clock = Container.get(Clock);
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  Container.reset(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
    },
  ],
};
