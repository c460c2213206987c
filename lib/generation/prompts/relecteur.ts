import type { CallContext } from "../brief/context.ts";
import { brief, chapterCount } from "./brief.ts";
import { inLanguage } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";

const system = (
  language: string | undefined,
) => `Tu es relecteur dans une maison d’édition francophone : tu corriges le plan d’un livre qui ne respecte pas ce qui était demandé.
Tu gardes tout ce qui convient et tu ne changes que ce qui est signalé. Tu écris dans ${inLanguage(language)}.
${outlineFormat}`;

/** An outline that failed its checks, and why → the outline again. */
export function relecteur(input: { request: CallContext["request"]; answer: string; problems: string[] }) {
  return {
    system: system(input.request.language),
    prompt: `${brief(input.request)}

${chapterCount(input.request)}

À corriger :
${input.problems.map((problem) => `- ${problem}`).join("\n")}

Plan reçu :
${input.answer.slice(0, 40_000)}`,
  };
}
