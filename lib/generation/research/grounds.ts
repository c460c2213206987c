import { foldText } from "../../contract/outline.ts";
import { loadDetector } from "../language/detect.ts";

/** Words of five letters and more that any page may hold. */
const common = new Set(
  `ainsi alors apres aussi autre autres avant avoir celle celles cette chaque chose comme contre depuis elles encore
  enfin entre faire fois jamais leurs lorsque meme moins notre parce partie peuvent plusieurs quand quelle quelles selon
  serait souvent tandis toujours toute toutes votre about after again always because before being between during every
  first other others should since still their there these thing those through under until where which while would your`.split(
    /\s+/,
  ),
);

/** Makes the forms of a word equal, and often its sisters in other languages. */
export const stemOf = (word: string) => word.replace(/[sx]$/, "").slice(0, 5);
const stemsIn = (text: string): string[] =>
  foldText(text)
    .split(" ")
    .filter((word) => word.length > 4 && !common.has(word))
    .map(stemOf);

/** Makes 3 500, 3,500 and 3500 equal. */
export const joinThousands = (text: string): string => text.replace(/(?<=\d)[ \u00a0\u202f.,'’](?=\d{3}(?!\d))/g, "");

/** Makes 2,5 and 2.5 equal, too. */
const numbersIn = (text: string): string[] =>
  (joinThousands(text).match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace(",", "."));

/** Takes a capital inside a sentence for a proper noun; numerals like XIXe are none. */
const namesIn = (text: string): string[] =>
  (text.match(/(?<=[\p{L}\p{N},;)»’'–-] ?)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [])
    .filter((name) => !/^[IVXLCDM]+(?:er?|ème)?$/.test(name))
    .map((name) => stemOf(foldText(name)));

const isLatin = (text: string) =>
  (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > text.replace(/\P{L}/gu, "").length;

const orders = [
  /(?:ignor|oubli|n[ée]glig|contourn|disregard|forget|overrid|bypass)\p{L}*[^.\n]{0,80}(?:consigne|instruction|directive|prompt|règle|rules?\b)/iu,
  /(?:note|message|consigne|instruction|ordre)s? (?:pour|à|aux?|destinée?s? (?:à|aux?)|for|to) (?:l[ae’'] ?|les |the |an? |toute? )?(?:modèle|ia|assistant|llm|ai|language model|model)s?(?!\p{L})/iu,
];

/** Tells whether a text speaks to a model, not to a reader. */
export const isOrder = (text: string): boolean => orders.some((order) => order.test(text));

const minListedWords = 8;
const maxSmallWordsShare = 0.15;

/** Tells words put one after another for an engine to find from a sentence: it has none of the small words of one. */
export function isKeywordList(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => word.length <= 3).length;
  return words.length >= minListedWords && isLatin(text) && small / words.length < maxSmallWordsShare;
}

/** The share of a note's words that its page must hold; in another language few words are alike. */
const shares = { same: 2 / 3, other: 0.1 };
/** The share of its names that must be the same in another language: Londres, Germany. */
const translatedNames = 1 / 2;

const shareOf = (wanted: string[], there: ReadonlySet<string>) =>
  wanted.length === 0 ? 1 : wanted.filter((one) => there.has(one)).length / wanted.length;

/** Compares numbers, proper nouns and words, as far as the two languages allow. Orders to a model vouch for nothing. */
export async function groundsOf({ title, text }: { title: string; text: string }): Promise<(note: string) => boolean> {
  const { detect } = await loadDetector();
  const said = [title, ...text.split("\n").filter((line) => !isOrder(line))].join("\n");
  const words = foldText(said).split(" ").map(stemOf);
  const stems = new Set(words);
  const numbers = new Set(numbersIn(said));
  const [{ language }, latin] = [detect(said.slice(0, 4000)), isLatin(said)];
  return (note) => {
    // Small numbers are often words where the page has them.
    const figures = numbersIn(note).filter((one) => one.length > 1);
    if (shareOf(figures, numbers) < 1) return false;
    if (!latin) return true;
    const same = detect(note).language === language;
    if (shareOf(namesIn(note), stems) < (same ? 1 : translatedNames)) return false;
    const wanted = stemsIn(note);
    return wanted.length > 0 && shareOf(wanted, stems) >= (same ? shares.same : shares.other);
  };
}
