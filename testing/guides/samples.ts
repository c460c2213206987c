import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../docs/recevoir");

export const readGuide = (name: string) => readFileSync(path.join(folder, name), "utf8");

/** The first block of a language in a guide, as a reader copies it. */
export function sampleOf(guide: string, language: string): string {
  const sample = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(readGuide(guide))?.[1];
  if (sample === undefined) throw new Error(`${guide}: no sample in ${language}`);
  return sample;
}
