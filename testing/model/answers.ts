import { outlineAnswer } from "./outline.ts";
import { prose, titleFor, wordsIn } from "./prose.ts";
import type { Language } from "./words.ts";

const languageOf = (prompt: string): Language => (/^Langue du livre : anglais/m.test(prompt) ? "en" : "fr");
/** The last length a prompt names is the one of this answer. */
const wordsAsked = (prompt: string): number | undefined => {
  const found = [...prompt.matchAll(/^Longueur attendue : environ (\d+) mots/gm)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Whether a chapter's prompt asks for what comes after something already written. */
const continues = (prompt: string) =>
  /^Partie à écrire : (?!1 )\d/m.test(prompt) || /^Le chapitre est déjà écrit/m.test(prompt);

/** What each page of a researcher's prompt says first. */
export const pagesIn = (prompt: string): { id: string; says: string }[] =>
  [...prompt.matchAll(/^<page id="(S\d+)">\n[^\n]*\n\n([^.]*\.?)/gm)].map(([, id = "", says = ""]) => ({ id, says }));

/** Notes for the researcher's prompt: one for each page, and one that cites none. */
export const notesAnswer = (prompt: string): string =>
  [...pagesIn(prompt).map(({ id, says }) => `- ${says} [${id}]`), "- Une autre note."].join("\n");

/** Cites what the notes cite, each once, at the end of paragraphs. */
function cited(text: string, prompt: string): string {
  const notes = /^<notes>\n([\s\S]*?)\n<\/notes>/m.exec(prompt)?.[1] ?? "";
  const marks = [...new Set(notes.match(/\[S\d+\]/g))];
  return text
    .split("\n\n")
    .map((block) => (block.startsWith("#") || marks.length === 0 ? block : block.replace(/\.$/, ` ${marks.shift()}.`)))
    .join("\n\n");
}

/** A chapter for the writer's prompt, or the part of it that is asked for: of the words asked, under its title if it begins. */
export const chapterAnswer = (prompt: string): string => cited(chapterText(prompt), prompt);

function chapterText(prompt: string): string {
  const title = /^Chapitre à écrire : \d+\. (.*)$/m.exec(prompt)?.[1] ?? "Chapitre";
  const [words, language] = [wordsAsked(prompt) ?? 300, languageOf(prompt)];
  if (/Section à développer :$/m.test(prompt)) return prose({ seed: prompt, words, language, sections: false });
  if (continues(prompt)) return prose({ seed: prompt, words, language });
  return `# ${title}\n\n${prose({ seed: prompt, words: words - wordsIn(title), language })}`;
}

/** A passage again, in other words: its headings stay, its length is the one asked, else its own. */
export function passageAnswer(prompt: string): string {
  const passage = /^Passage à récrire :\n"""\n([\s\S]*?)\n"""/m.exec(prompt)?.[1] ?? "";
  const headings = passage.match(/^#{1,6} .*$/gm) ?? [];
  if (/^À corriger : ces titres de section/m.test(prompt))
    return headings.map((one) => one.replace(/(?<=^#+ ).*/, titleFor(one, languageOf(prompt)))).join("\n\n");
  const words = (wordsAsked(prompt) ?? wordsIn(passage)) - wordsIn(headings.join(" "));
  const share = Math.round(words / Math.max(1, headings.length));
  const text = (index: number) =>
    prose({ seed: `${prompt}${index}`, words: share, language: languageOf(prompt), sections: false });
  return headings.length === 0 ? text(0) : headings.map((one, index) => `${one}\n\n${text(index)}`).join("\n\n");
}

/** What a good reviewer answers: a passage when one is to be rewritten, else an outline. */
export const reviewAnswer = (prompt: string): string =>
  /^Passage à récrire :$/m.test(prompt) ? passageAnswer(prompt) : outlineAnswer(prompt);
