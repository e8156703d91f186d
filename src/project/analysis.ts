import { libraries } from '../catalogue/index.js';
import { Knowledge } from './knowledge.js';
import { relevantFiles } from './relevance.js';
import { Service } from './service.js';
import type { ProjectSettings } from './settings.js';
import type { Workspace } from './workspace.js';

interface Analysed {
  readonly version: number;
  readonly settings: ProjectSettings;
  readonly service: Service;
}

const analysed = new WeakMap<Workspace, Analysed>();
const knowledge = new WeakMap<ProjectSettings, Knowledge>();

/** The linked service of a workspace; made again when a file of it has changed. */
export function serviceOf(workspace: Workspace, settings: ProjectSettings): Service {
  workspace.refresh();
  const known = analysed.get(workspace);
  if (known && known.version === workspace.version && known.settings === settings) return known.service;
  const knows = knowledgeFor(settings);
  const service = new Service(workspace, knows, relevantFiles(workspace, knows), settings);
  analysed.set(workspace, { version: workspace.version, settings, service });
  return service;
}

function knowledgeFor(settings: ProjectSettings): Knowledge {
  const known = knowledge.get(settings);
  if (known) return known;
  const made = new Knowledge([...settings.catalogue, ...libraries]);
  knowledge.set(settings, made);
  return made;
}
