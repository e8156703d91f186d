import { countOpenOrders } from './db.js';

export const gauges = { openOrders: 0 };

export function startMetrics(): void {
  setInterval(async () => {
    gauges.openOrders = await countOpenOrders();
  }, 15_000);
}
