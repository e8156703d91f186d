/** How the text of a manifest is written. */
export type Format = 'yaml' | 'dockerfile' | 'plain';

/** What ESLint is told to look at, and with which of the two languages. */
export const YAML_FILES = [
  '**/*.{yaml,yml}',
  '**/package.json',
  '**/{ecosystem,pm2,process}*.json',
  '**/{task-definition,task_definition,taskdef}*.json',
  '**/*.{k8s,kube,deployment,service,pod}.json',
  '**/{k8s,K8s,kubernetes,kube,manifests,deploy,deployment,deployments,ecs}/**/*.json',
];
export const TEXT_FILES = [
  '**/{Dockerfile,Containerfile}',
  '**/{Dockerfile,Containerfile}{.,-,_}*',
  '**/*.{Dockerfile,dockerfile}',
  '**/{Procfile,Procfile.*}',
  '**/*.service',
  '**/*.sh',
  '**/{entrypoint,docker-entrypoint}',
];
/** Ecosystem files of PM2 are modules. */
export const SCRIPT_FILES = ['**/{ecosystem,pm2,process}*.{js,cjs,mjs}'];

/** Locks and other long files that no platform reads. */
export const NO_MANIFESTS = ['**/{pnpm-lock,yarn-lock}.{yaml,yml}', '**/*.dockerignore', '**/package-lock.json'];

const DOCKERFILE = /(?:^|\/)(?:Dockerfile|Containerfile)(?:[._-][^/]*)?$|\.[Dd]ockerfile$/u;
const PLAIN = /(?:^|\/)Procfile(?:\.[^/]*)?$|\.service$|\.sh$|(?:^|\/)(?:docker-)?entrypoint$/u;
const JSON_NAME =
  /^(?:package|(?:ecosystem|pm2|process|task-definition|task_definition|taskdef).*|.*\.(?:k8s|kube|deployment|service|pod))\.json$/u;
const JSON_FOLDER = /(?:^|\/)(?:[Kk]8s|kubernetes|kube|manifests|deploy|deployments?|ecs)\//u;
const NONE = /(?:^|\/)(?:pnpm-lock|yarn-lock)\.ya?ml$|\.dockerignore$|(?:^|\/)package-lock\.json$/u;

/** By the path below the repository, with `/` between folders; undefined for what is no manifest. */
export function formatOf(file: string): Format | undefined {
  if (NONE.test(file)) return undefined;
  if (/\.ya?ml$/u.test(file) || isJson(file)) return 'yaml';
  if (DOCKERFILE.test(file)) return 'dockerfile';
  return PLAIN.test(file) ? 'plain' : undefined;
}

/** An ecosystem file of PM2 that is a module. */
export function isEcosystemModule(file: string): boolean {
  return /(?:^|\/)(?:ecosystem|pm2|process)[^/]*\.[cm]?js$/u.test(file);
}

function isJson(file: string): boolean {
  return file.endsWith('.json') && (JSON_FOLDER.test(file) || JSON_NAME.test(file.slice(file.lastIndexOf('/') + 1)));
}
