import { startApi } from './api.js';
import { migrate } from './migrate.js';
import { run } from './run.js';

async function main([command]) {
  switch (command) {
    case 'api':
      return run(startApi);
    case 'worker': {
      const { startWorker } = await import('./worker.js');
      return run(startWorker);
    }
    case 'migrate':
      return run(migrate);
    default:
      throw new Error('Which command?');
  }
}

await main(process.argv.slice(2));
