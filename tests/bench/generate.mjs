/** Writes a service of about `count` TypeScript files as people write them: routers, services, repositories, models, helpers. */
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

function files(feature) {
  return {
    'router.ts': `import { Router } from 'express';
import { NotFound } from '../../errors.js';
import { logger } from '../../logger.js';
import { Service${feature} } from './service.js';

const service = new Service${feature}();
export const router${feature} = Router();

router${feature}.get('/', async (request, response, next) => {
  try {
    response.json(await service.list(Number(request.query.page ?? 0)));
  } catch (error) {
    next(error);
  }
});
router${feature}.get('/:id', async (request, response, next) => {
  try {
    const found = await service.find(request.params.id);
    if (!found) throw new NotFound(request.params.id);
    response.json(found);
  } catch (error) {
    logger.warn({ error }, 'not found');
    next(error);
  }
});
router${feature}.post('/', async (request, response, next) => {
  try {
    response.status(201).json(await service.add(request.body));
  } catch (error) {
    next(error);
  }
});
`,
    'service.ts': `import { mails } from '../../queue.js';
import { toModel, toRow } from './mapping.js';
import type { Item } from './model.js';
import { Repository${feature} } from './repository.js';

const PAGE = 50;

export class Service${feature} {
  private readonly repository = new Repository${feature}();

  async list(page: number): Promise<readonly Item[]> {
    const rows = await this.repository.page(page * PAGE, PAGE);
    return rows.map(toModel).filter((item) => !item.removed);
  }

  async find(id: string): Promise<Item | undefined> {
    const row = await this.repository.byId(id);
    return row && toModel(row);
  }

  async add(item: Item): Promise<Item> {
    const row = await this.repository.insert(toRow(item));
    await mails.add('added', { id: row.id });
    return toModel(row);
  }
}
`,
    'repository.ts': `import { query } from '../../database.js';
import type { Row } from './model.js';

export class Repository${feature} {
  async page(offset: number, limit: number): Promise<readonly Row[]> {
    return query<Row>('select * from item_${feature} order by id offset $1 limit $2', [offset, limit]);
  }

  async byId(id: string): Promise<Row | undefined> {
    const [row] = await query<Row>('select * from item_${feature} where id = $1', [id]);
    return row;
  }

  async insert(row: Row): Promise<Row> {
    const [inserted] = await query<Row>('insert into item_${feature} (id, name) values ($1, $2) returning *', [row.id, row.name]);
    if (!inserted) throw new Error('not inserted');
    return inserted;
  }
}
`,
    'model.ts': `export interface Row {
  readonly id: string;
  readonly name: string;
  readonly created_at: Date;
  readonly removed_at: Date | null;
}

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly removed: boolean;
}

export const STATES${feature} = ['new', 'open', 'closed'] as const;
export type State = (typeof STATES${feature})[number];
`,
    'mapping.ts': `import type { Item, Row } from './model.js';

export function toModel(row: Row): Item {
  return { id: row.id, name: row.name, created: row.created_at.toISOString(), removed: row.removed_at !== null };
}

export function toRow(item: Item): Row {
  return { id: item.id, name: item.name.trim(), created_at: new Date(item.created), removed_at: item.removed ? new Date() : null };
}

export function changed(before: Item, after: Item): readonly (keyof Item)[] {
  const keys = Object.keys(before) as (keyof Item)[];
  return keys.filter((key) => before[key] !== after[key]);
}
`,
  };
}
