import { namedLanguages } from "./named-languages.ts";

const writes = [
  "ecri\\p{L}*|redig\\p{L}*|tradui\\p{L}*|repond\\p{L}*|write|written|writing|translate\\p{L}*|answer|reply|respond\\p{L}*",
  "schreib\\p{L}*|geschrieben|verfass\\p{L}*|ubersetz\\p{L}*|antworte\\p{L}*|escrib\\p{L}*|escrit\\p{L}*|redact\\p{L}*",
  "traduc\\p{L}*|traduz\\p{L}*|scriv\\p{L}*|scritt\\p{L}*|rispond\\p{L}*|escrev\\p{L}*|redij\\p{L}*|schrijf\\p{L}*",
  "geschreven|vertaal\\p{L}*|antwoord\\p{L}*",
].join("|");
const works =
  "livres?|ouvrages?|chapitres?|textes?|books?|chapters?|texts?|libros?|capitulos?|textos?|buch\\p{L}*|kapitel|texte?|libri|capitol\\p{L}*|testo|livros?|boek|hoofdstuk\\p{L}*|tekst";
const wholes = `${works}|tout|everything|all|todo|alles|tutto|tudo`;
const articles = "(?:(?:le|la|l.|het|the|el|il|o|langue|lengua|lingua|idioma) ?){0,2}";
const into = `(?:en|in|auf|em|vers|into|to|langue|naar|op|al) ${articles}`;
const any = Object.values(namedLanguages).flat().join("|");
const named = `(${any})e?(?!\\p{L})`;
const polite =
  "(?:(?:please|bitte|merci de|veuillez|por favor|per favore|alstublieft|s.il (?:vous|te) plait|il faut|tu dois|vous devez|you must|je veux que tu|i want you to|kindly),? )?";
const must =
  "(?:doit|doivent|devra|devront|sera|seront|est|sont|must|should|shall|will|is|are|debe|deben|esta|es|soll|sollen|muss|ist|wird|deve|devono|sara|e|sera|moet|moeten|is)";
const whole = `(?<!\\p{L})(?:${wholes})(?!\\p{L})`;

const pattern = (text: string) => new RegExp(text, "u");
const language = `(?:langue|language|idioma|lengua|lingua|sprache|taal|linguagem)`;

/** Leaves no doubt that the whole is meant. */
const sure = [
  // « Écris tout le livre en espagnol », "Write in English".
  pattern(
    `^${polite}(?:${writes})(?!\\p{L})(?:[^\\n]{0,80}?${whole}[^\\n]{0,40}?[ ,]| (?:\\p{L}+ment |only |nur |solo |bitte )?)${into}${named}`,
  ),
  // „Das Buch soll auf Deutsch sein“.
  pattern(`(?<!\\p{L})(?:${works}) (?:[^\\n]{0,30}? )?${must} (?:[^\\n]{0,30}? )?${into}${named}`),
  // « La langue du livre est l’italien ».
  pattern(`(?<!\\p{L})${language}(?: [^\\n:]{0,40}?)? ?(?:[:=]|(?<!\\p{L})${must}(?!\\p{L})) ?${articles}${named}`),
  // "En inglés", "auf Deutsch bitte", "in English only".
  pattern(
    `^(?:uniquement |seulement |tout |only |nur |solo |so |alleen |bitte )?${into}${named}(?:,? (?:\\p{L}+ ?){0,3})?$`,
  ),
  pattern(`^${named} (?:only|uniquement|seulement)$`),
  // „Bitte auf Deutsch schreiben“, "in het Nederlands schrijven".
  pattern(
    `^(?:[^\\n]{0,80}?${whole}[^\\n]{0,20}? |bitte )?${into}${named} (?:schreiben|verfassen|schrijven|escribir|ecrire|rediger)$`,
  ),
];
/** May mean the whole, or something in it. */
const unsure = [
  pattern(`^${polite}(?:${writes})(?!\\p{L})[^\\n]{0,80}?(?<!\\p{L})${into}${named}`),
  pattern(`(?<!\\p{L})(?:${works}),? ${into}${named}`),
  pattern(`[(\\[](?:\\p{L}+ )?${into}${named}[)\\]]`),
  pattern(`^(?:\\p{L}+,? ){0,3}${into}(?:\\p{L}+ )?${named}(?: \\p{L}+)?$`),
];

const negated =
  /(?<!\p{L})(?:n[’']\p{L}+|ne|pas|jamais|rien|aucun\p{L}*|not|never|don.t|no|nunca|nicht|kein\p{L}*|nie|non|mai|nao|niet|geen|nooit)(?!\p{L})/u;
/** What is only a part of a book may be in any language, and so may what the book is about. */
const part = new RegExp(
  `(?<!\\p{L})(?:${[
    "cit\\p{L}*|mots?|termes?|phrases?|exemples?|proverbes?|titres?|dialogues?|glossai\\p{L}*|prefaces?|annexes?|resumes?|lettres?",
    "premie\\p{L}*|dernie\\p{L}*|expressions?|vocabulaire|poemes?|chansons?|code|noms?|legendes?|encadres?|notes?|comment\\p{L}*",
    "quot\\p{L}*|words?|terms?|examples?|sentences?|glossary|titles?|summar\\p{L}*|first|last|letters?|songs?|names?|how|captions?",
    "palabras?|terminos?|frases?|ejemplos?|refranes|worter|wortern|begriff\\p{L}*|zitat\\p{L}*|beispiel\\p{L}*|satz\\p{L}*|parole|termini|esempi|palavras|exemplos|woorden|voorbeeld\\p{L}*",
    "appre\\p{L}*|enseign\\p{L}*|cours|lecon\\p{L}*|manuel|guide|methode|learn\\p{L}*|teach\\p{L}*|course|lesson\\p{L}*|lern\\p{L}*|aprend\\p{L}*|ensin\\p{L}*|insegn\\p{L}*|impar\\p{L}*|leren|cours",
    "sans (?:faute|erreur)s?|without (?:mistake|error)s?|fautes?|comme|like|wie|como|come|zoals|savoir|aider?|help\\p{L}*",
  ].join("|")})(?!\\p{L})`,
  "u",
);

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[ \t\u00a0\u202f]+/g, " ")
    .trim();

/** The language that an author asks the whole book to be in. */
export type AskedLanguage = { code: string; isSure: boolean };

const codeOf = (name: string) => Object.keys(namedLanguages).find((code) => namedLanguages[code]?.includes(name));

function askedIn(sentence: string): AskedLanguage | undefined {
  for (const [patterns, isSure] of [
    [sure, true],
    [unsure, false],
  ] as const) {
    const found = patterns.map((one) => one.exec(sentence)).find((match) => match !== null);
    const code = codeOf(found?.[1] ?? "");
    if (!found || !code) continue;
    if (negated.test(sentence.slice(0, found.index + found[0].length)) || part.test(sentence)) return undefined;
    return { code, isSure };
  }
  return undefined;
}

/** Reads in instructions the language of the whole book, where they name one; undefined where they only speak of one. */
export function languageAsked(text: string): AskedLanguage | undefined {
  const found = plain(text)
    .split(/[.!?;\n]+/)
    .flatMap((sentence) => askedIn(sentence.trim()) ?? []);
  return found.find(({ isSure }) => isSure) ?? found[0];
}
