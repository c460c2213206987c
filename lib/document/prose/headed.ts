const series = [
  "exercices?|corrigés?|consignes?|énoncés?|solutions?|réponses?|questions?|indications?|à vous de jouer|entraînement",
  "exercises?|answers?|hints?|instructions?|übung(?:en)?|lösung(?:en)?|ejercicios?|soluci[oó]n(?:es)?|esercizio?",
  "ingrédients?|préparation|étapes|matériel|fournitures|marche à suivre|ingredients?|directions|steps",
  "paramètres?|valeur renvoyée|valeur de retour|syntaxe|limitations?|propriétés|parameters?|returns?|props|syntax|caveats?",
  "refrain|chœur|couplet|chorus|antienne|répons",
].join("|");
const label = `^[^\\p{L}]{0,5}(?:${series})(?: (?:de l[’']|of )?(?:exercice|exercise))?(?: \\p{N}{1,3}\\p{Ll}?| [IVX]{1,4})?`;
const seriesHeading = new RegExp(`${label}[^\\p{L}\\p{N}]*(?:[:.–—-] .*)?$`, "iu");
const seriesLabel = new RegExp(`${label} ?[:.–—]`, "iu");

const maxCharacters = 120;

/** Whether what stands below this heading is one of a series (exercises, recipes, an API): it may say what others say. */
export const headsSeries = (heading: string): boolean =>
  heading.length <= maxCharacters && seriesHeading.test(heading.trim());

/** « Corrigé. On isole… », « Exercice 3 : … » */
export const isLabelled = (paragraph: string): boolean => seriesLabel.test(paragraph.slice(0, maxCharacters));

const languages =
  "anglaise?s?|allemande?s?|espagnole?s?|italien(?:ne)?s?|latine?s?|portugaise?s?|néerlandaise?s?|english|french|german|spanish|italian|latin|portuguese|dutch";
const examples = new RegExp(
  `(?<!\\p{L})(?:exemples?|dialogues?|vocabulaire|expressions?|phrases?|tradui\\p{L}*|traductions?|répéte\\p{L}*|conjug\\p{L}*|prononc\\p{L}*|proverbes?|citations?|titres?|chansons?|morceaux|albums?|examples?|vocabulary|sentences?|translat\\p{L}*|quotes?|songs?|titles?|${languages})(?!\\p{L})`,
  "iu",
);

/** Whether what is headed or announced so may be in another language. */
export const headsExamples = (text: string): boolean => examples.test(text.slice(-300));
