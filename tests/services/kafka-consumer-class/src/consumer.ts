import { Consumer, Kafka } from 'kafkajs';
import type { Store } from './store';

export class AuditConsumer {
  private readonly consumer: Consumer;

  constructor(private readonly store: Store) {
    const kafka = new Kafka({ clientId: 'audit', brokers: ['kafka:9092'] });
    this.consumer = kafka.consumer({ groupId: 'audit' });
  }

  async start(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: 'events' });
    await this.consumer.run({
      eachMessage: async ({ message }) => {
        await this.store.save(message.value?.toString() ?? '');
      },
    });
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}
