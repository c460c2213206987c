import { deBefore, elides } from "./elision.ts";
import { genderOf } from "./nouns.ts";
import { oneLine, quote, upperFirst, words } from "./typography.ts";
import { looksLikeClause, opensWithInfinitive } from "./verbs.ts";

/** A subject ready to stand in a sentence: alone, after « de », after « à », the contractions made. */
export type Phrase = { le: string; de: string; a: string };

export type Subject = Phrase & {
  /** The topic on one line, without its final period, with a capital; what a title is made of. */
  heading: string;
  /** How a chapter's title names the subject before a colon. */
  label: string;
  kind: "noun" | "infinitive" | "question" | "quoted" | "long";
  /** Short enough to come back in every chapter without wearying. */
  repeatable: boolean;
};

export const generic: Phrase = { le: "ce sujet", de: "de ce sujet", a: "à ce sujet" };

const plain = (text: string): Phrase => ({ le: text, de: `de ${text}`, a: `à ${text}` });

const lowerFirst = (text: string) =>
  /^\p{Lu}(?:[\p{Ll}’ -]|$)/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

const articles: [RegExp, (rest: string) => Phrase][] = [
  [/^le (?=\S)/i, (rest) => ({ le: `le ${rest}`, de: `du ${rest}`, a: `au ${rest}` })],
  [/^les (?=\S)/i, (rest) => ({ le: `les ${rest}`, de: `des ${rest}`, a: `aux ${rest}` })],
  [/^[Ll][Aa] (?=(?:Rochelle|Havane|Haye|Mecque|Réunion|Paz|Baule|Ciotat|Fontaine)\b)/, (rest) => plain(`La ${rest}`)],
  [/^la (?=\S)/i, (rest) => plain(`la ${rest}`)],
  [/^l’(?=\S)/i, (rest) => plain(`l’${rest}`)],
  [/^une (?=\S)/i, (rest) => ({ le: `une ${rest}`, de: `d’une ${rest}`, a: `à une ${rest}` })],
  [/^un (?=\S)/i, (rest) => ({ le: `un ${rest}`, de: `d’un ${rest}`, a: `à un ${rest}` })],
  [/^des (?=\S)/i, (rest) => ({ le: `des ${rest}`, de: deBefore(rest), a: `à des ${rest}` })],
];
const determiner =
  /^(?:mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leurs?|ce|cet|cette|ces|quelques|deux|trois|quatre|cinq|dix|chaque|plusieurs) (?=\S)/i;
const genre =
  /^(?:(?:petit|grand|bref|court|nouveau|modeste) )?(?:traité|manuel|guide|éloge|précis|abécédaire|atlas|dictionnaire) (?=d)/i;
const complement: [RegExp, string][] = [
  [/^du /i, "le "],
  [/^des /i, "les "],
  [/^de (?=(?:la|l’|son|sa|ses|mon|nos|ce|cette) ?)/i, ""],
];

const joint = /(, | et | ou )(?=(?:les?|la) |l’)/i;
const governed = / (?:de|du|des|d’\S+|entre|pour|avec|sur|dans|à|aux?|par|chez|contre|qui|que|dont|où) /i;

/** « Le pain et le vin »: each noun takes its own preposition. Undefined when one might depend on the other. */
function joined(text: string): Phrase | undefined {
  const [first = "", link = "", rest = ""] = text.split(new RegExp(`${joint.source}(.*)`, "i"));
  if (governed.test(` ${first} `)) return undefined;
  const left = nounPhrase(first);
  const right = nounPhrase(rest);
  if (!left || !right) return undefined;
  return { le: left.le + link + right.le, de: left.de + link + right.de, a: left.a + link + right.a };
}

/** The phrase behind an article, a possessive or a genre word; undefined when nothing certain is there. */
function nounPhrase(text: string): Phrase | undefined {
  if (looksLikeClause(text)) return undefined;
  if (joint.test(text)) return joined(text);
  if (text.includes(",")) return undefined;
  for (const [article, build] of articles) {
    if (article.test(text)) return build(text.replace(article, ""));
  }
  if (determiner.test(text)) return plain(lowerFirst(text));
  if (genre.test(text)) {
    const rest = text.replace(genre, "");
    for (const [preposition, article] of complement) {
      if (preposition.test(rest)) return nounPhrase(article + rest.replace(preposition, ""));
    }
    return undefined;
  }
  const gender = genderOf(text);
  if (!gender) return undefined;
  const noun = lowerFirst(text);
  if (elides(noun)) return plain(`l’${noun}`);
  return gender === "feminine" ? plain(`la ${noun}`) : { le: `le ${noun}`, de: `du ${noun}`, a: `au ${noun}` };
}

const interrogative =
  /^(?:comment|pourquoi|quand|où|que|qu’est-ce|qui|quels?|quelles?|combien|est-ce|faut-il|peut-on|doit-on|à quoi|de quoi)(?= |$)/i;

/**
 * Reads a topic as it was typed. In doubt it is kept between guillemets, where no article and no agreement is needed;
 * a text too long to be named stays « ce sujet ».
 */
export function subjectOf(topic: string): Subject {
  const text = oneLine(topic)
    .replace(/(?<![.…])\.$/, "")
    .trim();
  const heading = upperFirst(text);
  const length = words(text).length;
  const short = (phrase: Phrase) => ({
    ...phrase,
    heading,
    label: heading,
    repeatable: words(phrase.le).length <= 5 && phrase.le.length <= 50,
  });
  if (text.length > 100 || length > 16 || /[.!?;…]\s/.test(text)) {
    return { ...generic, heading, label: heading, kind: "long", repeatable: true };
  }
  const how = text.replace(/^comment /i, "").replace(/\u202f?\?$/, "");
  const asked = /\?$/.test(text) || interrogative.test(text);
  const bare = lowerFirst(asked ? how : text);
  if (opensWithInfinitive(bare) && !/[:!?«»]/.test(bare) && (!asked || /^comment /i.test(text))) {
    const art = `l’art ${deBefore(bare)}`;
    return { ...short(plain(art)), label: upperFirst(bare), kind: "infinitive" };
  }
  if (asked && length > 1) return { ...short(plain(`la question ${quote(text)}`)), kind: "question" };
  const phrase = length > 0 && !/[:!?«»"()/]/.test(text) ? nounPhrase(text) : undefined;
  return { ...short(phrase ?? plain(quote(text))), kind: phrase ? "noun" : "quoted" };
}
