import type { Ending } from "../models/answer.ts";

/** Learns how much a model writes for the words asked: one that always writes twice as much is asked for half. */
export class LengthCalibration {
  #ratio = 1;
  #isExhausted = false;

  /** It went round in circles, however it was asked: it has nothing more to say. */
  get isExhausted(): boolean {
    return this.#isExhausted;
  }

  wordsToAsk(wanted: number): number {
    const isClose = Math.abs(this.#ratio - 1) <= 0.15;
    return Math.max(30, Math.round(isClose ? wanted : wanted / this.#ratio));
  }

  record({ asked, written, ended }: { asked: number; written: number; ended: Ending }): void {
    this.#isExhausted = ended === "repeating";
    if (!this.#isExhausted) this.#ratio = Math.min(2, Math.max(0.5, written / Math.max(1, asked)));
  }
}
