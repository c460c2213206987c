import { describe, expect, it } from "vitest";
import { isDemo } from "../../../contract/demo.ts";
import { openDocument } from "../../../document/open.ts";
import { typeset, typesetText } from "../../../document/typeset/typeset.ts";
import { wordsIn } from "../../../document/words.ts";
import { BookOutline } from "../../brief/book-outline.ts";
import { planBook } from "../../outline/plan-book.ts";
import { outlineProblems } from "../../outline/problems.ts";
import type { CallContext } from "../call-context.ts";
import { answer } from "./answer.ts";
import { writeChapter } from "./chapter.ts";
import { writeOutline } from "./outline.ts";
import { pages } from "./pages.ts";
import type { Request } from "./plan.ts";
import { topics } from "./topics.ts";

const typesetMarkdown = async (text: string) => (await typeset(await openDocument(text))).source;

type Book = { outline: BookOutline; chapters: string[] };

function write(request: Request): Book {
  const outline = writeOutline(request);
  return {
    outline,
    chapters: outline.chapters.map((_, index) => writeChapter({ ...request, outline, position: index + 1 })),
  };
}

const named = topics.map((topic) => [JSON.stringify(topic).slice(0, 60), topic] as const);
const goal = "Donner envie d’en savoir plus, sans jamais lasser";
const request = (topic: string, more: Partial<Request> = {}): Request => ({
  topic,
  goal,
  words: 3000,
  language: "fr",
  ...more,
});

const paragraphs = (book: Book) =>
  book.chapters.flatMap((chapter) => chapter.trim().split("\n\n")).filter((block) => !block.startsWith("#"));

/** Part des mots pris dans une suite de huit mots déjà vue ailleurs dans le livre. */
function repeatedShare(book: Book): number {
  const tokens = wordsIn(book.chapters.join("\n").toLowerCase());
  const seen = new Map<string, number[]>();
  for (let start = 0; start + 8 <= tokens.length; start++) {
    const gram = tokens.slice(start, start + 8).join(" ");
    seen.set(gram, [...(seen.get(gram) ?? []), start]);
  }
  const inside = new Set<number>();
  for (const starts of seen.values()) {
    if (starts.length < 2) continue;
    for (const start of starts) for (let offset = 0; offset < 8; offset++) inside.add(start + offset);
  }
  return inside.size / tokens.length;
}

describe("les pages écrites d’avance", () => {
  it.each(pages())("sont composées à la française : $title", async ({ title, description, points, text }) => {
    for (const line of [title, description, ...points]) expect(typesetText(line)).toBe(line);
    expect(await typesetMarkdown(text)).toBe(text);
  });

  it.each(pages())("ne nomment le sujet qu’entre guillemets : $title", ({ text }) => {
    expect(text.replace(/«\u202f\{(?:topic|short-topic|goal)\}\u202f»/g, "")).not.toMatch(/[{}]/);
  });
});

describe("un livre de démonstration", () => {
  it.each(named)("ne se répète pas, sur 8 et 10 chapitres : %s", (_, topic) => {
    for (const chapters of [8, 10]) {
      const book = write(request(topic, { chapters }));
      const all = paragraphs(book);
      expect(new Set(all).size).toBe(all.length);
      expect(repeatedShare(book)).toBeLessThanOrEqual(0.01);
    }
  });

  it.each(named)("tient 30 chapitres sans redire un paragraphe ni un titre : %s", (_, topic) => {
    const book = write(request(topic, { chapters: 30 }));
    const all = paragraphs(book);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(book.outline.chapters.map((chapter) => chapter.title)).size).toBe(30);
    expect(repeatedShare(book)).toBeLessThanOrEqual(0.01);
  });

  it.each(named)("a un plan complet et des chapitres bien bâtis : %s", (_, topic) => {
    const book = write(request(topic));
    expect(BookOutline.safeParse(book.outline).success).toBe(true);
    expect(book.outline.title.length).toBeLessThanOrEqual(160);
    expect(book.chapters.length).toBeGreaterThanOrEqual(5);
    expect(book.chapters.length).toBeLessThanOrEqual(10);
    for (const [index, text] of book.chapters.entries()) {
      const chapter = book.outline.chapters[index]!;
      expect(chapter.key_points.length).toBeGreaterThanOrEqual(3);
      expect(chapter.title.length).toBeLessThanOrEqual(120);
      expect(text.startsWith(`# ${chapter.title}\n\n`)).toBe(true);
      const blocks = text.trim().split("\n\n");
      expect(blocks.filter((block) => /^# /.test(block))).toHaveLength(1);
      expect(blocks.filter((block) => /^#{3,} /.test(block))).toHaveLength(0);
      const sections = blocks.filter((block) => /^## /.test(block)).length;
      expect(sections === 3 || sections === 4).toBe(true);
      expect(text).not.toMatch(/\n#[^\n]*\n+(?:#|$)/);
      expect(blocks.at(-1)).not.toMatch(/^#/);
    }
  });

  it.each(named)("respecte la typographie française une fois composé : %s", async (_, topic) => {
    for (const written of write(request(topic)).chapters) {
      const text = (await typesetMarkdown(written)).replace(/ *\| */g, "|");
      expect(text).not.toMatch(/[{}]|undefined|\bnull\b/);
      expect(text).not.toMatch(/ {2}| [,.](?!\p{L})|[ \u00a0][;:!?»]|«[ \u00a0]|\p{L}'\p{L}/u);
      expect(text).not.toMatch(/\p{L}[;!?](?=\s|$)/u);
      expect(text).not.toMatch(/Dans un monde|[Ii]l est important de noter|[Ee]n conclusion|# Conclusion/);
    }
  });

  it.each([200, 400, 550, 600, 3000, 10_000])("respecte la longueur demandée : %i mots", (asked) => {
    const target = Math.min(asked, 600);
    for (const topic of topics) {
      for (const text of write(request(topic, { words: asked, chapters: 10, audience: "débutants" })).chapters) {
        expect(wordsIn(text).length).toBeGreaterThanOrEqual(target * 0.9);
        expect(wordsIn(text).length).toBeLessThanOrEqual(target * 1.1);
      }
    }
  });

  it("écrit les mêmes octets pour la même demande, et un autre livre pour une autre", () => {
    expect(write(request("Le pain"))).toEqual(write(request("Le pain")));
    expect(write(request("Le pain")).outline).not.toEqual(write(request("Le pain", { goal: "Autre but" })).outline);
  });

  it("compose un chapitre en moins de 100 ms", () => {
    const durations = [1, 2, 3, 4, 5, 6].map((position) => {
      const started = performance.now();
      writeChapter(request("Le pain", { chapters: 6, position }));
      return performance.now() - started;
    });
    expect(Math.min(...durations)).toBeLessThan(100);
  });

  it("dit une fois, à la fin du premier chapitre, que c’est une démonstration", () => {
    const [first = "", ...others] = write(request("Le pain")).chapters;
    expect(first.trim().split("\n\n").at(-1)).toMatch(/^\*Livre de démonstration.*\*$/);
    for (const other of others) expect(other).not.toMatch(/démonstration/);
    expect(isDemo([first, ...others].map((content) => ({ content })))).toBe(true);
    expect(isDemo(others.map((content) => ({ content })))).toBe(false);
  });

  it.each(named)("fait un plan que l’écriture garde tel quel : %s", async (_, topic) => {
    const asked = request(topic);
    const ask = async ({ context }: { context: CallContext }) => ({ text: answer(context), ended: "whole" as const });
    const kept = await planBook(asked, { ask, notes: undefined });
    expect(outlineProblems(kept, undefined)).toEqual({ blocking: [], missing: [], overlaps: [], minor: [] });
    const { title, chapters } = writeOutline(asked);
    expect(kept).toEqual({ title: typesetText(title), chapters });
  });

  it("écrit un vrai chapitre sous le titre d’un plan venu d’ailleurs", () => {
    const outline = {
      title: "Autre plan",
      chapters: [1, 2, 3].map((number) => ({
        title: `Titre inconnu ${number}`,
        description: `La description ${number}.`,
        key_points: [],
        defines: [],
        elsewhere: [],
      })),
    };
    const text = writeChapter(request("Le pain", { outline, position: 2 }));
    expect(text.startsWith("# Titre inconnu 2\n\nLa description 2.\n\n")).toBe(true);
    expect(wordsIn(text).length).toBeGreaterThan(540);
  });

  it("garde à chaque titre sa page quand une personne retouche le plan", () => {
    const asked = request("Le pain", { chapters: 6 });
    const { outline, chapters } = write(asked);
    const [first, second, third, ...others] = outline.chapters;
    const added = { ...second!, title: "Un titre à elle", description: "Sa description." };
    const changed = { ...outline, chapters: [first!, third!, added, ...others] };
    const texts = changed.chapters.map((_, index) => writeChapter({ ...asked, outline: changed, position: index + 1 }));
    expect([texts[0], texts[1], ...texts.slice(3)]).toEqual([chapters[0], chapters[2], ...chapters.slice(3)]);
    expect(texts[2]).toMatch(/^# Un titre à elle\n\nSa description\.\n\n/);
    expect(new Set(paragraphs({ outline, chapters: texts })).size).toBe(
      paragraphs({ outline, chapters: texts }).length,
    );
  });

  it.each([1, 2, 3, 30])("compte les chapitres demandés : %i", (chapters) => {
    expect(write(request("Le pain", { chapters })).chapters).toHaveLength(chapters);
  });

  it.each(named)("ne dit pas verbatim ce qu’il compose à la française : %s", (_, topic) => {
    const goal = `Comprendre d'ou vient "le thé" : histoire, et regles!`;
    for (const text of write(request(topic, { goal })).chapters)
      expect(text).not.toMatch(/tel(?:le)?s? quel(?:le)?s?\u202f:|mot pour mot/);
  });

  it("ne prend pas pour un des siens un emplacement que quelqu’un a tapé", () => {
    expect(write(request("{goal}", { goal: "{topic}" })).chapters[0]).toMatch(
      /«\u202f\{goal\}\u202f».*«\u202f\{topic\}\u202f»/,
    );
  });

  it("rend inerte le Markdown tapé", () => {
    const book = write(request("<script>alert(1)</script> *gras* [lien](javascript:x)", { goal: "`code` # titre" }));
    for (const chapter of book.chapters) expect(chapter.replace(/^# .*/, "")).not.toMatch(/(?<!\\)<|(?<!\\)\[lien/);
  });
});
