/** What a subclass hands on to the constructor of its superclass: `super(server)`. */
import { table, type Case } from '../rules/table.js';

const BASE = `
  export class Base {
    constructor(server) {
      this.server = server;
    }
    listen(port) {
      this.server.listen(port);
    }
    stop() {
      this.server.close();
    }
  }
`;
const inOne = (name: string, subclass: string, main = START): Case => ({
  name,
  files: { 'src/main.js': `import http from 'node:http';\n${BASE.replace('export ', '')}\n${subclass}\n${main}` },
});
const START = `const app = new App(http.createServer((req, res) => res.end()));\napp.listen(3000);`;
const STOP = `\nprocess.once('SIGTERM', () => app.stop());`;
const reported = ({ name, files, ...rest }: Case): Case => ({
  name,
  ...rest,
  files: Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace('this.server.listen(port);', 'this.server.listen(port); // ! missing'),
    ]),
  ),
});
const inTwo: Case = {
  name: 'a superclass in another module',
  files: {
    'src/base.js': BASE,
    'src/app.js': `import { Base } from './base.js';\nexport class App extends Base { constructor(server, name) { super(server); this.name = name; } }`,
    'src/main.js': `import http from 'node:http';\nimport { App } from './app.js';\n${START}`,
  },
};
const typed: Case = {
  name: 'a field that is a parameter',
  files: {
    'src/base.ts': `export class Base { public constructor(protected readonly server) {}\n public listen(port: number): void {\n  this.server.listen(port);\n } }`,
    'src/app.ts': `import { Base } from './base';\nexport class App extends Base { public constructor(server, private readonly name: string) { super(server); } }`,
    'src/main.ts': `import http from 'node:http';\nimport { App } from './app';\nnew App(http.createServer((req, res) => { res.end(); }), 'app').listen(3000);`,
  },
};

table('require-sigterm-listener', {
  reports: [
    inOne('by a parameter', `class App extends Base { constructor(server) { super(server); } }`),
    inOne('what it makes itself', `class App extends Base { constructor() { super(http.createServer((req, res) => res.end())); } }`, START),
    inOne(
      'through two classes',
      `class Middle extends Base { constructor(one) { super(one); } }\nclass App extends Middle { constructor(two) { super(two); } }`,
    ),
    inOne('without a constructor of its own', `class App extends Base { name() { return 'app'; } }`),
    inTwo,
    typed,
  ].map(reported),
  silent: [
    inOne('a subclass that is stopped', `class App extends Base { constructor(server) { super(server); } }`, START + STOP),
    inOne('nothing that serves', `class App extends Base { constructor(server) { super({ listen() {}, close() {} }); } }`),
  ],
});
