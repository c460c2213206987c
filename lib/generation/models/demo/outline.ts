import type { BookOutline } from "../../brief/book-outline.ts";
import type { Archetype } from "./corpus/archetype.ts";
import { generic, type Phrase, type Subject, subjectOf } from "./french/subject.ts";
import { oneLine, quote, shorten, upperFirst } from "./french/typography.ts";
import { planOf, type Request, seedOf } from "./plan.ts";
import { hash, pick, randomFrom } from "./random.ts";

/** Puts the subject in its slots. */
export const fill = (text: string, phrase: Phrase) =>
  text.replace(/\{(le|de|a)\}/g, (_, slot: keyof Phrase) => phrase[slot]);

/** Without an answer to « how many », 6 to 8 chapters, always the same number for the same book. */
const countOf = (request: Request) => request.chapters ?? 6 + (hash(seedOf(request)) % 3);

const suffixes = [
  ", une première approche",
  ", pas à pas",
  "\u202f: entrer dans le sujet",
  "\u202f: regarder, pratiquer, comprendre",
  "\u202f: premiers regards, premiers pas",
] as const;

function titleOf(request: Request, subject: Subject): string {
  if (request.title?.trim()) return request.title.trim().replace(/\s+/g, " ");
  const { heading } = subject;
  if (!/\p{L}|\p{N}/u.test(heading)) return `Autour ${subject.de}`;
  const whole =
    heading.length > 60 || /[.!?:…,]/.test(heading) || /^(?:petit|bref|court) |traité|manuel|guide/i.test(heading);
  if (whole) return shorten(heading.split(/(?<=[.!?…])\s/)[0] ?? heading, 100);
  return heading + pick(suffixes, randomFrom(`${seedOf(request)}\ntitle`));
}

const nameable = (subject: Subject) => subject.repeatable && ["noun", "infinitive", "quoted"].includes(subject.kind);

/** The chapter's title: one variant of its angle, which now and then names the subject. */
export function chapterTitle(request: Request, angle: Archetype, index: number): string {
  const random = randomFrom(`${seedOf(request)}\n${angle.key}`);
  const subject = subjectOf(request.topic);
  const title = pick(angle.titles, random);
  if (index % 3 !== 1 || !nameable(subject)) return title;
  if (subject.kind !== "infinitive") return upperFirst(fill(angle.named, subject));
  return `${subject.label}\u202f: ${title.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`;
}

const tails = [
  "De quoi regarder {le} d’un autre œil.",
  "À lire en pensant {a}.",
  "Un détour qui ramène {a}.",
  "Une halte utile à qui s’intéresse {a}.",
];

/** An angle's description, which every third chapter ties to the subject. */
function descriptionOf(request: Request, angle: Archetype, index: number): string {
  const subject = subjectOf(request.topic);
  const tail = index % 3 === 2 ? tails[Math.floor(index / 3)] : undefined;
  const sentences = [angle.description];
  if (index === 0) sentences.push(`Point de départ\u202f: ${goalOf(request)}.`);
  if (tail) sentences.push(fill(tail, subject.repeatable ? subject : generic));
  return sentences.join(" ");
}

function goalOf(request: Request): string {
  return quote(shorten(oneLine(request.goal).replace(/(?<![.…])\.$/, ""), 120));
}

/** What the chapters beside one begin with, so that it leaves it to them. */
const bordersOf = (angles: Archetype[], titles: string[], index: number) =>
  [index - 1, index + 1].flatMap((at) => {
    const [what, where] = [angles[at]?.points[0], titles[at]];
    return what && where ? [{ what, where }] : [];
  });

/** The plan of the whole book; its chapters are those `writeChapter` writes. They define no term: they state no fact. */
export function writeOutline(request: Request): BookOutline {
  const angles = planOf(seedOf(request), countOf(request));
  const titles = angles.map((angle, index) => chapterTitle(request, angle, index));
  const chapters = angles.map((angle, index) => ({
    title: titles[index] ?? "",
    description: descriptionOf(request, angle, index),
    key_points: angle.points,
    words: request.words,
    defines: [],
    elsewhere: bordersOf(angles, titles, index),
  }));
  return { title: titleOf(request, subjectOf(request.topic)), chapters };
}
