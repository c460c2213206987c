import { expect, test } from "vitest";
import { pastedPlans } from "#testing/corpus/pasted-plans.ts";
import { titlesToKeep } from "#testing/corpus/titles-to-keep.ts";
import { readPlan } from "./read-plan.ts";

/** What a plan is read as, a chapter a line: `Titre — description | point | point`; `?` before what is not placed. */
function told(paste: string): string[] {
  const { title, chapters, unplaced } = readPlan(paste);
  const lines = chapters.map((chapter) => {
    const about = chapter.description && ` — ${chapter.description.replaceAll("\n", " / ")}`;
    return [chapter.title + about, ...chapter.key_points].join(" | ");
  });
  return [...(title === undefined ? [] : [`= ${title}`]), ...lines, ...unplaced.map((line) => `? ${line}`)];
}

test.each(pastedPlans)("se lit : %s", (_, paste, plan) => expect(told(paste)).toEqual(plan));

test.each(titlesToKeep)("reste tel quel : %s, %s", (...lines) => {
  const all = lines.filter((line) => line !== undefined);
  expect(told(all.join("\n"))).toEqual(all);
  const numbered = all.map((line, index) => `${index + 1}. ${line}`);
  expect(told(numbered.join("\n"))).toEqual(all);
});

test("au-delà de soixante chapitres, le reste est montré sans être placé", () => {
  const { chapters, unplaced } = readPlan(Array.from({ length: 70 }, (_, index) => `- Sel ${index}`).join("\n"));
  expect(chapters).toHaveLength(60);
  expect(unplaced).toHaveLength(10);
});
