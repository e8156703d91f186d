import path from 'node:path';
import type { Span } from '../../facts/module-facts.js';
import { exists, foldersAbove } from '../disk.js';
import { rootOf } from '../roots.js';
import type { Service } from '../service.js';
import type { ProjectSettings } from '../settings.js';
import { Workspace } from '../workspace.js';
import type { ManifestFile } from './listing.js';
import type { ManifestFiles } from './manifest-files.js';

/** Gives the linked program of a workspace; undefined where there is none, or none yet. */
export type ServiceFinder = (workspace: Workspace, settings: ProjectSettings) => Service | undefined;

/** What the rules for manifests ask: the manifests of one repository, joined with the services that stand in it. */
export class Deployment {
  readonly #answers = new Map<unknown, unknown>();
  readonly #services = new Map<Workspace, Service>();
  readonly #version: number;

  constructor(
    readonly manifests: ManifestFiles,
    readonly settings: ProjectSettings,
    readonly findService: ServiceFinder,
  ) {
    this.#version = manifests.version;
  }

  get root(): string {
    return this.manifests.root;
  }

  get files(): readonly ManifestFile[] {
    return this.manifests.files;
  }

  text(file: string): string | undefined {
    return this.manifests.text(file);
  }

  /** The answer to a question about the whole, found once. */
  ask<Answer>(question: (deployment: Deployment) => Answer): Answer {
    if (!this.#answers.has(question)) this.#answers.set(question, question(this));
    return this.#answers.get(question) as Answer;
  }

  /** What a reader finds in a file, read once; undefined for a file that cannot be read. */
  read<Facts>(file: string, reader: (text: string) => Facts): Facts | undefined {
    return this.manifests.read(file, reader);
  }

  /** The linked program of the package in a folder or nearest above it; undefined where there is no package. */
  serviceAt(folder: string): Service | undefined {
    const manifest = foldersAbove(path.join(folder, 'package.json'))
      .filter((one) => one === this.root || one.startsWith(this.root + path.sep))
      .map((one) => path.join(one, 'package.json'))
      .find((file) => exists(file));
    if (manifest === undefined) return undefined;
    const workspace = Workspace.of(manifest);
    const service = this.findService(workspace, this.settings);
    if (service) this.#services.set(workspace, service);
    return service;
  }

  /** `deploy/app.yaml:12`, relative to the root. */
  place(file: string, span: Span): string {
    const line = (this.text(file) ?? '').slice(0, span[0]).split('\n').length;
    return `${path.relative(this.root, file).split(path.sep).join('/')}:${String(line)}`;
  }

  /** Whether nothing that it has read has changed since. */
  get isCurrent(): boolean {
    if (this.manifests.version !== this.#version) return false;
    return [...this.#services].every(([workspace, service]) => this.findService(workspace, this.settings) === service);
  }
}

/**
 * The folder whose manifests belong together: the repository. Without one, the folder that ESLint runs in, if the file is in it,
 * else the workspace of the file.
 */
export function deploymentRootOf(file: string, cwd: string): string {
  const repository = foldersAbove(file).find((folder) => exists(path.join(folder, '.git')));
  if (repository !== undefined) return repository;
  const isInside = file.startsWith(cwd + path.sep) && path.dirname(cwd) !== cwd;
  return isInside ? cwd : (rootOf(file)?.dir ?? path.dirname(file));
}
