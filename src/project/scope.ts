import path from 'node:path';
import type { Workspace } from './workspace.js';

/** What a file is for. Only `source` is part of a program in service. */
export type Scope = 'source' | 'test' | 'script' | 'config' | 'example' | 'browser' | 'generated';

const TEST_FOLDER =
  /^(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|fixtures|tests?[-_](?:int|integration|e2e|unit|func|functional|smoke|acceptance)|test-?(?:utils|helpers|setup)|mocks?|bench(?:mark)?s?|stories|(?:integration|load|smoke|acceptance|e2e|api|ui)-?tests?|perf|(?!ab[-_])[\w-]+[-_](?:tests|mocks|stubs))$/iu;
/** A package that stands in for another service. */
const STAND_IN = /^(?:mock|stub|fake|dummy)[-_]?(?:http[-_]?)?(?:servers?|apis?|services?|backends?|apps?)$/iu;
const SCRIPT_FOLDER = /^(?:scripts?|tools?|tooling|(?:[\w-]+-)?migrations?|seeds?|seeders?|ci|generators?|codemods?|\.\w.*)$/iu;
const EXAMPLE_FOLDER = /^(?:examples?|demos?|samples?|playground|docs?|website)$/iu;
const SERVED_FOLDER = /^(?:public|static|assets|wwwroot)$/iu;
const BROWSER_FOLDER = /^(?:public|static|assets|client-?side|frontend|browser|wwwroot)$/iu;
/** What stands in them is named after what the service is about: `api/public`, `modules/website`. */
const SERVER_FOLDER = /^(?:api|apis|routes?|routers?|controllers?|handlers?|modules?|endpoints?|services?|features?|domains?|v\d+)$/iu;
/** A part of a server by the name that frameworks give it. */
const SERVER_FILE = /\.(?:module|controller|gateway|resolver|service|processor|consumer|guard|interceptor)\.[cm]?[jt]s$/u;
const SERVER_TEXT =
  /['"](?:@nestjs\/[\w-]+|@fastify\/[\w-]+|@koa\/[\w-]+|@hapi\/[\w-]+|@hono\/[\w-]+|express|fastify|koa|hono|restify|polka|routing-controllers|inversify[\w-]*)['"]/u;
const TEST_FILE =
  /(?:[.\-_](?:test|tests|spec|e2e|e2e-spec|stories|story|mock|bench|cy)\.[cm]?[jt]sx?$)|^(?:test|spec)s?\.[cm]?[jt]sx?$|^(?:jest|vitest|mocha|cypress|playwright|karma)\b.*\.[cm]?[jt]s$/u;
const CONFIG_FILE =
  /^(?:\..*rc|.*\.config|gulpfile|gruntfile|webpack.*|rollup.*|knexfile|ormconfig|babel.*|metro\..*|ecosystem.*)\.[cm]?[jt]s$/iu;
const GENERATED_FILE = /\.(?:gen|generated|min|bundle|pb|_pb|chunk)\.[cm]?[jt]s$|_pb\.[jt]s$|_grpc_pb\.[jt]s$/u;

/** `document.…`, a DOM or view library; hooks of components, whose effects run in a browser only. */
const BROWSER_TEXT = new RegExp(
  [
    /\bdocument\s*\.\s*(?:getElementById|querySelector|createElement|body|addEventListener|head|cookie)\b/u,
    /\bwindow\s*\.\s*(?:location|document|addEventListener|localStorage|requestAnimationFrame)\b/u,
    /\(\s*window\s*,\s*document\b/u,
    /['"]use client['"]|['"](?:react-dom(?:\/client)?|react-native|@angular\/(?:core|platform-browser)|svelte|jquery)['"]/u,
    /\buse(?:Effect|LayoutEffect|State|Reducer|Callback|Ref)\s*[<(]|\bon(?:Mounted|Unmounted|BeforeUnmount)\s*\(/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);
const NODE_TEXT =
  /['"]node:|\brequire\s*\(\s*['"](?:http|https|fs|net|path|os|cluster|child_process)['"]|\bfrom\s*['"](?:http|https|fs|net|path|os|cluster|child_process)['"]|\bprocess\s*\.\s*(?:on|once|exit|env)\b/u;

interface Judged {
  /** Undefined where the text decides. */
  readonly scope: Scope | undefined;
  readonly isInBrowserFolder: boolean;
  /** Of the workspace: packages may come and go. */
  readonly shape: number;
}

const known = new WeakMap<Workspace, Map<string, Judged>>();

export function scopeOf(file: string, workspace: Workspace): Scope {
  const { scope, isInBrowserFolder } = judge(file, workspace);
  if (scope !== undefined) return scope;
  return isForBrowser(file, workspace) || (isInBrowserFolder && !workspace.matches(file, SERVER_TEXT)) ? 'browser' : 'source';
}

/** By its path. */
function judge(file: string, workspace: Workspace): Judged {
  const scopes = known.get(workspace) ?? new Map<string, Judged>();
  if (scopes.size === 0) known.set(workspace, scopes);
  const before = scopes.get(file);
  const { shape, root } = workspace;
  if (before?.shape === shape) return before;
  const owner = workspace.packageOf(file)?.dir ?? root;
  const judged: Judged = { scope: scopeByPath(file, owner, workspace), isInBrowserFolder: standsInBrowserFolder(file, owner), shape };
  scopes.set(file, judged);
  return judged;
}

function scopeByPath(file: string, owner: string, { root, boundary }: Workspace): Scope | undefined {
  const name = path.basename(file);
  if (GENERATED_FILE.test(name)) return 'generated';
  if (TEST_FILE.test(name)) return 'test';
  if (CONFIG_FILE.test(name)) return 'config';
  const inPackage = path.relative(owner, path.dirname(file)).split(path.sep);
  const above = path.relative(root, owner).split(path.sep);
  if ([...inPackage, ...above].some((folder) => TEST_FOLDER.test(folder))) return 'test';
  if ([...inPackage, ...path.relative(boundary, owner).split(path.sep)].some((folder) => STAND_IN.test(folder))) return 'test';
  if (inPackage.some((folder, at) => EXAMPLE_FOLDER.test(folder) && !isOfServer(file, inPackage, at))) return 'example';
  if (
    SCRIPT_FOLDER.test(inPackage[0] ?? '') ||
    (inPackage[0] === 'src' && SCRIPT_FOLDER.test(inPackage[1] ?? '')) ||
    SCRIPT_FOLDER.test(inPackage.at(-1) ?? '')
  )
    return 'script';
  if (SERVED_FOLDER.test(inPackage[0] ?? '')) return 'browser';
  return undefined;
}

/** A folder among the code of a server says what the code is about: `src/api/public`, `src/assets/assets.service.ts`. */
function isOfServer(file: string, inPackage: readonly string[], at: number): boolean {
  return SERVER_FOLDER.test(inPackage[at - 1] ?? '') || (inPackage[0] === 'src' && at > 0 && SERVER_FILE.test(path.basename(file)));
}

function standsInBrowserFolder(file: string, owner: string): boolean {
  const inPackage = path.relative(owner, path.dirname(file)).split(path.sep);
  return inPackage.some((folder, at) => BROWSER_FOLDER.test(folder) && !isOfServer(file, inPackage, at));
}

function isForBrowser(file: string, workspace: Workspace): boolean {
  return workspace.matches(file, BROWSER_TEXT) && !workspace.matches(file, NODE_TEXT);
}

/** Whether a file can be part of a service. */
export function isAnalysed(file: string, workspace: Workspace): boolean {
  const scope = scopeOf(file, workspace);
  return scope === 'source' || scope === 'script';
}
