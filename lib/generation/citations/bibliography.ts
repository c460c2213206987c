import { wordsIn } from "../../document/words.ts";
import { citedIn } from "./marks.ts";
import type { Source } from "./source.ts";

const maxTitleWords = 12;

/** A heading is one word. */
type Wording = { heading: string; locale: string; read: string };

const french: Wording = { heading: "Sources", locale: "fr-FR", read: "consulté le" };
const wordings: Record<string, Wording> = {
  en: { heading: "Sources", locale: "en-GB", read: "accessed" },
  es: { heading: "Fuentes", locale: "es-ES", read: "consultado el" },
  de: { heading: "Quellen", locale: "de-DE", read: "abgerufen am" },
  it: { heading: "Fonti", locale: "it-IT", read: "consultato il" },
  pt: { heading: "Fontes", locale: "pt-PT", read: "consultado em" },
  nl: { heading: "Bronnen", locale: "nl-NL", read: "geraadpleegd op" },
};

const wordingIn = (language: string | undefined): Wording => wordings[language ?? ""] ?? french;

/** Escapes all Markdown. */
export const escaped = (text: string): string =>
  text.replace(/(?<!\s)\s*\n\s*/g, " ").replace(/[\\`*_{}[\]<>()#+.!|~&:@-]/g, "\\$&");

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
export const addressOf = (url: string): string =>
  url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const targetOf = (url: string): string => addressOf(url).replace(/&(?=#?\w+;)/g, "&amp;");

/** A text that leads to a source, where there is an address. */
export const linkTo = ({ url }: Pick<Source, "url">, text: string): string =>
  url === null ? text : `[${text}](${targetOf(url)})`;

/** How a chapter cites the source of this number among its own. A file has no address: its mark leads nowhere. */
export const citationOf = (source: Pick<Source, "url">, number: number): string =>
  source.url === null ? `\\[${number}\\]` : linkTo(source, `[${number}]`);

function accessDate(source: Source, language: string | undefined): string {
  const { locale, read } = wordingIn(language);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const day = format.format(source.retrievedAt);
  return `${read} ${locale === "fr-FR" ? day.replace(/^1(?= )/, "1er") : day}`;
}

type Parts = { title: string; place: string; date: string };

/** A passage has a place in its document, and a page the day on which it was read. */
const partsOf = (source: Source, language: string | undefined): Parts => ({
  title: shortened(source.title),
  place: shortened(source.place ?? ""),
  date: source.url === null ? "" : accessDate(source, language),
});

const listed = ({ title, place, date }: Parts): string => [title, place, date].filter(Boolean).join(", ");

function entry(source: Source, language: string | undefined): string {
  const { title, place, date } = partsOf(source, language);
  return listed({ title: linkTo(source, escaped(title)), place: escaped(place), date });
}

export function bibliography(cited: Source[], language: string | undefined): string {
  if (cited.length === 0) return "";
  return `## ${wordingIn(language).heading}\n\n${cited.map((source, index) => `${index + 1}. ${entry(source, language)}`).join("\n")}`;
}

export const citedSources = (text: string, sources: Source[]): Source[] =>
  citedIn(text).flatMap((number) => sources.find((source) => source.number === number) ?? []);

export function bibliographyWords(
  text: string,
  { sources, language }: { sources: Source[]; language: string | undefined },
): number {
  const cited = citedSources(text, sources);
  return cited.reduce(
    (sum, source) => sum + wordsIn(listed(partsOf(source, language))).length,
    cited.length === 0 ? 0 : 1,
  );
}
