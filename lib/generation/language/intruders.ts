import { wordsIn } from "../../document/words.ts";
import { comparedLanguages, functionWordsOf } from "./function-words.ts";

/** Words that are no word of another of these languages, and that borrowed terms seldom hold. */
const unmistakable: Record<string, string> = {
  en: "the this these those their which with are was were is because been would could should they",
  fr: "une cette ces leur avec sont est qui nous vous être",
  es: "los una unos pero como muy está este esta son porque también",
  de: "der und ist nicht eine einen sind wird auch oder aber dass",
  it: "gli della delle degli che sono anche questo questa perché nella",
  pt: "uma não são também pelo isso muito",
  nl: "het een niet wordt voor ook deze naar omdat",
};
const sets = new Map(Object.entries(unmistakable).map(([language, list]) => [language, new Set(list.split(" "))]));

function intruding(language: string): Set<string> {
  const own = functionWordsOf(language);
  const all = [...sets].flatMap(([other, words]) => (other === language ? [] : [...words]));
  return new Set(all.filter((word) => !own.has(word)));
}

const foreignWords = (language: string): Set<string> =>
  new Set(comparedLanguages.flatMap((other) => (other === language ? [] : [...functionWordsOf(other)])));

const known = new Map<string, { intruders: Set<string>; foreign: Set<string> }>();
function listsFor(language: string) {
  const lists = known.get(language) ?? { intruders: intruding(language), foreign: foreignWords(language) };
  known.set(language, lists);
  return lists;
}

/**
 * Finds single words of another language in a sentence of the book's: « prend the pain ». Each is given with its
 * neighbours: a term that comes back is one place.
 */
export function intrudersIn(text: string, language: string): string[] {
  const { intruders, foreign } = listsFor(language);
  const own = functionWordsOf(language);
  const words = wordsIn(text);
  const isForeign = (word: string | undefined) => word !== undefined && !own.has(word) && foreign.has(word);
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    const after = words[index + 1];
    const isAlone = intruders.has(word) && !isForeign(before) && !isForeign(after);
    const isName = /^\p{Lu}/u.test(after ?? "") || before === undefined;
    return isAlone && !isName && after !== undefined ? [`${before} ${word} ${after}`] : [];
  });
}
