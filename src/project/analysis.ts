import { libraries } from '../catalogue/index.js';
import { commandedIn, type Commanded } from './deployment/commanded.js';
import { Knowledge } from './knowledge.js';
import { relevantFiles } from './relevance.js';
import { Service } from './service.js';
import type { ProjectSettings } from './settings.js';
import type { Workspace } from './workspace.js';

interface Analysed {
  readonly version: number;
  readonly leftOut: ReadonlySet<string>;
  readonly settings: ProjectSettings;
  readonly commanded: readonly Commanded[];
  readonly service: Service;
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
  const isSame = known?.version === version && known.settings === settings && known.leftOut === leftOut && known.commanded === commanded;
  if (isSame) return known.service;
  const knows = knowledgeFor(settings);
  const service = new Service(workspace, knows, relevantFiles(workspace, knows), settings, commanded);
  analysed.set(workspace, { version, leftOut, settings, commanded, service });
  return service;
}

function knowledgeFor(settings: ProjectSettings): Knowledge {
  const known = knowledge.get(settings);
  if (known) return known;
  const made = new Knowledge([...settings.catalogue, ...libraries]);
  knowledge.set(settings, made);
  return made;
}
