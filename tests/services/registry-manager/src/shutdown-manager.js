class ShutdownManager {
  #handlers = [];
  #running = false;

  register(name, handler) {
    this.#handlers.push({ name, handler });
  }

  listen() {
    process.on('SIGTERM', () => this.run('SIGTERM'));
    process.on('SIGINT', () => this.run('SIGINT'));
  }

  async run(signal) {
    if (this.#running) return;
    this.#running = true;
    console.log(`${signal}: stopping ${this.#handlers.length} parts`);
    const timer = setTimeout(() => process.exit(1), 15_000);
    timer.unref();
    for (const { name, handler } of this.#handlers) {
      try {
        await handler();
      } catch (error) {
        console.error(name, error);
      }
    }
    process.exit(0);
  }
}

export const shutdownManager = new ShutdownManager();
