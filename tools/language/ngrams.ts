// `node tools/language/ngrams.ts` writes the part of `eld`'s medium set that our languages use, after an update of
// `eld` or of the list of languages.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { detectable } from "#lib/generation/language/detect.ts";

type Data = { type: string; languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };

const root = path.resolve(import.meta.dirname, "../..");
const { ngramsData }: { ngramsData: Data } = await import(path.join(root, "node_modules/eld/src/ngrams/medium.js"));
const { type, languages } = ngramsData;
const isDetectable = ([id]: [string, number]) => detectable.includes(languages[id] ?? "");
const ngrams = Object.entries(ngramsData.ngrams).flatMap(([ngram, scores]) => {
  const kept = Object.entries(scores).filter(isDetectable);
  return kept.length > 0 ? [[ngram, Object.fromEntries(kept)]] : [];
});
const file = path.join(root, "lib/generation/language/ngrams.json");
await writeFile(file, `${JSON.stringify({ type, languages, ngrams: Object.fromEntries(ngrams) })}\n`);
