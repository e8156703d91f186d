import { Command } from 'commander';
import { migrate } from './migrate.ts';
import { poll } from './poll.ts';
import { serve } from './serve.ts';
import { consume, work } from './work.ts';

const program = new Command();
program.name('orders').description('Everything about orders.');
program
  .command('serve')
  .option('--port <port>')
  .action(({ port }: { port?: string }) => serve(Number(port ?? 3000)));
program.command('work <queue>').action(work);
const consuming = program.command('consume').description('Without a shutdown.');
consuming.action(() => consume());
program.command('poll').action(poll);
program.command('migrate').action(migrate);
await program.parseAsync();
