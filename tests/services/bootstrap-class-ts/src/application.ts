import { createServer, type Server } from 'http';
import express from 'express';
import { dataSource } from '@app/data-source';
import { invoices } from '@app/routes/invoices';

export class Application {
  private server?: Server;

  async start(): Promise<void> {
    await dataSource.initialize();
    const app = express();
    app.use('/invoices', invoices);
    this.server = createServer(app);
    this.server.listen(3000);
  }

  async stop(): Promise<void> {
    await this.server?.close(); // expect: no-unawaited-close
    await dataSource.destroy();
  }
}
