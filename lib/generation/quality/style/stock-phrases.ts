import type { Finding, Paragraph } from "./prose.ts";

/** Phrases that models put everywhere and that say nothing of a subject. */
const french = [
  "il (?:est|convient|faut) (?:donc |aussi |également )?(?:important|essentiel|crucial|primordial|indispensable|nécessaire)? ?de (?:noter|souligner|rappeler|comprendre|mentionner|préciser)",
  "il est (?:donc |aussi |également )?(?:important|essentiel|crucial|primordial) (?:de|que|pour)",
  "(?:joue|jouent|jouer|jouait|jouant) un rôle (?:\\S+ )?(?:crucial|essentiel|important|central|majeur|clé|fondamental|primordial)",
  "dans un monde (?:où|en constante|en perpétuelle)",
  "en constante évolution",
  "une? (?:expérience|atmosphère|ambiance) (?:\\S+ )?(?:unique|inoubliable|magique)",
  "un outil (?:puissant|précieux|essentiel|indispensable)",
  "de manière (?:efficace|significative|optimale)",
  "(?:un|le) voyage (?:fascinant|passionnant|inoubliable)",
  "plong(?:eons|er|ez) (?:au cœur|dans (?:le monde|l’univers))",
  "(?:un témoignage|témoigne(?:nt)?) de (?:la richesse|l’importance|la beauté|la diversité)",
  "(?:en conclusion|en résumé|pour conclure|en somme|pour résumer)",
  "non seulement .{1,80} mais (?:aussi|également)",
  "(?:est|sont) (?:\\S+ )?(?:fascinante?s?|incontournables?|indéniables?)",
];
const english = [
  "it (?:is|’s) (?:also )?(?:important|essential|crucial|worth|vital) (?:to|that|noting)",
  "(?:plays?|played|playing) an? (?:\\S+ )?(?:crucial|vital|key|important|significant|essential|pivotal|central) role",
  "in today’s (?:\\S+ )?(?:world|society|age|landscape)",
  "ever-(?:changing|evolving)",
  "a testament to",
  "rich tapestry",
  "(?:delve|delving|dive|diving) (?:deeper )?into",
  "(?:in conclusion|in summary|to sum up|overall,)",
  "(?:a|an) (?:unique|unforgettable|vibrant|rich) (?:experience|atmosphere|blend|history)",
  "a wide (?:range|variety|array) of",
  "not only .{1,80} but also",
  "(?:is|are|was|were) (?:\\S+ )?(?:fascinating|breathtaking|undeniable)",
];
const phrases = new RegExp(`(?<!\\p{L})(?:${[...french, ...english].join("|")})`, "giu");

export const findStockPhrases = (paragraphs: Paragraph[]): Finding[] =>
  paragraphs.flatMap(({ text, block }) =>
    (text.replace(/'/g, "’").match(phrases) ?? []).map((quote) => ({ quote, block })),
  );
