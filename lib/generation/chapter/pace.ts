/** How much a model writes for what it is asked: one that always writes twice as much is asked for half. */
export class Pace {
  #ratio = 1;

  /** What to ask for in order to get `wanted` words. */
  ask(wanted: number): number {
    const close = Math.abs(this.#ratio - 1) <= 0.15;
    return Math.max(30, Math.round(close ? wanted : wanted / this.#ratio));
  }

  /** Takes note of an answer. */
  note(asked: number, written: number): void {
    this.#ratio = Math.min(2, Math.max(0.5, written / Math.max(1, asked)));
  }
}
