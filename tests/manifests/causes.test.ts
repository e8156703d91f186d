/**
 * Each cause for which a manifest is reported, and the cases that show it: what is reported, and what looks like it and stays silent.
 * The cases stand in tests/rules.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';

interface Cases {
  readonly file: string;
  readonly reports?: readonly string[];
  readonly silent?: readonly string[];
}

const GRACE = 'require-grace-period-budget';
const PLATFORMS = 'require-grace-period-budget-platforms';
const COMMAND = 'no-signal-swallowing-command';
const COMMAND_SILENT = 'no-signal-swallowing-command-silent';
const SIGNAL = 'no-unhandled-stop-signal';
const HOOK = 'no-invalid-lifecycle-hook';

const CAUSES: Readonly<Record<string, readonly Cases[]>> = {
  'hook, delay and deadline need more than the grace period': [
    {
      file: GRACE,
      reports: [
        'a deadline beyond what is written',
        'a deadline beyond the default',
        'a hook and a deadline together',
        'a deadline that is the default',
      ],
      silent: ['enough time', 'a deadline of the environment', 'an overlay that waits longer', 'a chart whose values differ'],
    },
  ],
  'a hook that takes the grace period': [
    {
      file: GRACE,
      reports: ['a hook that takes all of it', 'a hook that leaves next to nothing'],
      silent: ['a hook whose time a variable says', 'a hook that asks the service'],
    },
  ],
  'no grace period': [{ file: GRACE, reports: ['no time at all'], silent: ['enough time', 'a job that needs no time'] }],
  'Compose waits too short': [
    {
      file: PLATFORMS,
      reports: ['Compose: ten seconds, unless it is told otherwise'],
      silent: ['platforms that wait long enough', 'Compose files for work at the code and for tests'],
    },
  ],
  'PM2 waits too short': [
    { file: PLATFORMS, reports: ['PM2: 1.6 seconds'], silent: ['platforms that wait long enough', 'times that are not known'] },
  ],
  'systemd waits too short': [
    { file: PLATFORMS, reports: ['systemd: 90 seconds, or what is set'], silent: ['platforms that wait long enough'] },
    { file: SIGNAL, reports: ['a unit that is stopped without a signal'], silent: ['units that are told to stop'] },
  ],
  'ECS waits too short': [
    {
      file: PLATFORMS,
      reports: ['ECS: thirty seconds, or what is set'],
      silent: ['tasks that wait long enough, or for which nothing is known'],
    },
  ],
  'no drain delay': [
    {
      file: 'require-drain-delay',
      reports: ['a server that closes with SIGTERM', 'a Service in another file'],
      silent: [
        'a preStop hook that waits',
        'a shutdown that waits first',
        'one pod that is stopped before the next',
        'a mesh that holds requests back',
      ],
    },
  ],
  'a hook or probe setting that cannot work': [
    {
      file: HOOK,
      reports: ['a connection as a hook', 'two handlers', 'the time of a failed readiness probe', 'several successes for liveness'],
      silent: [
        'a wait of the platform',
        'one success for liveness',
        'the time of a failed liveness probe',
        'a stop signal with an operating system',
      ],
    },
  ],
  'a stop signal without an operating system': [
    { file: HOOK, reports: ['a stop signal without an operating system'], silent: ['a stop signal with an operating system'] },
  ],
  'a hook whose program is not in the image': [
    {
      file: HOOK,
      reports: ['sleep where there is none', 'curl in a slim image'],
      silent: ['a shell in a debug variant', 'an image that is not known'],
    },
  ],
  'a stop signal that nobody handles': [
    {
      file: SIGNAL,
      reports: [
        'a stop signal that nobody listens for',
        'SIGKILL, whoever runs',
        'a signal of Kubernetes',
        'a signal of Compose and of systemd',
      ],
      silent: ['what the service listens for', 'an image for another process, code that is not seen, a variable'],
    },
  ],
  'process 1 without a listener': [
    { file: SIGNAL, reports: ['process 1 that does not listen'], silent: ['an init in front', 'a listener in a library'] },
  ],
  'a signal of PM2 that nobody handles': [
    {
      file: SIGNAL,
      reports: ['pm2-runtime in an image', 'an app of an ecosystem file, which nothing in that file can repair'],
      silent: ['PM2 that is told otherwise'],
    },
  ],
  'liveness that asks a dependency': [
    {
      file: 'no-blocking-probe-manifests',
      reports: ['a path that says nothing, which liveness asks'],
      silent: ['a path that readiness asks', 'a service of another image'],
    },
  ],
  'liveness that asks what readiness asks': [
    {
      file: 'no-shared-probe',
      reports: ['less patience for liveness', 'a handler that is not seen'],
      silent: ['more patience for liveness', 'a handler that always says yes'],
    },
  ],
  'no readiness probe': [
    {
      file: 'require-readiness-probe',
      reports: ['a container behind a Service'],
      silent: ['a worker that no Service selects', 'a part of an object', 'an overlay that adds a probe'],
    },
  ],
  'no startup probe': [
    { file: 'require-startup-probe', reports: ['a long wait before the first question'], silent: ['a short wait', 'a startup probe'] },
  ],
  'a path that is not served': [
    {
      file: 'no-unserved-probe',
      reports: ['a path that nobody serves', 'the path of a hook'],
      silent: ['a path with a parameter', 'a package that serves health', 'a router that is not seen', 'a prefix of the environment'],
    },
  ],
  'a port that nobody listens on': [
    {
      file: 'no-unserved-probe',
      reports: ['a port without a listener', 'the name of no port'],
      silent: ['another server of the same process', 'a port of the environment'],
    },
  ],
  'a probe that waits too short': [
    {
      file: 'valid-probe-timeout',
      reports: ['a request that may take longer than the default'],
      silent: ['a request that gives up sooner', 'a bound that a setting says'],
    },
  ],
  'an update that takes all pods away': [
    {
      file: 'no-unsafe-rollout',
      reports: ['several pods that are stopped together', 'all of them', 'as many as there are'],
      silent: ['what Kubernetes does by default', 'one pod', 'a volume for one pod at a time'],
    },
  ],
  'a shell in front, written': [
    { file: COMMAND, reports: ['sh -c in the exec form', 'Kubernetes'] },
    { file: COMMAND_SILENT, silent: ['exec in every place', 'SHELL, bash, other programs'] },
  ],
  'a shell in front, implied': [
    { file: COMMAND, reports: ['the shell form', 'the shell form on Alpine, and on an image that is not known'] },
    { file: COMMAND_SILENT, silent: ['the exec form', 'exec in every place'] },
  ],
  'a package manager in front': [
    { file: COMMAND, reports: ['npm start', 'npm start behind tini', 'yarn 1, whatever the shell', 'npx'] },
    { file: COMMAND_SILENT, silent: ['managers that wait', 'work at the code, tasks, Procfiles'] },
  ],
  'an entrypoint script in front': [
    { file: COMMAND, reports: ['an entrypoint script without exec', 'an entrypoint script that does not become its arguments'] },
    { file: COMMAND_SILENT, silent: ['exec in every place', 'scripts that wait until the service is gone'] },
  ],
  'a runner for development in front': [
    { file: COMMAND, reports: ['nodemon', 'Compose'] },
    { file: COMMAND_SILENT, silent: ['work at the code, tasks, Procfiles', 'nodemon where the service drains on SIGINT too'] },
  ],
  'a package script without exec': [
    { file: COMMAND, reports: ['a package script that does more than to start the service'] },
    { file: COMMAND_SILENT, silent: ['exec in every place'] },
  ],
  'children without an init': [
    {
      file: 'require-init-process',
      reports: ['Node.js as process 1'],
      silent: ['an init in the image or of the platform', 'a service that starts nothing'],
    },
  ],
  'a wait for a message that nobody sends': [
    { file: 'require-ready-message', reports: ['an ecosystem file in CommonJS'], silent: ['an app that says so'] },
  ],
  'a helper that ends beside the app': [
    { file: 'no-late-sidecar', reports: ['a proxy to the database'], silent: ['a sidecar', 'a proxy that waits by itself'] },
  ],
};

/** The names of the cases in a file of tests, by what is expected of them. */
function casesIn(file: string): Readonly<Record<'reports' | 'silent', readonly string[]>> {
  const text = readFileSync(new URL(`../rules/${file}.test.ts`, import.meta.url), 'utf8');
  const found: Record<'reports' | 'silent', string[]> = { reports: [], silent: [] };
  let kind: 'reports' | 'silent' = 'reports';
  for (const { groups } of text.matchAll(/^ {2}(?<kind>reports|silent): \[|\bname: (?<quote>['"`])(?<name>.*?)\k<quote>/gmu)) {
    if (groups?.['kind'] !== undefined) kind = groups['kind'] === 'silent' ? 'silent' : 'reports';
    else found[kind].push(groups?.['name'] ?? '');
  }
  return found;
}

test.each(Object.entries(CAUSES))('%s', (_, all) => {
  for (const kind of ['reports', 'silent'] as const) {
    expect(all.flatMap((cases) => cases[kind] ?? []).length).toBeGreaterThan(0);
    for (const { file, [kind]: names = [] } of all) expect(casesIn(file)[kind]).toEqual(expect.arrayContaining([...names]));
  }
});

test('each rule for manifests has a cause', () => {
  const files = Object.values(CAUSES).flatMap((all) => all.map(({ file }) => file));
  const rules = Object.entries(plugin.rules).filter(([, { meta }]) => String(meta.docs.preset).includes('manifests'));
  expect(rules.map(([rule]) => rule).filter((rule) => !files.includes(rule))).toEqual([]);
});
