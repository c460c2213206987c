import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { prose } from "#testing/model/prose.ts";
import { getResult } from "../jobs/jobs.ts";
import { joinContinuation } from "./continuation.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());

const chapters = () => harness.models.journal.filter((call) => call.role === "chapter");
async function written(texts: { text: string; finish: "stop" | "length" }[]): Promise<string> {
  harness.reset(({ role }, nth) => (role === "chapter" ? texts[Math.min(nth, texts.length) - 1] : {}));
  const id = await orderBook({ chapters: 1, words_per_chapter: 200 });
  await waitForJob(id, "completed");
  const result = await getResult(id);
  return "book" in result ? (result.book.chapters[0]?.content ?? "") : "";
}

const text = (seed: string, words: number) => prose({ seed, words, language: "fr", sections: false });

test("un chapitre coupé est continué à partir de sa dernière phrase, sans doublon, jusqu’à sa fin", async () => {
  const first = text("un", 70);
  const second = text("deux", 60);
  const third = text("trois", 60);
  const content = await written([
    { text: `${first} Puis elle se façonne à la m`, finish: "length" },
    { text: `${first.slice(-100)} Puis elle se façonne à la main.\n\n${second}\n\nOn enf`, finish: "length" },
    { text: `Voici la suite :\n\nOn enfourne à four chaud.\n\n## Cuisson\n\n${third}`, finish: "stop" },
  ]);
  const body = content.slice(content.indexOf(first));
  expect(body).toBe(
    `${first} Puis elle se façonne à la main.\n\n${second}\n\nOn enfourne à four chaud.\n\n## Cuisson\n\n${third}`,
  );
  expect(chapters()).toHaveLength(3);
  expect(chapters()[1]?.prompt).toContain(`${first}\n`);
  expect(chapters()[1]?.prompt).not.toContain("à la m");
});

test("un modèle qui s’arrête toujours faute de place est appelé quatre fois au plus", async () => {
  const texts = ["pain", "levain", "gâteau", "biscuit", "reste"].map((seed) => ({
    text: `${text(seed, 50)} Et la fin manq`,
    finish: "length" as const,
  }));
  const content = await written(texts);
  expect(chapters()).toHaveLength(4);
  expect(content.endsWith(text("biscuit", 50))).toBe(true);
  for (const seed of ["pain", "levain", "gâteau", "biscuit"]) expect(content).toContain(text(seed, 50));
});

test("un modèle qui s’arrête au milieu d’une phrase en disant avoir fini est continué, quatre appels en tout au plus", async () => {
  const begun = text("un", 100);
  const rest = text("deux", 90);
  const content = await written([
    { text: `${begun} Puis elle se façonne à la m`, finish: "stop" },
    { text: `Puis elle se façonne à la main.\n\n${rest}`, finish: "stop" },
  ]);
  expect(content.endsWith(`${begun} Puis elle se façonne à la main.\n\n${rest}`)).toBe(true);
  expect(chapters()).toHaveLength(2);
  const seeds = ["pain", "levain", "gâteau", "biscuit", "reste"];
  const never = await written(seeds.map((seed) => ({ text: `${text(seed, 50)} Et la fin manq`, finish: "stop" })));
  expect(chapters()).toHaveLength(4);
  expect(never.endsWith(text("biscuit", 50))).toBe(true);
});

const title = "Le pain";
const long = "Un deux trois quatre cinq six sept huit neuf dix onze douze treize.";
test.each([
  ["une phrase de plus", "A. B c d e.", "F g.", " ", "A. B c d e. F g."],
  ["un nouveau paragraphe", "A b c.", "D e.", "\n\n", "A b c.\n\nD e."],
  ["une section", "A b c.", "## D\n\nE.", " ", "A b c.\n\n## D\n\nE."],
  [
    "des phrases répétées, espacées autrement",
    "Z. A b c d.\n\nE f g.",
    "A b c d. E f g. H.",
    " ",
    "Z. A b c d.\n\nE f g. H.",
  ],
  ["le titre redonné", "A b c.", "# Le pain\n\nD e.", " ", "A b c. D e."],
  [
    "un chapitre recommencé",
    `# Le pain\n\n${long} Coupé.`,
    `# Le pain\n\n${long} Plus long, et entier.`,
    " ",
    `${long} Plus long, et entier.`,
  ],
  ["rien de neuf", "Z. A b c d.", "A b c d.", " ", "Z. A b c d."],
])("la suite apporte %s", async (_name, before, next, gap, expected) => {
  expect(await joinContinuation(before, next, { title, gap })).toBe(expected);
});
