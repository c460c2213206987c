import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Documentation } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { briefSection, notesSection } from "./brief.ts";
import { citingRule } from "./citing-rule.ts";
import { contractSection } from "./contract.ts";
import { pointsToSay } from "./key-points.ts";
import { heading, labelled, lengthLine } from "./labels.ts";
import { colon, inEnglish, worded } from "./language.ts";
import { passagesSection } from "./passages.ts";
import { stockPhrases } from "./stock-phrases.ts";
import { type Story, storySection } from "./story.ts";
import { voiceSection } from "./voice.ts";

function system(input: Documentation & { request: BookBrief }): string {
  const { language, genre } = input.request;
  const { writer } = traitsOf(genre);
  return worded(language, {
    fr: `Tu es rédacteur dans une maison d’édition : tu écris un chapitre d’un livre dont le plan est arrêté, en Markdown, dans un français soigné.
${writer.fr}
${citingRule(input)}
Tu écris sans formule toute faite (« Dans ce chapitre, nous allons… », « Il est important de noter que… », « En conclusion… »).
Tu réponds uniquement par le texte du chapitre, sans commentaire.`,
    en: `You are a writer in a publishing house: you write one chapter of a book whose outline is settled, in Markdown, in careful ${inEnglish(language)}.
${writer.en}
${citingRule(input)}
You write without stock phrases (${stockPhrases(language)}).
You answer with the text of the chapter alone, without comment.`,
  });
}

const line = (language: string | undefined, { title, description }: BookOutline["chapters"][number], index: number) =>
  `${index + 1}. ${description.trim() === "" ? title : colon(language, title, description)}`;

type Input = Documentation & {
  request: BookBrief;
  outline: BookOutline;
  position: number;
  story?: Story | undefined;
};

const bullets = (lines: string[]) => lines.map((one) => `- ${one}`).join("\n");

/** The book, its notes and its outline, then the chapter: what matters most stands last. */
function assignment({ request, outline, position, notes, passages, story }: Input): string {
  const { language } = request;
  const chapter = outline.chapters[position - 1];
  if (!chapter) throw new RangeError(`chapitre ${position}`);
  const { title, description } = chapter;
  const points = pointsToSay(outline, position, request);
  const isCited = traitsOf(request.genre).isResearched;
  const plan = worded(language, {
    fr: `Plan du livre « ${outline.title} » :`,
    en: `Outline of the book “${outline.title}”:`,
  });
  return [
    `${briefSection(request)}${notesSection(language, notes)}${passagesSection(language, { passages, isCited })}`,
    `\n${plan}\n${outline.chapters.map((one, index) => line(language, one, index)).join("\n")}`,
    storySection(language, story),
    `\n${labelled(language, "chapterToWrite", `${position}. ${title}`)}`,
    // Empty where a person's own outline says nothing of a chapter but its title.
    description.trim() !== "" && labelled(language, "description", description),
    points.length > 0 && `${heading(language, "points")}\n${bullets(points)}`,
    contractSection(outline, position, language).trim(),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Each key point's share of the words, where there are several. */
function sharedLength(language: string | undefined, words: number, points: number): string {
  const each = Math.round(words / points);
  const share = worded(language, {
    fr: `, soit environ ${each} par point clé`,
    en: `, so about ${each} for each key point`,
  });
  return `${lengthLine(language, words)}${points > 1 ? share : ""}`;
}

export const chapterPrompt = (input: Input & { words: number }) => ({
  system: system(input),
  prompt: [
    assignment(input),
    voiceSection(input.request),
    sharedLength(
      input.request.language,
      input.words,
      input.outline.chapters[input.position - 1]?.key_points.length ?? 0,
    ),
  ]
    .filter(Boolean)
    .join("\n"),
});

const shownCharacters = 2000;

/** `number` counts from 1; `written` and `headings` stand before the part. */
export type Part = { number: number; count: number; points: string[]; written: string; headings: string[] };

function whatStandsBefore({ language, genre }: BookBrief, { written, headings }: Part): string {
  if (written === "")
    return worded(language, {
      fr: "Écris cette partie, le titre du chapitre d’abord.",
      en: "Write this part, the title of the chapter first.",
    });
  const end = `"""\n${written.slice(-shownCharacters)}\n"""`;
  if (!traitsOf(genre).isTitled)
    return worded(language, {
      fr: `Le chapitre est déjà écrit jusqu’ici ; en voici la fin :
${end}
Écris cette partie à la suite, sans rien répéter, ni le titre du chapitre.`,
      en: `The chapter is already written up to here; this is its end:
${end}
Write this part next, repeating nothing, not even the title of the chapter.`,
    });
  const sections = bullets(headings);
  return worded(language, {
    fr: `Le chapitre est déjà écrit jusqu’ici ; ses sections :
${sections}
et la fin de ce qui est écrit :
${end}
Écris cette partie à la suite, sans rien répéter, ni le titre du chapitre ; commence par une section en « ## ».`,
    en: `The chapter is already written up to here; its sections:
${sections}
and the end of what is written:
${end}
Write this part next, repeating nothing, not even the title of the chapter; begin with a “## ” section.`,
  });
}

const endingRule = (language: string | undefined, { number, count }: Part): string =>
  number < count
    ? worded(language, {
        fr: "N’achève pas le chapitre : d’autres parties suivront.",
        en: "Do not end the chapter: other parts follow.",
      })
    : worded(language, { fr: "Cette partie achève le chapitre.", en: "This part ends the chapter." });

export function partPrompt(input: Input & { words: number; part: Part }) {
  const { part, words } = input;
  const { language, words: whole } = input.request;
  const { number, count, points } = part;
  const length = worded(language, { fr: `environ ${whole} mots`, en: `about ${whole} words` });
  return {
    system: system(input),
    prompt: [
      `${assignment(input)}\n${labelled(language, "wholeLength", length)}\n`,
      worded(language, {
        fr: `Le chapitre s’écrit en ${count} parties, une à la fois.`,
        en: `The chapter is written in ${count} parts, one at a time.`,
      }),
      labelled(
        language,
        "partToWrite",
        worded(language, { fr: `${number} sur ${count}`, en: `${number} of ${count}` }),
      ),
      points.length > 0 && `${heading(language, "pointsOfPart")}\n${bullets(points)}`,
      whatStandsBefore(input.request, part),
      endingRule(language, part),
      voiceSection(input.request),
      sharedLength(language, words, points.length),
    ]
      .filter(Boolean)
      .join("\n"),
  };
}
