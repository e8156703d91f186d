import fs from 'node:fs/promises';
import net from 'node:net';
import { program } from 'commander';

let isDone = false;

async function addUser(name) {
  isDone = true;
  await fs.appendFile('users', `${name}\n`);
}

function start() {
  isDone = true;
  const server = net.createServer((socket) => socket.end('bye\n'));
  server.listen(Number(program.opts().port)); // expect: require-sigterm-listener
}

program.option('--data <folder>').option('--port <port>');
program.command('adduser <name>').action(addUser);
program.command('start').action(start);
program.parse();
if (!isDone) start();
