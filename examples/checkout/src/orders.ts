import { randomUUID } from 'node:crypto';
import { Queue } from 'bullmq';
import { Router } from 'express';
import { saveOrder } from './db.js';

export const receipts = new Queue('receipts');
export const orders = Router();

orders.post('/', async (request, response) => {
  const order = { id: randomUUID(), total: Number(request.body.total) };
  try {
    await saveOrder(order);
    await receipts.add('receipt', order);
    response.status(201).json(order);
  } catch (error) {
    console.error('the order could not be saved', error);
    process.exit(1);
  }
});
