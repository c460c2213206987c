/** As French, English and the language itself name each, without accents. */
const names: Record<string, string[]> = {
  fr: ["francais", "french"],
  en: ["anglais", "english"],
  es: ["espagnol", "spanish", "espanol", "castellano"],
  de: ["allemand", "german", "deutsch"],
  it: ["italien", "italian", "italiano"],
  pt: ["portugais", "portuguese", "portugues"],
  nl: ["neerlandais", "hollandais", "dutch", "nederlands"],
  ar: ["arabe", "arabic"],
  zh: ["chinois", "mandarin", "chinese"],
  ja: ["japonais", "japanese"],
  ko: ["coreen", "korean"],
  ru: ["russe", "russian"],
  uk: ["ukrainien", "ukrainian"],
  pl: ["polonais", "polish", "polski"],
  tr: ["turc", "turkish"],
  sv: ["suedois", "swedish", "svenska"],
  el: ["grec", "greek"],
  he: ["hebreu", "hebrew"],
  hi: ["hindi"],
  ca: ["catalan", "catala"],
  br: ["breton"],
  la: ["latin"],
};

const write =
  "ecri\\p{L}*|redig\\p{L}*|tradui\\p{L}*|write|written|writing|translate\\p{L}*|schreib\\p{L}*|escrib\\p{L}*|scriv\\p{L}*";
const whole = "livre|ouvrage|chapitres?|texte|book|chapters?|text|libro|buch";
const any = Object.values(names).flat().join("|");

const orders = [
  // Someone has to write, or the whole is spoken of, and then comes « en espagnol », "in Spanish"…
  `(?:${write}|${whole})(?!\\p{L})[^\\n]{0,80}?(?<!\\p{L})(?:en|in|auf|em|vers|into|to|langue)\\s+(?:langue\\s+|le\\s+)?(${any})e?(?!\\p{L})`,
  `(?:langue|language)\\s*:\\s*(${any})(?!\\p{L})`,
].map((order) => new RegExp(`(?<!\\p{L})${order}`, "u"));
const negated = /(?<!\p{L})(?:n.\p{L}+|pas|jamais|rien|aucun\p{L}*|not|never|don.t|no)(?!\p{L})/u;
/** What is only a part of a book may be in any language. */
const part =
  /(?<!\p{L})(?:cit\p{L}*|mots?|termes?|phrases?|exemples?|proverbes?|titres? originau?x?|quot\p{L}*|words?|terms?|examples?|sentences?|dialogues?|glossai\p{L}*|glossary)(?!\p{L})/u;

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The language in which instructions ask for the whole book, when they name one; undefined when they do not. */
export function languageAsked(instructions: string): string | undefined {
  for (const sentence of plain(instructions).split(/[.!?;\n]+/)) {
    const name = orders.map((order) => order.exec(sentence)?.[1]).find((found) => found !== undefined);
    if (name === undefined || negated.test(sentence) || part.test(sentence)) continue;
    return Object.keys(names).find((code) => names[code]?.includes(name));
  }
  return undefined;
}
