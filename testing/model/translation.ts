import { countWords, type Language, prose } from "./prose.ts";

const named: Record<string, Language> = {
  français: "fr",
  English: "en",
  Spanish: "es",
  German: "de",
  Italian: "it",
  Portuguese: "pt",
  Dutch: "nl",
};

/** The text that a prompt has translated. */
export const textToTranslate = (prompt: string): string => /\n<(texte?)>\n([\s\S]*)\n<\/\1>\n/.exec(prompt)?.[2] ?? "";

const targetOf = (system: string): Language =>
  named[/(?:Langue de la traduction :|Language of the translation:) ([\p{L}]+)/u.exec(system)?.[1] ?? ""] ?? "fr";

/** What a translation keeps: Markdown's signs, masks, numbers and the ends of sentences. */
const kept =
  /(<x\d+\/>|\[[x ]\] |\n(?:\s*(?:#{1,6} |[-*+] |\d+[.)] |> ?|\[\^[^\]]*\]: ))*|[*_~|[\](){}:;]+|\d[\d.,]*|[.!?…]+)/;

const withPunctuation = (text: string) => text.replace(/[.,]/g, "");

/** Says as many words in another language as a stretch of text has. */
function said(stretch: string, seed: string, language: Language): string {
  const words = countWords(stretch);
  if (words === 0) return stretch;
  const drawn = withPunctuation(prose({ seed: `${seed}${stretch}`, words: words + 12, language, sections: false }));
  const [before = ""] = /^[^\p{L}\p{N}]*/u.exec(stretch) ?? [];
  const [after = ""] = /[^\p{L}\p{N}]*$/u.exec(stretch) ?? [];
  return before + drawn.split(/\s+/).slice(0, words).join(" ") + after;
}

/** Translates Markdown into senseless text of the same structure, always the same for the same text. */
export function translated(text: string, language: Language): string {
  const parts = `\n${text}`.split(kept);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : said(part, text.slice(0, 40), language)))
    .join("")
    .slice(1);
}

/** A good answer to a question that has a text, or numbered lines, translated. */
export const translationAnswer = ({ system, prompt }: { system: string; prompt: string }): string =>
  translated(textToTranslate(prompt), targetOf(system));
