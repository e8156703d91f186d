import express, { type Request, type Response } from 'express';
import { sleep } from './db.ts';

const app = express();

app.get('/work', async (request: Request, response: Response) => {
  await sleep(0.2);
  response.send('ok');
});

app.listen(Number(process.env.PORT), '127.0.0.1');
