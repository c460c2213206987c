import { readNumberWord, readRoman } from "./numbers.ts";

/** « Chapitre 3 : Le sel »; `stripped` when the word and its number are no part of the title. */
export type Keyword = { kind: "chapter" | "part"; name: string; value: number; length: number; stripped: boolean };

const kinds: { kind: Keyword["kind"]; stripped: boolean; names: string }[] = [
  {
    kind: "chapter",
    stripped: true,
    names: "chapitre|chap\\.?|chapter|ch\\.|kapitel|cap[íi]tulo|capitolo|cap\\.|hoofdstuk",
  },
  { kind: "part", stripped: true, names: "partie|part|parte|teil|deel" },
  // A word of the book's own stays in its title.
  {
    kind: "chapter",
    stripped: false,
    names: "module|leçon|lesson|séance|section|unité|acte|scène|épisode|lektion|lección|lezione",
  },
];
const number = "(?:n[°ºo]\\.?\\s*)?(?<written>\\d{1,3}|[ivxlc]{1,7}|\\p{L}{2,10})(?:er|re|ère)?(?![\\p{L}\\p{N}])";
const end = "(?<separator>\\s*[.:)–—,|-]+\\s*|\\s*$|\\s+)";
const looks = kinds.map(({ names, ...kind }) => {
  return { ...kind, look: new RegExp(`^(?<name>${names})(?!\\p{L})\\s*${number}${end}`, "iu") };
});
/** « Deuxième partie : », « 1er chapitre : » */
const ordinal = "(?<written>\\p{L}{3,10}|\\d{1,2}(?=(?:er|re|ère|e|ème|nd|nde)\\s))(?:er|re|ère|e|ème|nd|nde)?";
const ordinals = kinds.slice(0, 2).map(({ names, ...kind }) => {
  return {
    ...kind,
    look: new RegExp(`^${ordinal}\\s+(?<name>${names})(?!\\p{L})(?<separator>\\s*[.:)–—-]+\\s*|$)`, "iu"),
  };
});

/** Tells that a word ends where a title of its own could begin. */
const beginsTitle = (rest: string) => /^[\p{Lu}\p{N}«"“'’*]/u.test(rest);

export function keywordOf(text: string): Keyword | undefined {
  for (const { kind, stripped, look } of [...looks, ...ordinals]) {
    const found = look.exec(text);
    if (!found) continue;
    const [whole] = found;
    const { name = "", written = "", separator = "" } = found.groups ?? {};
    const word = readNumberWord(written);
    const value = word ?? (/^\d/.test(written) ? Number(written) : readRoman(written));
    const isSeparated = separator.trim() !== "" || whole.length === text.length;
    // « Chapitre deux fois écrit » names no number.
    if (value !== undefined && (isSeparated || (word === undefined && beginsTitle(text.slice(whole.length)))))
      return { kind, name: name.toLowerCase(), value, stripped, length: whole.length };
  }
  return undefined;
}

const named =
  /^(?:introduction|conclusion|prologue|[ée]pilogue|avant-propos|pr[ée]face|pr[ée]ambule|postface|annexes?|remerciements|bibliographie|glossaire|lexique|bibliography|glossary|foreword|afterword|appendix|appendices|einleitung|vorwort|nachwort|fazit|anhang|introducción|conclusión|prólogo|epílogo|introduzione|conclusione|prologo|epilogo|introdução|conclusão|inleiding|voorwoord|conclusie|nawoord)(?![\p{L}\p{N}])/iu;
const mostWords = 10;

/** « Introduction », « Conclusion générale »: a chapter of its own where the others are numbered. */
export const isNamedPart = (text: string) =>
  named.test(text) && text.split(/\s+/, mostWords + 1).length <= mostWords && !/[.:;]$/.test(text);

const announcing =
  /^(?:sommaire|table des mati[èe]res|plan(?: d(?:u|e mon) livre| d[ée]taill[ée])?|chapitres|contents|table of contents|outline|chapters|inhalt(?:sverzeichnis)?|kapitel|índice|indice|sumário|inhoud(?:sopgave)?)\s*:?$/i;

/** « Sommaire » */
export const namesPlan = (text: string) => announcing.test(text);

/** « Sommaire », « Voici mon plan : »: what stands above a plan and is none of it. */
export const isAnnouncement = (text: string) => namesPlan(text) || text.endsWith(":");
