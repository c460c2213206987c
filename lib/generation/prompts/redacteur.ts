import type { BookOutline } from "../book-outline.ts";
import type { CallContext } from "../models/context.ts";
import { brief, notesSection } from "./brief.ts";
import { contractSection } from "./contract.ts";

const system = `Tu es rédacteur dans une maison d’édition francophone : tu écris un chapitre d’un livre dont le plan est arrêté.
Tu écris en Markdown, dans un français soigné : le titre du chapitre en « # », puis des sections en « ## » et, au besoin, « ### ». Pas d’autre titre de niveau 1.
Tu développes chaque point clé par des explications, des exemples et des cas concrets ; tu n’empiètes pas sur les autres chapitres et tu ne résumes pas le livre.
Tu n’inventes ni source, ni citation, ni chiffre. Tu n’ajoutes pas de conclusion de pure forme.
Tu réponds uniquement par le texte du chapitre : pas d’annonce, pas de commentaire, pas de bloc de code autour.`;

const line = (chapter: BookOutline["chapters"][number], index: number) =>
  `${index + 1}. ${chapter.title} : ${chapter.description}`;

/** The whole outline and one position in it → that chapter. */
export function redacteur(input: {
  request: CallContext["request"];
  outline: BookOutline;
  position: number;
  notes?: string;
}) {
  const { request, outline, position } = input;
  const chapter = outline.chapters[position - 1];
  if (!chapter) throw new RangeError(`chapitre ${position}`);
  return {
    system,
    prompt: `${brief(request)}

Plan du livre « ${outline.title} » :
${outline.chapters.map(line).join("\n")}

Chapitre à écrire : ${position}. ${chapter.title}
Description : ${chapter.description}
Points clés :
${chapter.key_points.map((point) => `- ${point}`).join("\n")}${contractSection(outline, position)}
Longueur attendue : environ ${request.words} mots${notesSection(input.notes)}`,
  };
}
