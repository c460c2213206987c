import type { Document } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";
import { withoutBlocks } from "./headings.ts";
import { announcements as otherAnnouncements, offers as otherOffers } from "./phrases/other-languages.ts";

/** Phrases that a model puts before and after a text for its user. */

const work = "(?:texte|chapitre|section|passage|version|chapter|text|draft)s?";
const order = "(?:vos|votre|tes|ta|your) (?:consignes?|instructions?|demandes?|indications?|requests?|guidelines)";
const assent =
  "(?:bien sûr|bien entendu|certainement|avec plaisir|volontiers|d[’']accord|très bien|parfait|entendu|absolument|sure|of course|certainly|absolutely)";
const offering = "(?:je vous (?:propose|présente|livre|soumets|remets|envoie)|voici|voilà|here is|here[’']s|here are)";
const changing =
  "(?:poursui|continu|développ|approfondi|rédig|écri|ajout|modifi|détaill|pass[eé]|repren|ajust|complèt|complét|prolong|propos)";

const speaker = "(?:je vais|laissez-moi|permettez-moi de|i[’']ll|i will|i am going to|let me)(?!\\p{L})";
const promising = `(?:nous allons|${speaker}) ?(?:vous |te |now |maintenant )*(?:écri|rédig|propos|présent|prépar|donn|write|draft|provide|give|present)`;

const announcements = [
  // « Voici le chapitre… » and what ends with a colon.
  /^(?:(?:bien sûr|d[’']accord|très bien|parfait|certainement)[\s,!.:]*)?(?:voici|voilà|here is|here[’']s)\b(?=.*(?:chapitre|chapter|:[*_\s]*$))/i,
  new RegExp(String.raw`^${assent}\s*[!,.:…]+\s*${offering} (?:\S+ ){0,3}${work}(?!\p{L})`, "iu"),
  new RegExp(
    String.raw`^${assent}\s*[!,.:…]+\s*(?:je (?:serais?|suis) (?:ravie?|heureux|heureuse|enchantée?|prête?|là)|i(?:[’']d| would|[’']ll| will|[’']m| am) (?:be )?(?:happy|glad|delighted|ready|here))(?!\p{L})(?=.*(?:${work}(?!\p{L})|rédig|écri|writ))`,
    "iu",
  ),
  // « Je vais vous écrire une section sur le pain : »
  new RegExp(String.raw`^(?:${assent}\s*[!,.:…]+\s*)?${promising}(?=.*(?<!\p{L})${work}(?!\p{L})).*:[*_\s]*$`, "iu"),
  // « Certainly! The book speaks of the sea. Here are two paragraphs to get you started: »
  new RegExp(
    String.raw`^${assent}\s*!.*(?<!\p{L})${offering} (?:\S+ ){0,3}(?:paragra\p{L}*|${work})(?!\p{L}).*:[*_\s]*$`,
    "iu",
  ),
  // « Bien sûr, je vais commencer par les ingrédients. Voici leur liste : »
  new RegExp(String.raw`^${assent}\s*[!,.:…]+\s*${speaker}.*(?<!\p{L})${offering}(?!\p{L}).*:[*_\s]*$`, "iu"),
  new RegExp(
    String.raw`^(?=.*(?:${work}(?!\p{L})|rédig|écri|writ)).*(?:selon|conformément à|suivant|respectant|following|according to|per) (?:\S+ )?${order}(?!\p{L})`,
    "iu",
  ),
];

/** What stands in the middle of an answer as much as after it: nobody says it to a reader. */
const directOffers = [
  new RegExp(
    String.raw`^si vous (?:avez (?:besoin|des questions)|souhaitez|voulez|désirez)(?!\p{L})(?=.*(?<!\p{L})(?:paragraphe|partie|${work})).*(?:n[’']hésitez pas|dites-le-moi|faites-le-moi savoir|je peux|je serais? (?:ravi|heureu))`,
    "iu",
  ),
  new RegExp(
    String.raw`^if you (?:need|want|wish|would like|[’']d like|have)(?!\p{L})(?=.*(?<!\p{L})(?:paragraph|part|change|revision|${work})).*(?:let me know|feel free|don[’']t hesitate|i can|i[’']ll)(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`^n[’']hésitez pas à me (?:le )?(?:dire|demander|contacter|faire savoir)(?!\p{L})(?=.*(?<!\p{L})(?:paragraphe|partie|précision|retouche|${work}))`,
    "iu",
  ),
];

const offers = [
  ...directOffers,
  new RegExp(`^(?:souhaitez|voulez|désirez|aimeriez|préférez)-vous que (?:je |j[’']|nous )(?:vous )?${changing}`, "iu"),
  new RegExp(
    String.raw`^(?:n[’']hésitez pas à me|dites-moi si vous (?:souhaitez|voulez)|je reste à votre disposition|je peux aussi|je peux maintenant)(?!\p{L})(?=.*(?:${work}|${changing}|suite|précision|retouche))`,
    "iu",
  ),
  /^(?:would you like me to|do you want me to|shall i|should i) (?:continue|write|expand|proceed|go on|add|revise)\b/i,
  /^(?:please )?(?:let me know if you(?:[’']d like| want| would like| need)|feel free to ask me)\b/i,
  /^[([*_]*(?:à suivre dans le (?:prochain chapitre|chapitre suivant)|to be continued in the next chapter)[\s….!)\]*_]*$/i,
  /^(?:dans le (?:prochain chapitre|chapitre suivant), nous (?:verrons|aborderons|découvrirons|explorerons|étudierons)|in the next chapter, we(?:[’']ll| will) (?:see|look|explore|cover|discuss))(?!\p{L})/iu,
  new RegExp(`^(?:j[’']espère que|i hope) (?:ce|this) ${work} .*(?:convien|répond|attentes|helps|meets)`, "iu"),
  /^(?:these|the above) paragraphs (?:now )?(?:provide|give|offer|add|explain|expand|describe|highlight)(?!\p{L})/iu,
  /^(?:ces|les) paragraphes (?:ci-dessus )?(?:fournissent|apportent|donnent|ajoutent|complètent|expliquent|décrivent|développent)(?!\p{L})/iu,
  /^[([*_]*(?:fin du|fin de ce|end of(?: the)?) (?:chapitre|chapter)(?: \d+)?[.)\]*_]*$/i,
];

const allOffers = [...offers, ...otherOffers];

const maxLineCharacters = 300;
const says = (patterns: RegExp[], line: string) =>
  line.length <= maxLineCharacters && patterns.some((pattern) => pattern.test(line.trim()));

export const announces = (paragraph: string): boolean => says([...announcements, ...otherAnnouncements], paragraph);

const isRule = (line: string) => /^\s*(?:-{3,}|\*{3,})\s*$/.test(line);

/** « Nous verrons la farine. Voici deux paragraphes pour ce chapitre : »: what stands before may belong to the text. */
const lastAnnouncement = new RegExp(
  String.raw`(?<=[.!?…] )${offering} (?=[^.!?\n]*(?<!\p{L})(?:paragra|${work}(?!\p{L})))[^.!?\n]*(?<!\p{L})(?:pour|for) (?:ce|cette|le|la|this|the) (?:${work})(?!\p{L})[^.!?\n]*:[*_\s]*$`,
  "iu",
);

export function withoutAnnouncement(text: string): string {
  const end = text.indexOf("\n");
  if (end < 1) return text;
  const first = text.slice(0, end);
  const last = first.length <= maxLineCharacters ? lastAnnouncement.exec(first) : null;
  if (last) return `${first.slice(0, last.index).trimEnd()}${text.slice(end)}`;
  if (!announces(first)) return text;
  const rest = text.slice(end).replace(/^\n+/, "");
  const line = rest.slice(0, Math.max(0, rest.indexOf("\n")));
  const below = isRule(line) ? rest.slice(line.length).replace(/^\n+/, "") : rest;
  return below.trim() === "" ? text : below;
}

/** Takes out the paragraphs that offer another text, wherever a model that goes on afterwards has left them. */
export const withoutOffersInside = (document: Document): string =>
  withoutBlocks(
    document,
    document.blocks.filter(({ node }) => node.type === "paragraph" && says(directOffers, textOf(node))),
  );

function lastSentence(text: string): { sentence: string; start: number } | undefined {
  const end = text.trimEnd().replace(/(?<![.!?…])[.!?…]+$/, "").length;
  if (end === text.trimEnd().length) return undefined;
  const stop = Math.max(...[".", "!", "?", "…", "\n"].map((mark) => text.lastIndexOf(mark, end - 1)));
  const quote = /^[\s»]*/.exec(text.slice(stop + 1))?.[0] ?? "";
  const isCut = stop > 0 && text[stop] !== "\n" && /^»?\s/.test(quote);
  return isCut
    ? { sentence: text.slice(stop + 1 + quote.length), start: stop + 1 + quote.trimEnd().length }
    : undefined;
}

export function withoutOffer(text: string): string {
  const body = text.trimEnd();
  const before = body.slice(0, Math.max(0, body.lastIndexOf("\n"))).trimEnd();
  if (before !== "" && says(allOffers, body.slice(body.lastIndexOf("\n") + 1))) {
    const rule = before.lastIndexOf("\n") + 1;
    return isRule(before.slice(rule)) ? before.slice(0, rule).trimEnd() : before;
  }
  const last = lastSentence(text);
  return last && says(allOffers, last.sentence) ? text.slice(0, last.start) : text;
}
