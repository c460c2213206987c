import type { QualitySheet } from "../../contract/quality.ts";
import { readLanguage, shareOf, together } from "../language/reading.ts";
import type { Reading } from "./reading.ts";

/** How much of the book is in the language asked. */
export async function measureLanguage(readings: Reading[], asked: string): Promise<QualitySheet["language"]> {
  const counts = [];
  for (const { blocks } of readings) counts.push(...(await readLanguage(blocks, asked)));
  const share = Math.round(shareOf(together(counts)) * 1e5) / 1e5;
  return { asked, share, passages: counts.filter(({ words, own }) => own < words).length };
}
