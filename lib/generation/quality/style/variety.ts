import type { Paragraph } from "./prose.ts";

const windowStems = 80;
const stride = 10;

/** The share of different words among eighty in a row that carry meaning, 0 to 1, on average over the text. */
export function varietyOf(paragraphs: Paragraph[]): number | undefined {
  const stems = paragraphs.flatMap((paragraph) => paragraph.stems);
  if (stems.length < windowStems) return undefined;
  const shares: number[] = [];
  for (let at = 0; at + windowStems <= stems.length; at += stride)
    shares.push(new Set(stems.slice(at, at + windowStems)).size / windowStems);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
