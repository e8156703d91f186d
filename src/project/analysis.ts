import { libraries } from '../catalogue/index.js';
import { commandedIn, type Commanded } from './deployment/commanded.js';
import { Knowledge } from './knowledge.js';
import { relevantFiles } from './relevance.js';
import { scopeOf } from './scope.js';
import { Service } from './service.js';
import type { ProjectSettings } from './settings.js';
import type { Workspace } from './workspace.js';

interface Analysed {
  readonly version: number;
  readonly leftOut: ReadonlySet<string>;
  readonly settings: ProjectSettings;
  readonly commanded: readonly Commanded[];
  readonly service: Service;
  /** All that the service was made of. */
  readonly basis: readonly unknown[];
}

const analysed = new WeakMap<Workspace, Analysed>();
const knowledge = new WeakMap<ProjectSettings, Knowledge>();

/** The linked service of a workspace; made again when what it is made of has changed. */
export function serviceOf(workspace: Workspace, settings: ProjectSettings): Service {
  workspace.refresh();
  const known = analysed.get(workspace);
  const { version } = workspace;
  const { leftOut } = workspace.faults;
  const commanded = commandedIn(workspace, settings);
  const isAsked = known?.settings === settings && known.leftOut === leftOut && known.commanded === commanded;
  if (isAsked && known.version === version) return known.service;
  const knows = knowledgeFor(settings);
  const relevant = relevantFiles(workspace, knows);
  const basis = basisOf(workspace, relevant);
  const isSame = isAsked && isEqual(known.basis, basis);
  const service = isSame ? known.service : new Service(workspace, knows, relevant, settings, commanded);
  analysed.set(workspace, { version, leftOut, settings, commanded, service, basis });
  return service;
}

/** Texts of the relevant files; of the others, what they are for and what they import. */
function basisOf(workspace: Workspace, relevant: readonly string[]): readonly unknown[] {
  const texts = relevant.flatMap((file) => [file, workspace.text(file)]);
  return [workspace.shape, ...texts, ...workspace.files.flatMap((file) => [scopeOf(file, workspace), ...workspace.importsOf(file)])];
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

function knowledgeFor(settings: ProjectSettings): Knowledge {
  const known = knowledge.get(settings);
  if (known) return known;
  const made = new Knowledge([...settings.catalogue, ...libraries]);
  knowledge.set(settings, made);
  return made;
}
