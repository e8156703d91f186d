/** A class that can stop its timer, and a shutdown that forgets to ask it to. */
import { table, type Case } from './table.js';

const check = (before = '', marked = false): string => `
  ${before}
  export class Check {
    private timer: NodeJS.Timeout | null = null;
    start(): void {
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => {${marked ? ' // ! renewing' : ''}
        console.log('checked');
        this.timer = null;
        this.start();
      }, 300);
    }
    stop(): void {
      if (this.timer) {
        clearTimeout(this.timer);
        this.timer = null;
      }
    }
  }
`;

const main = (setUp: string, stopped = ''): string => `
  import { createServer } from 'node:http';
  import { Check } from './check.js';
  declare const registry: { add(part: unknown): void; stop(): void };
  const server = createServer((request, response) => response.end('ok')).listen(3000);
  const check = new Check();
  check.start();
  ${setUp}
  process.on('SIGTERM', () => {
    ${stopped}
    server.close(() => process.exit(0));
  });
`;

const silent = (name: string, setUp: string, stopped = '', before = ''): Case => ({
  name,
  files: { 'src/main.ts': main(setUp, stopped), 'src/check.ts': check(before) },
});

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a method that nothing calls',
      unrepaired: true,
      files: { 'src/main.ts': main(''), 'src/check.ts': check('', true) },
    },
    {
      name: 'a method that only a test calls, and others of its name that are known to be no part of it',
      unrepaired: true,
      files: {
        'src/main.ts': main('class Sound { stop(): void { console.log("still"); } }\nnew Sound().stop();'),
        'src/check.ts': check('', true),
        'src/check.test.ts': `import { Check } from './check.js';\nnew Check().stop();\n`,
      },
    },
  ],
  silent: [
    silent('a shutdown that stops it', '', 'check.stop();'),
    silent('a shutdown that stops all in a list', 'const parts = [check];', 'for (const part of parts) part.stop();'),
    silent('something unseen that gets to know it', 'registry.add(check);'),
    silent('something unseen that is stopped', '', 'registry.stop();'),
    silent('its method, handed on', "process.once('beforeExit', check.stop.bind(check));"),
    silent('a method that is chosen by its name', 'const names = ["stop"] as const;', 'for (const name of names) check[name]();'),
    {
      name: 'a class that a container makes',
      files: {
        'src/main.ts': main(''),
        'src/check.ts': check(`import { singleton } from 'acme-container';`).replace('export class', '@singleton()\n  export class'),
      },
    },
    {
      name: 'a class that others may ask by an interface',
      files: {
        'src/main.ts': main(''),
        'src/check.ts': check(`import type { Stoppable } from './stoppable.js';`).replace(
          'class Check',
          'class Check implements Stoppable',
        ),
        'src/stoppable.ts': 'export interface Stoppable { stop(): void }\n',
      },
    },
  ],
});
