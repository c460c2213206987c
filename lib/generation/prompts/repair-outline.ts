import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection, chapterCount } from "./brief.ts";
import { inLanguage } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";

const maxAnswerCharacters = 40_000;

const system = (
  language: string | undefined,
) => `Tu es relecteur dans une maison d’édition francophone : tu corriges le plan d’un livre qui ne respecte pas ce qui était demandé.
Tu gardes tout ce qui convient et tu ne changes que ce qui est signalé. Tu écris dans ${inLanguage(language)}.
${outlineFormat}`;

export function repairOutlinePrompt(input: { request: BookBrief; answer: string; problems: string[] }) {
  return {
    system: system(input.request.language),
    prompt: `${briefSection(input.request)}

${chapterCount(input.request)}

À corriger :
${input.problems.map((problem) => `- ${problem}`).join("\n")}

Plan reçu :
${input.answer.slice(0, maxAnswerCharacters)}`,
  };
}
