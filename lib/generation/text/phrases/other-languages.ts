import { german } from "./de.ts";
import { spanish } from "./es.ts";
import { italian } from "./it.ts";
import { dutch } from "./nl.ts";
import type { Phrases } from "./phrases.ts";
import { portuguese } from "./pt.ts";

const all: Phrases[] = [spanish, german, italian, portuguese, dutch];
/** « el capítulo solicitado: » is handed over; « el texto de la carta: » belongs to the book. */
const request = "(?: (?!(?:de|del|des|der|da|das|do|dos|di|della|von|van)(?!\\p{L}))\\p{L}+){0,2} ?:";
const anyOf = (patterns: string[]) => `(?:${patterns.join("|")})(?!\\p{L})`;

/** What stands before a heading's number, in any of these languages. */
export const numberedWords = all.map(({ numbered }) => numbered).join("|");

const headings = new RegExp(`^${anyOf(all.flatMap(({ conclusions }) => conclusions))}$`, "u");
/** Takes a heading in lower case, without punctuation. */
export const isConclusion = (heading: string): boolean => headings.test(heading);

/** Matches the words that open a concluding paragraph, up to the letter that follows them. */
export const concludingWords = new RegExp(
  `^${anyOf(all.flatMap(({ concluding }) => concluding))}\\s?[,:]\\s?(.?)`,
  "iu",
);

/** Lines that hand over a text of which they speak. */
export const announcements = all.flatMap(({ handing, works }) => [
  new RegExp(`^(?:${anyOf(handing)}[\\s,!.:]{0,3}){1,2}(?=.*(?<!\\p{L})${works}(?!\\p{L})${request}[*_ ]{0,4}$)`, "iu"),
]);

export const offers = all.map((phrases) => new RegExp(`^(?:${phrases.offers.join("|")})`, "iu"));

const plans = new RegExp(`^${anyOf(all.flatMap(({ announcing }) => announcing))}`, "iu");
const recalls = new RegExp(`(?<!\\p{L})${anyOf(all.flatMap(({ recalling }) => recalling))}`, "iu");
/** Tells a sentence that speaks of the book's plan instead of its subject. */
export const speaksOfPlan = (sentence: string): boolean => plans.test(sentence) || recalls.test(sentence);

const apology = new RegExp(`^${anyOf(all.flatMap(({ apologies }) => apologies))}`, "iu");
const inability = new RegExp(`(?<!\\p{L})${anyOf(all.flatMap(({ inabilities }) => inabilities))}`, "iu");
/** Tells a sentence that declines, which in a book nobody says so near its beginning. */
export const declines = (sentence: string): boolean => apology.test(sentence) && inability.test(sentence);
