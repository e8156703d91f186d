/**
 * Stands in for kafkajs where no broker is: messages come by themselves. As in the library, `disconnect()` of a consumer waits for the
 * handlers that run, and a producer that is disconnected throws.
 */
const { setTimeout: sleep } = require('node:timers/promises');

const PARTITIONS = 3;

class Consumer {
  #isStopped = false;
  #partitions = [];

  async connect() {
    await sleep(50);
    this.connection = setInterval(() => undefined, 1000);
  }

  async subscribe() {
    await sleep(10);
  }

  async run({ eachMessage }) {
    this.#partitions = Array.from({ length: PARTITIONS }, (_, partition) => this.#consume(partition, eachMessage));
  }

  async #consume(partition, eachMessage) {
    for (let offset = 0; !this.#isStopped; offset += 1) {
      await eachMessage({ topic: 'orders', partition, message: { offset: `${partition}-${offset}`, value: Buffer.from('order') } });
      await sleep(5);
    }
  }

  async disconnect() {
    this.#isStopped = true;
    await Promise.all(this.#partitions);
    clearInterval(this.connection);
  }
}

class Producer {
  #isConnected = false;

  async connect() {
    await sleep(50);
    this.#isConnected = true;
  }

  async send() {
    if (!this.#isConnected) throw new Error('The producer is disconnected');
    await sleep(5);
    return [];
  }

  async disconnect() {
    await sleep(5);
    this.#isConnected = false;
  }
}

exports.Kafka = class Kafka {
  consumer() {
    return new Consumer();
  }

  producer() {
    return new Producer();
  }
};
