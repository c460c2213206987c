import { wordsIn } from "../../document/words.ts";
import { citedIn } from "./marks.ts";
import { escaped } from "./seen.ts";
import type { Source } from "./source.ts";

const maxTitleWords = 12;
const heading = "Sources";
const locale = (language: string | undefined) => (language === "en" ? "en-GB" : "fr-FR");

function shortened(title: string): string {
  const words = title.split(/\s+/);
  return words.length > maxTitleWords
    ? `${words
        .slice(0, maxTitleWords)
        .join(" ")
        .replace(/(?<![^\p{L}\p{N})»])[^\p{L}\p{N})»]+$/u, "")}…`
    : title;
}

/** Escapes what would close a link or open HTML. */
export const addressOf = ({ url }: Pick<Source, "url">): string =>
  url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const targetOf = (source: Pick<Source, "url">): string => addressOf(source).replace(/&(?=#?\w+;)/g, "&amp;");

function accessDate(source: Source, language: string | undefined): string {
  const format = new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" });
  const day = format.format(source.retrievedAt).replace(/^1(?= \p{L}+ \d+$)/u, language === "en" ? "1" : "1er");
  return `${language === "en" ? "accessed" : "consulté le"} ${day}`;
}

const entry = (source: Source, language: string | undefined): string =>
  `[${escaped(shortened(source.title))}](${targetOf(source)}), ${accessDate(source, language)}`;

export function bibliography(cited: Source[], language: string | undefined): string {
  if (cited.length === 0) return "";
  return `## ${heading}\n\n${cited.map((source, index) => `${index + 1}. ${entry(source, language)}`).join("\n")}`;
}

export const citedSources = (text: string, sources: Source[]): Source[] =>
  citedIn(text).flatMap((number) => sources.find((source) => source.number === number) ?? []);

export const bibliographyWords = (text: string, book: { sources: Source[]; language: string | undefined }): number =>
  citedSources(text, book.sources).reduce(
    (sum, source) => sum + wordsIn(`${shortened(source.title)}, ${accessDate(source, book.language)}`).length,
    citedIn(text).length === 0 ? 0 : wordsIn(heading).length,
  );
