import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection, chapterCount } from "./brief.ts";
import { heading } from "./labels.ts";
import { inEnglish, worded } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";

const maxAnswerCharacters = 40_000;

const system = (request: BookBrief) =>
  `${worded(request.language, {
    fr: `Tu es relecteur dans une maison d’édition : tu corriges le plan d’un livre qui ne respecte pas ce qui était demandé.
Tu gardes tout ce qui convient et tu ne changes que ce qui est signalé. Tu écris dans un français soigné.`,
    en: `You are an editor in a publishing house: you correct the outline of a book that does not keep to what was asked.
You keep all that is right and change only what is pointed out. You write in careful ${inEnglish(request.language)}.`,
  })}
${outlineFormat(request)}`;

export function repairOutlinePrompt(input: { request: BookBrief; answer: string; problems: string[] }) {
  const { language } = input.request;
  return {
    system: system(input.request),
    prompt: `${briefSection(input.request)}

${chapterCount(input.request)}

${worded(language, { fr: "Plan reçu :", en: "The outline received:" })}
${input.answer.slice(0, maxAnswerCharacters)}

${heading(language, "toCorrect")}
${input.problems.map((problem) => `- ${problem}`).join("\n")}`,
  };
}
