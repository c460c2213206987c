import { openDocument } from "../../document/open.ts";
import type { Held } from "./held.ts";
import { describeLosses, findLosses, type Rewriting } from "./losses.ts";

/** What a rewriting of a chapter's passage would have lost: « 2 formules et 1 nombre ». */
export type ChapterLoss = { position: number; what: string };

/** Refuses a rewriting that loses what a passage holds, and keeps in mind what it lost until one is accepted. */
export class Refusals {
  readonly #lost = new Map<string, string>();

  async keepsAll(
    before: string,
    after: string,
    how: { as: Rewriting; elsewhere?: Held[] | undefined },
  ): Promise<boolean> {
    const losses = findLosses(await openDocument(before), await openDocument(after), how);
    if (losses.length === 0) this.#lost.delete(before);
    else this.#lost.set(before, describeLosses(losses));
    return losses.length === 0;
  }

  /** Whether a rewriting of this passage was refused: another would be paid for, too. */
  has(passage: string): boolean {
    return this.#lost.has(passage);
  }

  /** One for each passage that was kept as it was. */
  get lost(): string[] {
    return [...this.#lost.values()];
  }
}
