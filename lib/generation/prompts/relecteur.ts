import type { CallContext } from "../models/context.ts";
import { brief, chapterCount } from "./brief.ts";

const system = `Tu es relecteur dans une maison d’édition francophone : tu corriges le plan d’un livre qui ne respecte pas ce qui était demandé.
Tu gardes tout ce qui convient et tu ne changes que ce qui est signalé.
Tu réponds uniquement par le plan corrigé, un objet JSON de cette forme, sans texte autour :
{"title": "titre du livre", "chapters": [{"title": "titre du chapitre", "description": "ce qu’il apporte", "key_points": ["point 1", "point 2", "point 3"]}]}`;

/** An outline that failed its checks, and why → the outline again. */
export function relecteur(input: { request: CallContext["request"]; answer: string; problems: string[] }) {
  return {
    system,
    prompt: `${brief(input.request)}

${chapterCount(input.request)}

À corriger :
${input.problems.map((problem) => `- ${problem}`).join("\n")}

Plan reçu :
${input.answer.slice(0, 40_000)}`,
  };
}
