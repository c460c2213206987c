import type { BookLanguage } from "../../contract/book.ts";
import { toOneLine } from "../../contract/text.ts";
import { bookLanguages } from "../../contract/values.ts";
import { wordsIn } from "../../document/words.ts";
import type { Manuscript, Upload } from "../../manuscript/manuscript.ts";
import { writeHeading } from "../../manuscript/tree/write.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { detectLanguage } from "../language/detect.ts";

/** What stands before the first chapter, and any other part without a title, are called. */
const names: Record<BookLanguage, { foreword: string; chapter: string }> = {
  fr: { foreword: "Avant-propos", chapter: "Chapitre" },
  en: { foreword: "Foreword", chapter: "Chapter" },
  es: { foreword: "Prólogo", chapter: "Capítulo" },
  de: { foreword: "Vorwort", chapter: "Kapitel" },
  it: { foreword: "Premessa", chapter: "Capitolo" },
  pt: { foreword: "Prefácio", chapter: "Capítulo" },
  nl: { foreword: "Voorwoord", chapter: "Hoofdstuk" },
};

const readCharacters = 6000;
const maxTitle = 255;

/** The language that the file names, if it is one of a book, else the one in which it is written. */
export async function languageOf({ language = "", chapters }: Manuscript): Promise<BookLanguage> {
  const known = (name: string | undefined) => bookLanguages.find((one) => one === name);
  const named = known(language.toLowerCase().split(/[-_]/)[0]);
  if (named) return named;
  const text = chapters.map(({ content }) => content.slice(0, readCharacters)).join("\n");
  return known(await detectLanguage(text.slice(0, readCharacters))) ?? bookLanguages[0];
}

/** The title in the text, else the one that the file carries, its only chapter's, or its name. */
export function titleOfManuscript({ name, manuscript: { title, chapters } }: Upload): string {
  const [only, ...others] = chapters;
  const found =
    title ?? (others.length === 0 ? only?.title : undefined) ?? name.replace(/\.[a-z]{2,8}$/i, "").replaceAll("_", " ");
  const line = toOneLine(found).slice(0, maxTitle).toWellFormed();
  return line || "Manuscrit";
}

/** Gives each chapter a title, and a heading that says it where the text has none. */
export function titledChapters(
  { chapters }: Manuscript,
  { title, language }: { title: string; language: BookLanguage },
): WrittenChapter[] {
  const { foreword, chapter: numbered } = names[language];
  return chapters.map(({ title: own, content, words }, index) => {
    const chapter = { position: index + 1, description: "" };
    if (own !== undefined) return { ...chapter, title: own, content, wordCount: words };
    const given = chapters.length === 1 ? title : index === 0 ? foreword : `${numbered} ${index + 1}`;
    return {
      ...chapter,
      title: given,
      content: `${writeHeading(given)}\n${content}`,
      wordCount: words + wordsIn(given).length,
    };
  });
}
