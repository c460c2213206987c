import type { BookOutline } from "../brief/book-outline.ts";
import type { CallContext, Role } from "../brief/context.ts";
import { partsOf } from "../chapter/draft.ts";
import type { Documentation } from "../citations/source.ts";
import type { Course } from "../money/habits.ts";
import { architecte } from "../prompts/architecte.ts";
import { chercheur, shown } from "../prompts/chercheur.ts";
import { passage } from "../prompts/passage.ts";
import { chapterPrompt, partPrompt } from "../prompts/redacteur.ts";
import { relecteur } from "../prompts/relecteur.ts";
import { developpement } from "../prompts/suite.ts";
import { most } from "../research/read-sources.ts";
import { notesWords } from "../research/research.ts";

/** Calls of one kind: what they read, in characters, and are to write, in words. */
export type Calls = { role: Role; times: number; reads: number; words: number };

const charactersPerWord = 6.2;
const text = (characters: number) => "x".repeat(Math.round(characters));
const sizeOf = ({ system, prompt }: { system: string; prompt: string }) => system.length + prompt.length;

/** How talkative plans are, in characters; as seen of a terse and of a talkative model. */
const plans = {
  well: { title: 20, description: 80, points: 3, point: 20, defines: 0 },
  badly: { title: 60, description: 350, points: 5, point: 90, defines: 2 },
};

function planOf(course: Course, count: number): BookOutline {
  const { title, description, points, point, defines } = plans[course];
  const chapters = Array.from({ length: count }, (_, index) => ({
    title: `${index} ${text(title)}`,
    description: text(description),
    key_points: Array.from({ length: points }, () => text(point)),
    defines: Array.from({ length: defines }, (_one, at) => ({ term: `${index} ${at} notion`, definition: text(100) })),
    elsewhere: [],
  }));
  return { title: text(title), chapters };
}

type Book = { request: CallContext["request"]; course: Course; searched: boolean; count: number };
type Chapter = Documentation & { request: CallContext["request"]; outline: BookOutline; position: number };

function drafts(chapter: Chapter, times: number): Calls[] {
  const points = chapter.outline.chapters[chapter.position - 1]?.key_points ?? [];
  const parts = partsOf(points, chapter.request.words);
  const words = Math.round(chapter.request.words / parts.length);
  if (parts.length === 1)
    return [{ role: "chapter", times, words, reads: sizeOf(chapterPrompt({ ...chapter, words })) }];
  return parts.map((about, index) => {
    const written = text(index * words * charactersPerWord);
    const headings = Array.from({ length: Math.ceil((index * words) / 250) }, () => text(45));
    const part = { number: index + 1, count: parts.length, points: about, written, headings };
    return { role: "chapter", times, words, reads: sizeOf(partPrompt({ ...chapter, words, part })) };
  });
}

/** What is done again when a chapter is too short or too long, and when chapters say the same. */
function repairs(chapter: Chapter, times: number): Calls[] {
  const words = Math.round(Math.min(chapter.request.words * 0.35, 1200));
  const { system, prompt } = chapterPrompt({ ...chapter, words });
  const section = text(Math.min(6000, chapter.request.words * charactersPerWord));
  const some = Math.min(chapter.request.words, 300);
  const rewritten = passage({ ...chapter, passage: text(some * charactersPerWord), problem: text(1000), words: some });
  return [
    {
      role: "chapter",
      times,
      words,
      reads: sizeOf({ system, prompt: developpement({ prompt, section, words }) }),
    },
    { role: "review", times: Math.ceil(times / 2), words: some, reads: sizeOf(rewritten) },
  ];
}

/** The calls a book of so many chapters takes, from the prompts it would be written with. */
export function callsOf({ request, course, searched, count }: Book): Calls[] {
  const outline = planOf(course, count);
  const answer = JSON.stringify(outline);
  const bad = course === "badly";
  const noted = searched && bad;
  const notes = noted ? text(notesWords * charactersPerWord) : undefined;
  const pages = Array.from({ length: most }, (_, index) => ({ number: index + 1, title: text(80), text: text(shown) }));
  const sources = noted ? [{ number: 1, url: text(80), title: text(80), retrievedAt: new Date(0) }] : [];
  const words = answer.length / charactersPerWord;
  const chapter = { request, outline, position: Math.ceil(count / 2), notes, sources };
  return [
    ...(noted
      ? [{ role: "research" as const, times: 1, words: notesWords, reads: sizeOf(chercheur({ request, pages })) }]
      : []),
    { role: "outline", times: 1, words, reads: sizeOf(architecte({ request, ...(notes && { notes }) })) },
    ...(bad
      ? [
          {
            role: "review" as const,
            times: 1,
            words,
            reads: sizeOf(relecteur({ request, answer, problems: [text(500)] })),
          },
        ]
      : []),
    ...drafts(chapter, count),
    ...(bad ? repairs(chapter, count) : []),
  ];
}
