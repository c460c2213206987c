import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { markOf } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";
import { briefSection, notesSection } from "./brief.ts";
import { contractSection } from "./contract.ts";
import { inLanguage, stockPhrases } from "./language.ts";

function citingRule({ sources: [source] }: Pick<Documentation, "sources">): string {
  if (!source)
    return "Tu n’inventes ni source, ni citation, ni chiffre : tu ne cites aucune source, tu n’écris ni lien, ni note, ni bibliographie.";
  const mark = markOf(source.number);
  return `Tu n’inventes ni source, ni citation, ni chiffre. Un fait tiré des notes se cite à la fin de sa phrase par l’identifiant de sa source, tel qu’il est dans les notes, avant le point : ${mark}. Tu ne cites que ces identifiants, seulement pour ce que disent les notes ; tu n’écris ni adresse web, ni lien, ni note de bas de page, ni bibliographie : elle sera ajoutée.`;
}

const system = ({
  request: { language },
  sources,
}: Pick<
  Input,
  "request" | "sources"
>) => `Tu es rédacteur dans une maison d’édition francophone : tu écris un chapitre d’un livre dont le plan est arrêté.
Tu écris en Markdown, dans ${inLanguage(language)} : le titre du chapitre en « # », puis des sections en « ## » et, au besoin, « ### ». Pas d’autre titre de niveau 1. Les titres ne sont pas numérotés.
Tu développes chaque point clé par des explications, des exemples et des cas concrets ; tu n’empiètes pas sur les autres chapitres et tu ne résumes pas le livre.
Tu tiens la longueur demandée : ni en deçà, ni au-delà.
${citingRule({ sources })}
Aucune formule toute faite (${stockPhrases(language)}), pas de conclusion de pure forme.
Tu réponds uniquement par le texte du chapitre : pas d’annonce, pas de commentaire, pas de bloc de code autour.`;

const line = (chapter: BookOutline["chapters"][number], index: number) =>
  `${index + 1}. ${chapter.title}${chapter.description.trim() === "" ? "" : ` : ${chapter.description}`}`;

type Input = Documentation & { request: BookBrief; outline: BookOutline; position: number };

const bullets = (lines: string[]) => lines.map((one) => `- ${one}`).join("\n");

/** Empty where a person's own outline says nothing of a chapter but its title. */
const descriptionOf = ({ description, key_points }: BookOutline["chapters"][number]) =>
  [
    description.trim() !== "" && `\nDescription : ${description}`,
    key_points.length > 0 && `\nPoints clés :\n${bullets(key_points)}`,
  ]
    .filter(Boolean)
    .join("");

function assignment({ request, outline, position }: Input): string {
  const chapter = outline.chapters[position - 1];
  if (!chapter) throw new RangeError(`chapitre ${position}`);
  return `${briefSection(request)}

Plan du livre « ${outline.title} » :
${outline.chapters.map(line).join("\n")}

Chapitre à écrire : ${position}. ${chapter.title}${descriptionOf(chapter)}${contractSection(outline, position)}`;
}

function lengthLine(words: number, points: number): string {
  const each = points > 1 ? `, soit environ ${Math.round(words / points)} par point clé` : "";
  return `Longueur attendue : environ ${words} mots${each}`;
}

export const chapterPrompt = (input: Input & { words: number }) => ({
  system: system(input),
  prompt: `${assignment(input)}
${lengthLine(input.words, input.outline.chapters[input.position - 1]?.key_points.length ?? 0)}${notesSection(input.notes)}`,
});

const shownCharacters = 2000;

/** `number` counts from 1; `written` and `headings` stand before the part. */
export type Part = { number: number; count: number; points: string[]; written: string; headings: string[] };

export function partPrompt(input: Input & { words: number; part: Part }) {
  const { part, words } = input;
  const before = `Le chapitre est déjà écrit jusqu’ici ; ses sections :
${bullets(part.headings.map((heading) => heading.replace(/^#+ /, "")))}
et la fin de ce qui est écrit :
"""
${part.written.slice(-shownCharacters)}
"""
Écris cette partie à la suite, sans rien répéter, ni le titre du chapitre ; commence par une section en « ## ».`;
  const ending =
    part.number < part.count
      ? "N’achève pas le chapitre : d’autres parties suivront."
      : "Cette partie achève le chapitre.";
  return {
    system: system(input),
    prompt: `${assignment(input)}
Longueur du chapitre entier : environ ${input.request.words} mots${notesSection(input.notes)}

Le chapitre s’écrit en ${part.count} parties, une à la fois.
Partie à écrire : ${part.number} sur ${part.count}${part.points.length > 0 ? `\nPoints clés de cette partie :\n${bullets(part.points)}` : ""}
${part.written === "" ? "Écris cette partie, le titre du chapitre d’abord." : before}
${ending}
${lengthLine(words, part.points.length)}`,
  };
}
