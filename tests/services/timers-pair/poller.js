export class Poller {
  latest = null;
  #timer;

  start() {
    this.#timer = setInterval(() => this.poll(), 1000);
  }

  async poll() {
    const response = await fetch('http://prices/latest', { signal: AbortSignal.timeout(500) });
    this.latest = await response.json();
  }

  stop() {
    clearInterval(this.#timer);
  }
}
