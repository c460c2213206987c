import type { QualitySheet } from "../../contract/quality.ts";
import { readLanguage, shareOf, sumCounts } from "../language/reading.ts";
import type { MeasuredChapter } from "./measured.ts";

export async function measureLanguage(chapters: MeasuredChapter[], asked: string): Promise<QualitySheet["language"]> {
  const counts = [];
  for (const chapter of chapters) counts.push(...(await readLanguage(chapter.document, asked)));
  const share = Math.round(shareOf(sumCounts(counts)) * 1e5) / 1e5;
  return { asked, share, passages: counts.filter(({ words, own }) => own < words).length };
}
