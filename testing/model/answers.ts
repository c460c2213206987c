import { reportQuestions } from "#lib/contract/report.ts";
import { languageOf } from "./languages.ts";
import { outlineAnswer } from "./outline.ts";
import { countWords, prose, titleFor } from "./prose.ts";

/** The last length that a prompt names is the one of this answer. */
const requestedWords = (prompt: string): number | undefined => {
  const found = [
    ...prompt.matchAll(/^(?:Longueur attendue : environ|Expected length: about) (\d+) (?:mots|words)/gm),
  ].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
};

const asksForContinuation = (prompt: string) =>
  /^(?:Partie à écrire :|Part to write:) (?!1 )\d/m.test(prompt) ||
  /^(?:Le chapitre est déjà écrit|The chapter is already written)/m.test(prompt);

export const pagesIn = (prompt: string): { id: string; says: string }[] =>
  [...prompt.matchAll(/^<page id="(S\d+)">\n[^\n]*\n\n([^.]*\.?)/gm)].map(([, id = "", says = ""]) => ({ id, says }));

/** Two questions from each point of view, in words of the chapter's title. */
function questionsAnswer(prompt: string): string {
  const [, title = "ce chapitre"] = /^(?:Chapitre à documenter :|Chapter to document:) \d+\. (.*)$/m.exec(prompt) ?? [];
  const isFrench = !prompt.includes("\nChapter to document:");
  return isFrench
    ? `lecteur : Que savoir de « ${title} » pour commencer ?
lecteur : D’où vient « ${title} » ?
praticien : Comment faire « ${title} » pas à pas ?
praticien : Quelles erreurs éviter dans « ${title} » ?
sceptique : Que vaut vraiment « ${title} » ?
sceptique : Qui conteste « ${title} », et pourquoi ?`
    : `reader: What is there to know of “${title}”?
practitioner: How is “${title}” done step by step?
sceptic: What speaks against “${title}”?`;
}

const asksForQuestions = (prompt: string) =>
  /^(?:Chapitre à documenter :|Chapter to document:)/m.test(prompt) && pagesIn(prompt).length === 0;

export const researchAnswer = (prompt: string): string =>
  asksForQuestions(prompt) ? questionsAnswer(prompt) : notesAnswer(prompt);

export const notesAnswer = (prompt: string): string =>
  [...pagesIn(prompt).map(({ id, says }) => `- ${says} [${id}]`), "- Une autre note."].join("\n");

/** Cites each source of the prompt's notes and documents once, at the end of paragraphs. */
function addCitations(text: string, prompt: string): string {
  const given = [...prompt.matchAll(/^<(notes|documents)>\n([\s\S]*?)\n<\/\1>/gm)].map(([, , inside]) => inside);
  const marks = [...new Set(given.join("\n").match(/\[S\d+\]/g))];
  return text
    .split("\n\n")
    .map((block) => (block.startsWith("#") || marks.length === 0 ? block : block.replace(/\.$/, ` ${marks.shift()}.`)))
    .join("\n\n");
}

function chapterText(prompt: string): string {
  const title = /^(?:Chapitre à écrire :|Chapter to write:) \d+\. (.*)$/m.exec(prompt)?.[1] ?? "Chapitre";
  const words = requestedWords(prompt) ?? 300;
  const language = languageOf(prompt);
  if (/(?:Section à développer :|Section to develop:)$/m.test(prompt))
    return prose({ seed: prompt, words, language, sections: false });
  if (asksForContinuation(prompt)) return prose({ seed: prompt, words, language });
  return `# ${title}\n\n${prose({ seed: prompt, words: words - countWords(title), language })}`;
}

/** The chapter that a prompt asks for, or the part of it: as long as asked, with the title only where it begins. */
export const chapterAnswer = (prompt: string): string => addCitations(chapterText(prompt), prompt);

export const passageIn = (prompt: string): string =>
  /^(?:Passage à récrire :|Passage to rewrite:)\n"""\n([\s\S]*?)\n"""/m.exec(prompt)?.[1] ?? "";

/** Rewrites the passage of a prompt: headings stay, the length is the one asked, else that of the passage. */
export function passageAnswer(prompt: string): string {
  const passage = passageIn(prompt);
  const language = languageOf(prompt);
  const headings = passage.match(/^#{1,6} .*$/gm) ?? [];
  if (/^(?:À corriger : ces titres de section|To correct: these section headings)/m.test(prompt))
    return headings.map((heading) => heading.replace(/(?<=^#+ ).*/, titleFor(heading, language))).join("\n\n");
  const words = (requestedWords(prompt) ?? countWords(passage)) - countWords(headings.join(" "));
  const wordsPerSection = Math.round(words / Math.max(1, headings.length));
  const section = (index: number) =>
    prose({ seed: `${prompt}${index}`, words: wordsPerSection, language, sections: false });
  if (headings.length === 0) return section(0);
  return headings.map((heading, index) => `${heading}\n\n${section(index)}`).join("\n\n");
}

/** A good answer to a review prompt: a passage where one is to be rewritten, else an outline. */
export const reviewAnswer = (prompt: string): string =>
  /^(?:Passage à récrire :|Passage to rewrite:)$/m.test(prompt) ? passageAnswer(prompt) : outlineAnswer(prompt);

/** Quotes the beginning of each paragraph in turn. */
export function reportAnswer(prompt: string): string {
  const [, text = ""] = /\n"""\n([\s\S]*)\n"""\n/.exec(prompt) ?? [];
  const paragraphs = text.split("\n\n").filter((one) => /^\p{Lu}/u.test(one));
  const quoteAt = (index: number) => paragraphs[index % paragraphs.length]?.split(" ").slice(0, 8).join(" ") ?? "";
  const answers = reportQuestions.map((question, index) => ({
    question,
    mark: 4,
    said: `Ce chapitre se lit bien (${question}).`,
    quotes: [quoteAt(index)],
  }));
  return JSON.stringify({ answers });
}

/** Likes a long word of the author's, and one that is not there; so too of the words to avoid. */
export function voiceAnswer(prompt: string): string {
  const [, text = ""] = /\n"""\n([\s\S]*?)\n"""\n/.exec(prompt) ?? [];
  const own = /\p{L}{7,}/u.exec(text)?.[0] ?? "";
  return JSON.stringify({
    register: "familier",
    description: "Écris comme on parle, en phrases brèves.",
    person: "je",
    tense: "passé",
    liked: [own, "zéphyr"],
    avoided: [own, "zéphyr"],
  });
}
