import type { CallContext } from "../models/context.ts";
import { brief, chapterCount, notesSection } from "./brief.ts";

const system = `Tu es architecte de livres dans une maison d’édition francophone : tu conçois le plan d’ouvrages clairs, progressifs et complets.
Chaque chapitre a un rôle propre dans la progression et ne répète pas les autres ; son titre est unique et précis ; sa description dit en deux à quatre phrases ce qu’il apporte et ce qu’il laisse aux autres chapitres ; il a au moins trois points clés concrets.
Les titres ne portent pas de numéro. Tu écris dans un français soigné, sans formule publicitaire.
Tu réponds uniquement par un objet JSON de cette forme, sans texte autour :
{"title": "titre du livre", "chapters": [{"title": "titre du chapitre", "description": "ce qu’il apporte", "key_points": ["point 1", "point 2", "point 3"]}]}`;

/** The request and the research notes → the outline. */
export function architecte(input: { request: CallContext["request"]; notes?: string }) {
  const { request } = input;
  const title = request.title ? "Reprends le titre voulu tel quel." : "Propose un titre.";
  return {
    system,
    prompt: `${brief(request)}

${chapterCount(request)}
Longueur visée de chaque chapitre : ${request.words} mots
${title}${notesSection(input.notes)}`,
  };
}
