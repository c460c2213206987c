import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer, reviewAnswer } from "#testing/model/answers.ts";
import type { Exchange, Script } from "#testing/model/script.ts";
import type { QualitySheet } from "../../contract/quality.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const calls = () => harness.models.journal.filter(({ role }) => role === "chapter" || role === "review");
const asked = ({ prompt }: Exchange) =>
  Number([...prompt.matchAll(/^Longueur attendue : environ (\d+) mots/gm)].at(-1)?.[1]);
const answer = ({ role, prompt }: Exchange) => (role === "review" ? reviewAnswer(prompt) : chapterAnswer(prompt));

/** A model that writes as many words as this makes of those it is asked for. */
const writing =
  (words: (asked: number) => number): Script =>
  (exchange) => {
    if (exchange.role !== "chapter" && exchange.role !== "review") return {};
    const prompt = `${exchange.prompt}\nLongueur attendue : environ ${words(asked(exchange))} mots`;
    return { text: answer({ ...exchange, prompt }) };
  };

async function written(words: number, chapters = 2): Promise<QualitySheet> {
  const id = await orderBook({ chapters, words_per_chapter: words });
  await waitForJob(id, "completed", 50);
  const { quality } = await getJobDetail(id);
  if (!quality) throw new Error("sans fiche");
  expect(quality.length.within).toBe(chapters);
  expect(quality.duplicates).toMatchObject({ exact: 0, near: 0 });
  const broken = quality.structure.checks.filter((check) => check.chapters.length > 0);
  expect(broken).toEqual([]);
  return quality;
}

test("un modèle qui obéit écrit un chapitre court en un appel, un long en parties qui savent ce qui précède", async () => {
  harness.reset();
  await written(300);
  expect(calls()).toHaveLength(2);
  harness.reset();
  await written(3000, 1);
  expect(calls().map(({ prompt }) => /^Partie à écrire : (.*)$/m.exec(prompt)?.[1])).toEqual([
    "1 sur 3",
    "2 sur 3",
    "3 sur 3",
  ]);
  const [first, , last] = calls();
  expect(first?.prompt).not.toContain("déjà écrit");
  expect(last?.prompt).toContain("Le chapitre est déjà écrit jusqu’ici");
});

test.each([
  ["qui écrit toujours 1000 mots", 3000, () => 1000],
  ["qui écrit moitié moins", 3000, (words: number) => words / 2],
  ["qui écrit moitié moins, en un appel", 400, (words: number) => words / 2],
  ["qui écrit toujours 200 mots", 300, () => 200],
  ["qui écrit deux fois trop, en un appel", 300, (words: number) => words * 2],
  ["qui écrit deux fois trop, en parties", 3000, (words: number) => words * 2],
  ["qui écrit toujours 2000 mots", 400, () => 2000],
  ["qui écrit un quart de trop", 1000, (words: number) => words * 1.25],
])("un modèle %s tient les %i mots demandés", async (_name, words, produced) => {
  harness.reset(writing((asked) => Math.round(produced(asked))));
  await written(words);
  console.info(`${calls().length} appels pour deux chapitres de ${words} mots`);
  expect(calls().length).toBeLessThanOrEqual(2 * (Math.ceil(words / 1200) + 6));
});

const once = 1 + 3;
test.each([
  ["qui écrit toujours 200 mots", 1500, writing(() => 200), /mots au lieu de 1.500/],
  [
    "qui donne toujours la même suite",
    600,
    (({ role }) => (role === "chapter" ? { text: same } : {})) as Script,
    /au lieu de 600/,
  ],
])(
  "un modèle %s : le livre est livré avec une réserve, ou échoue où l’on n’en veut pas",
  async (_name, words, script, reason) => {
    harness.reset(script);
    const order = { chapters: 1, words_per_chapter: words };
    const delivered = await waitForJob(await orderBook(order), "completed", 50);
    const { message = "" } = delivered.warnings.find(({ code, chapter }) => code === "length" && chapter === 1) ?? {};
    expect(message).toMatch(reason);
    expect(calls().length).toBeLessThanOrEqual(2 * once);
    expect(calls().length).toBeGreaterThanOrEqual(2);
    harness.reset(script);
    const failed = await waitForJob(await orderBook({ ...order, strict: true }), "failed", 50);
    expect(failed.error).toBe(`Chapitre 1\u202f: ${message}`);
    expect(calls().length).toBeLessThanOrEqual(2 * 2 * once);
  },
);
const same = chapterAnswer("Chapitre à écrire : 1. Étape\nLongueur attendue : environ 200 mots");

test("des titres doublés, numérotés, des sections vides et des annonces sont remis en forme sans appel de plus", async () => {
  harness.reset((exchange) => {
    if (exchange.role !== "chapter") return {};
    const text = answer(exchange);
    const title = /^# (.*)$/m.exec(text)?.[1] ?? "";
    return {
      text: `Voici le chapitre demandé :\n\n# ${title}\n\n${text.replace(/^## /m, "### 1. ")}\n\n## ${title}\n\n## Conclusion`,
    };
  });
  await written(300);
  expect(calls()).toHaveLength(2);
});

test("des réponses coupées faute de place sont continuées jusqu’à la longueur demandée", async () => {
  harness.reset((exchange) => {
    if (exchange.role !== "chapter") return {};
    const text = answer(exchange);
    const half = asked(exchange) > 150;
    return half ? { text: text.slice(0, text.length / 2), finish: "length" } : { text };
  });
  await written(600);
});
