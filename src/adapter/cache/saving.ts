/** What lies between two saves, as often as the first one took: with hundreds of packages it is not done for each of them. */
const REST = 4;

/** Saves once for all that comes in one turn, and no more often than it is worth. */
export class Saving {
  #isDue = false;
  /** When the next one may begin. */
  #next = 0;

  constructor(readonly save: () => void) {}

  /** The other rules of a file come first. */
  soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const wait = this.#next - performance.now();
    if (wait > 0) setTimeout(this.#run, wait);
    else setImmediate(this.#run);
  }

  readonly #run = (): void => {
    this.#isDue = false;
    const begun = performance.now();
    this.save();
    const ended = performance.now();
    this.#next = ended + (ended - begun) * REST;
  };
}
