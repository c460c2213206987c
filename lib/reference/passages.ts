import { passageLimits, referenceLimits } from "../contract/limits.ts";
import { makeStorable, toOneLine } from "../contract/text.ts";
import { sentencesOf } from "../document/sentences.ts";
import type { Passage, Section } from "./reference.ts";

const { usual, max } = passageLimits;

/** The last place at or before `max` where a text may be cut: behind a space, else anywhere. */
function cutAt(text: string): number {
  const space = text.lastIndexOf(" ", max);
  return space > max / 2 ? space + 1 : max;
}

function cutUp(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > max) {
    const at = cutAt(rest);
    pieces.push(rest.slice(0, at).toWellFormed());
    rest = rest.slice(at);
  }
  return [...pieces, rest.toWellFormed()];
}

/** Joins texts that follow each other, up to the usual length of a passage. */
function joined(texts: string[], by: string): string[] {
  const groups: string[] = [];
  for (const text of texts) {
    const last = groups.at(-1);
    if (last !== undefined && last.length + by.length + text.length <= usual)
      groups[groups.length - 1] = last + by + text;
    else groups.push(text);
  }
  return groups;
}

const tidy = (paragraph: string) =>
  makeStorable(paragraph)
    .normalize("NFC")
    .replace(/(?![\n\t])\p{Cc}|\u00ad/gu, "")
    .replace(/[ \t]+/g, " ")
    .trim();

const shortened = (paragraph: string): string[] =>
  paragraph.length <= max ? [paragraph] : joined(sentencesOf(paragraph).flatMap(cutUp), "");

const placeOf = (place: string | undefined) =>
  toOneLine(makeStorable(place ?? ""))
    .slice(0, referenceLimits.place)
    .toWellFormed();

/** Cuts a document into passages: none is longer than its bound, and none goes from one section to another. */
export function cutPassages(sections: Section[]): Passage[] {
  return sections.flatMap((section): Passage[] => {
    const paragraphs = section.paragraphs.map(tidy).filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
    const place = placeOf(section.place);
    return joined(paragraphs.flatMap(shortened), "\n").map((text) => ({ text: text.trim(), ...(place && { place }) }));
  });
}
