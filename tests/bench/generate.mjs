/** Writes a service of about `count` TypeScript files as people write them, 4 KB each: routers, services, repositories, models, helpers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILES_A_FEATURE = 5;

export function generate(folder, count) {
  const features = Math.ceil((count - 5) / FILES_A_FEATURE);
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const dependencies = { express: '^4.21.0', pg: '^8.13.0', bullmq: '^5.30.0', pino: '^9.5.0' };
  write(
    'package.json',
    JSON.stringify({
      name: 'generated',
      private: true,
      type: 'module',
      main: 'src/main.ts',
      scripts: { start: 'tsx src/main.ts' },
      dependencies,
    }),
  );
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', target: 'es2022', strict: true }, include: ['src'] }));
  write('src/logger.ts', LOGGER);
  write('src/database.ts', DATABASE);
  write('src/errors.ts', ERRORS);
  write('src/queue.ts', QUEUE);
  write('src/main.ts', main(features));
  for (let feature = 0; feature < features; feature += 1)
    for (const [name, text] of Object.entries(files(feature))) write(`src/features/f${feature}/${name}`, text);
}

const LOGGER = `import pino from 'pino';

export const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });
`;
const DATABASE = `import { Pool } from 'pg';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export async function query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const { rows } = await pool.query(text, [...values]);
  return rows as Row[];
}
`;
const ERRORS = `export class NotFound extends Error {
  readonly status = 404;
  constructor(readonly id: string) {
    super(\`\${id} is not there\`);
  }
}
`;
const QUEUE = `import { Queue, Worker } from 'bullmq';
import { logger } from './logger.js';

const connection = { host: 'redis', port: 6379 };

export const mails = new Queue('mails', { connection });
export const worker = new Worker('mails', async (job) => {
  logger.info({ id: job.id }, 'sent');
}, { connection });
`;

function main(features) {
  const list = Array.from({ length: features }, (_, feature) => feature);
  return `import express from 'express';
import { pool } from './database.js';
import { logger } from './logger.js';
import { mails, worker } from './queue.js';
${list.map((feature) => `import { router${feature} } from './features/f${feature}/router.js';`).join('\n')}

const app = express();
app.use(express.json());
app.get('/healthz', (_request, response) => response.sendStatus(200));
${list.map((feature) => `app.use('/f${feature}', router${feature});`).join('\n')}
const server = app.listen(3000, () => logger.info('listening'));

let isStopping = false;
async function stop(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await worker.close();
  await mails.close();
  await pool.end();
}
process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
`;
}

/** What a feature deals with: as many kinds make files as long as those of real services, 4 KB on average. */
const KINDS = ['Item', 'Tag', 'Note', 'Share', 'Draft'];

const each = (write) => KINDS.map((kind) => write(kind, kind.toLowerCase())).join('\n');

function files(feature) {
  return {
    'router.ts': `import { Router } from 'express';
import { NotFound } from '../../errors.js';
import { logger } from '../../logger.js';
import { Service${feature} } from './service.js';

const service = new Service${feature}();
export const router${feature} = Router();
${each(
  (kind, name) => `
router${feature}.get('/${name}s', async (request, response, next) => {
  try {
    response.json(await service.list${kind}s(Number(request.query.page ?? 0)));
  } catch (error) {
    next(error);
  }
});
router${feature}.get('/${name}s/:id', async (request, response, next) => {
  try {
    const found = await service.find${kind}(request.params.id);
    if (!found) throw new NotFound(request.params.id);
    response.json(found);
  } catch (error) {
    logger.warn({ error }, '${name} not found');
    next(error);
  }
});
router${feature}.post('/${name}s', async (request, response, next) => {
  try {
    response.status(201).json(await service.add${kind}(request.body));
  } catch (error) {
    next(error);
  }
});`,
)}
`,
    'service.ts': `import { mails } from '../../queue.js';
import * as mapping from './mapping.js';
import type * as model from './model.js';
import { Repository${feature} } from './repository.js';

const PAGE = 50;

export class Service${feature} {
  private readonly repository = new Repository${feature}();
${each(
  (kind, name) => `
  async list${kind}s(page: number): Promise<readonly model.${kind}[]> {
    const rows = await this.repository.${name}Page(page * PAGE, PAGE);
    return rows.map(mapping.to${kind}).filter((${name}) => !${name}.removed);
  }

  /** The ${name}, unless it has been removed. */
  async find${kind}(id: string): Promise<model.${kind} | undefined> {
    const row = await this.repository.${name}ById(id);
    const found = row && mapping.to${kind}(row);
    return found?.removed ? undefined : found;
  }

  async add${kind}(${name}: model.${kind}): Promise<model.${kind}> {
    const row = await this.repository.insert${kind}(mapping.from${kind}(${name}));
    await mails.add('added', { id: row.id, kind: '${name}' });
    return mapping.to${kind}(row);
  }`,
)}
}
`,
    'repository.ts': `import { query } from '../../database.js';
import type * as model from './model.js';

export class Repository${feature} {${each(
      (kind, name) => `
  async ${name}Page(offset: number, limit: number): Promise<readonly model.${kind}Row[]> {
    return query<model.${kind}Row>('select * from ${name}_${feature} order by id offset $1 limit $2', [offset, limit]);
  }

  async ${name}ById(id: string): Promise<model.${kind}Row | undefined> {
    const [row] = await query<model.${kind}Row>('select * from ${name}_${feature} where id = $1', [id]);
    return row;
  }

  async insert${kind}(row: model.${kind}Row): Promise<model.${kind}Row> {
    const text = 'insert into ${name}_${feature} (id, name, created_at) values ($1, $2, $3) returning *';
    const [inserted] = await query<model.${kind}Row>(text, [row.id, row.name, row.created_at]);
    if (!inserted) throw new Error('${name} not inserted');
    return inserted;
  }
`,
    )}}
`,
    'model.ts': `${each(
      (kind) => `/** As the database has it. */
export interface ${kind}Row {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string | null;
  readonly created_at: Date;
  readonly removed_at: Date | null;
}

/** As clients see it. */
export interface ${kind} {
  readonly id: string;
  readonly name: string;
  readonly owner?: string;
  readonly created: string;
  readonly removed: boolean;
}

export const ${kind.toUpperCase()}_STATES = ['new', 'open', 'closed'] as const;
export type ${kind}State = (typeof ${kind.toUpperCase()}_STATES)[number];
`,
    )}`,
    'mapping.ts': `import type * as model from './model.js';

${each(
  (kind, name) => `export function to${kind}(row: model.${kind}Row): model.${kind} {
  const { id, name, created_at, removed_at, owner_id } = row;
  return { id, name, owner: owner_id ?? undefined, created: created_at.toISOString(), removed: removed_at !== null };
}

export function from${kind}(${name}: model.${kind}): model.${kind}Row {
  return {
    id: ${name}.id,
    name: ${name}.name.trim(),
    owner_id: ${name}.owner ?? null,
    created_at: new Date(${name}.created),
    removed_at: ${name}.removed ? new Date() : null,
  };
}

export function changedIn${kind}(before: model.${kind}, after: model.${kind}): readonly (keyof model.${kind})[] {
  const keys = Object.keys(before) as (keyof model.${kind})[];
  return keys.filter((key) => before[key] !== after[key]);
}
`,
)}`,
  };
}
