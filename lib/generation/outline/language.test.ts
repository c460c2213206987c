import { expect, test } from "vitest";
import { outlineAnswer } from "#testing/model/outline.ts";
import { BookOutline, type ChapterPlan } from "../brief/book-outline.ts";
import { languageProblems } from "./language.ts";

const outlineIn = (language: "fr" | "en") =>
  BookOutline.parse(JSON.parse(outlineAnswer(language === "en" ? "Topic: Bread" : "Sujet : Le pain")));
const french = outlineIn("fr");
const english = outlineIn("en");
const french3With = (change: Partial<ChapterPlan>): BookOutline => ({
  ...french,
  chapters: french.chapters.map((chapter, index) => (index === 2 ? { ...chapter, ...change } : chapter)),
});

test.each<[string, BookOutline, string, string[]]>([
  ["un plan en français", french, "fr", []],
  [
    "un plan en anglais",
    english,
    "fr",
    ["Dans le plan, les titres, les points clés et les descriptions ne sont pas en français."],
  ],
  ["un plan en anglais pour un livre en anglais", english, "en", []],
  [
    "un plan en français pour un livre en anglais",
    french,
    "en",
    ["Dans le plan, les titres, les points clés et les descriptions ne sont pas en anglais."],
  ],
  [
    "des titres en anglais seulement",
    {
      ...french,
      chapters: french.chapters.map((chapter, at) => ({ ...chapter, title: english.chapters[at]?.title ?? "" })),
    },
    "fr",
    ["Dans le plan, les titres ne sont pas en français."],
  ],
  [
    "un seul chapitre en anglais",
    french3With(english.chapters[2] ?? {}),
    "fr",
    ["Dans le plan, le chapitre « Step 3 of the discovery » n’est pas en français."],
  ],
  [
    "un chapitre technique, plein de termes anglais",
    french3With({
      title: "Next.js : Server Components et App Router",
      description:
        "On y déploie une application Next.js sur Vercel, avec les Server Actions, le caching, le streaming de React Suspense et Prisma ORM.",
      key_points: ["Server Components", "Server Actions", "Le streaming avec Suspense"],
      defines: [{ term: "hydration", definition: "Le moment où React reprend la main sur le HTML du serveur." }],
    }),
    "fr",
    [],
  ],
  [
    "un titre de livre dans la langue que la personne a voulue",
    { ...french, title: "The Patient Baker and the Secret of the Slow Bread" },
    "fr",
    [],
  ],
])("%s", async (_name, outline, language, problems) => {
  const found = await languageProblems(outline, language);
  expect(found.map(({ fr }) => fr)).toEqual(problems);
  for (const { en } of found) expect(en).toMatch(/^In the outline, .* not in (?:French|English)\.$/);
});
