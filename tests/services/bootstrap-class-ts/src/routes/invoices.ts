import { Router } from 'express';
import { dataSource } from '@app/data-source';

export const invoices = Router();

invoices.get('/', async (_req, res) => {
  res.json(await dataSource.query('select * from invoice'));
});
