import { heading, lengthLine } from "./labels.ts";
import { worded } from "./language.ts";

const shownCharacters = 3000;

type Continuation = { language: string | undefined; prompt: string; words: number };

const quoted = (text: string) => `"""\n${text}\n"""`;

export function continuePrompt({ language, prompt, written, words }: Continuation & { written: string }): string {
  const end = quoted(written.slice(-shownCharacters));
  const order = worded(language, {
    fr: `Le chapitre est déjà écrit jusqu’ici ; en voici la fin :
${end}
Écris la suite à partir de la phrase suivante, jusqu’à la fin. Ne répète rien de ce qui est écrit, ni le titre du chapitre.`,
    en: `The chapter is already written up to here; this is its end:
${end}
Write what follows, from the next sentence to the end. Repeat nothing of what is written, nor the title of the chapter.`,
  });
  return `${prompt}\n\n${order}\n${lengthLine(language, words)}`;
}

export function extendSectionPrompt({ language, prompt, section, words }: Continuation & { section: string }): string {
  const text = quoted(section.slice(-2 * shownCharacters));
  const order = worded(language, {
    fr: `Le chapitre est déjà écrit, mais trop court. ${heading(language, "sectionToExtend")}
${text}
Écris seulement les paragraphes à ajouter à la fin de cette section : des explications, des exemples, des cas concrets qu’elle ne donne pas encore. Pas de titre, rien de ce qui est déjà écrit.`,
    en: `The chapter is already written, but too short. ${heading(language, "sectionToExtend")}
${text}
Write only the paragraphs to add at the end of this section: explanations, examples, concrete cases that it does not give yet. No heading, nothing of what is already written.`,
  });
  return `${prompt}\n\n${order}\n${lengthLine(language, words)}`;
}
