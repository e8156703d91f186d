import type { Span } from '../../facts/module-facts.js';
import { deliveryOf, isProcessOne } from '../../manifests/command/delivery.js';
import type { Stated } from '../../manifests/stated.js';
import { managedApps, unitServices, type ManagedApp } from '../deployment/apps.js';
import { composedContainers } from '../deployment/composed-containers.js';
import type { Running } from '../deployment/running.js';
import type { Deployment } from '../deployment/deployment.js';
import { startsOf, type Start } from '../deployment/starts.js';
import { workloadsOf } from '../deployment/workloads.js';
import { handlesSignal } from './signals.js';

/** A stop signal that a manifest chooses, and that the code cannot or does not handle. */
export interface ChosenSignal {
  readonly file: string;
  readonly span: Span;
  /** `SIGINT`. */
  readonly signal: string;
  /** Undefined for a signal that nobody can handle. */
  readonly running: Running | undefined;
}

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  15: 'SIGTERM',
  19: 'SIGSTOP',
};

/** `TERM`, `SIGTERM` and `15` are one signal. */
export function signalNamed(written: string | undefined): string | undefined {
  const name = written
    ?.trim()
    .replace(/^["']|["']$/gu, '')
    .toUpperCase();
  if (name === undefined || name === '' || /[${]/u.test(name)) return undefined;
  return NUMBERS[name] ?? (name.startsWith('SIG') ? name : `SIG${name}`);
}

export function chosenSignals(deployment: Deployment): readonly ChosenSignal[] {
  const chosen = [...imageSignals(deployment), ...composeSignals(deployment), ...podSignals(deployment), ...unitSignals(deployment)];
  return chosen.flatMap(({ file, stated, running }): readonly ChosenSignal[] => {
    const signal = signalNamed(stated.value);
    if (signal === undefined || signal === 'SIGTERM') return [];
    if (signal === 'SIGKILL' || signal === 'SIGSTOP') return [{ file, span: stated.span, signal, running: undefined }];
    const isUnhandled = running && handlesSignal(running.service, running.process, signal) === 'no';
    return isUnhandled ? [{ file, span: stated.span, signal, running }] : [];
  });
}

interface Choice {
  readonly file: string;
  readonly stated: Stated<string>;
  readonly running: Running | undefined;
}

function imageSignals(deployment: Deployment): readonly Choice[] {
  return deployment.ask(startsOf).flatMap(({ platform, file, image, running }) => {
    const signal = platform === 'docker' ? image?.stopSignal : undefined;
    return signal ? [{ file, stated: { value: signal.text, span: signal.span }, running }] : [];
  });
}

function composeSignals(deployment: Deployment): readonly Choice[] {
  return deployment
    .ask(composedContainers)
    .flatMap(({ file, own, start }) => (own.stopSignal ? [{ file, stated: own.stopSignal, running: start.running }] : []));
}

function podSignals(deployment: Deployment): readonly Choice[] {
  return deployment
    .ask(workloadsOf)
    .flatMap((workload) =>
      workload.containers.flatMap(({ fact, source }) =>
        fact.stopSignal ? [{ file: workload.file, stated: fact.stopSignal, running: source?.running }] : [],
      ),
    );
}

function unitSignals(deployment: Deployment): readonly Choice[] {
  return deployment
    .ask(unitServices)
    .flatMap(({ file, unit, running }) => (unit.killSignal ? [{ file, stated: unit.killSignal, running }] : []));
}

/** A unit that systemd stops without a signal. */
export interface UnsentSignal {
  readonly file: string;
  readonly span: Span;
  readonly running: Running;
}

/** With `KillMode=none` only a command of the unit stops the service. */
export function unsentSignals(deployment: Deployment): readonly UnsentSignal[] {
  return deployment.ask(unitServices).flatMap(({ file, unit: { killMode, hasStop }, running }) => {
    return running && !hasStop && killMode?.value === 'none' ? [{ file, span: killMode.span, running }] : [];
  });
}

/** Node.js as process 1 that handles no SIGTERM: the kernel drops the signal. */
export interface DeafStart {
  readonly start: Start;
  readonly running: Running;
}

export function deafStarts(deployment: Deployment): readonly DeafStart[] {
  return deployment.ask(startsOf).flatMap((start) => {
    const { chain, running, image, hasUnseenFront } = start;
    const isDefault = (signalNamed(image?.stopSignal?.text) ?? 'SIGTERM') === 'SIGTERM';
    if (!running || !isDefault || hasUnseenFront || !isProcessOne(chain)) return [];
    return handlesSignal(running.service, running.process, 'SIGTERM') === 'no' ? [{ start, running }] : [];
  });
}

/** An app that drains on SIGTERM alone, and that PM2 stops by SIGINT. */
export interface InterruptedApp {
  readonly file: string;
  readonly span: Span;
  readonly running: Running;
  /** The command that starts PM2, where no ecosystem file does. */
  readonly start?: Start;
}

export function interruptedApps(deployment: Deployment): readonly InterruptedApp[] {
  if (deployment.files.some(({ path: file }) => deployment.text(file)?.includes('PM2_KILL_SIGNAL') === true)) return [];
  const started = deployment.ask(startsOf).flatMap((start): readonly InterruptedApp[] => {
    const { culprit, outcome } = deliveryOf(start.chain);
    if (outcome !== 'interrupted' || culprit?.program !== 'pm2-runtime' || !start.running || !isCut(start.running)) return [];
    return [{ file: start.file, span: start.span, running: start.running, start }];
  });
  return [...deployment.ask(managedApps).flatMap(interrupted), ...started];
}

function interrupted({ file, app, running }: ManagedApp): readonly InterruptedApp[] {
  const isAsked = app.shutdownWithMessage !== undefined && app.shutdownWithMessage.value !== false;
  if (!app.script || !running || isAsked || !isCut(running)) return [];
  return [{ file, span: app.script.span, running }];
}

function isCut({ service, process }: Running): boolean {
  return handlesSignal(service, process, 'SIGINT') === 'no' && handlesSignal(service, process, 'SIGTERM') === 'yes';
}
