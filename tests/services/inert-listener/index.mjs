import express from 'express';
import { log } from './log.mjs';

const app = express();
app.get('/', (req, res) => res.send('hello'));

process.on('SIGTERM', () => { // expect: no-inert-signal-listener
  log('SIGTERM received');
});
process.on('SIGHUP', () => log('reload'));
process.on('SIGKILL', () => log('killed')); // expect: valid-signal
process.on('SIGNTERM', () => process.exit(0)); // expect: valid-signal

app.listen(3000);
