import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer, passageAnswer } from "#testing/model/answers.ts";
import { prose } from "#testing/model/prose.ts";
import type { Script } from "#testing/model/script.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { getJobChapter, getJobDetail } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";
import { startGeneration } from "../worker/worker.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const reviews = () => harness.models.journal.filter(({ role }) => role === "review");
/** A chapter as the fake server writes it, with one of its paragraphs changed. */
const withParagraph = (prompt: string, change: (paragraph: string) => string, nth = 0) => {
  const paragraphs = chapterAnswer(prompt).split("\n\n");
  const at = paragraphs.flatMap((one, index) => (one.startsWith("#") ? [] : [index]))[nth] ?? 0;
  return paragraphs.map((one, index) => (index === at ? change(one) : one)).join("\n\n");
};
const said = prose({ seed: "redite", words: 60, language: "fr", sections: false });

/** Every chapter says the same paragraph, in nearly the same words. */
const copies: Script = ({ role, prompt, position = 0 }) =>
  role === "chapter" ? { text: withParagraph(prompt, () => said.replace(/ \S+(?=\.)/, ` mot${position}`), 1) } : {};

async function sheetOf(id: string) {
  const { quality, chapters, stages } = await getJobDetail(id);
  const texts = await Promise.all(chapters.map(({ position }) => getJobChapter(id, String(position))));
  if (!quality) throw new Error("sans fiche");
  const broken = quality.structure.checks.filter((check) => check.chapters.length > 0);
  return { quality, broken, contents: texts.map(({ content }) => content), stages };
}

beforeEach(() => harness.reset());

test("ce que deux chapitres disent de même est récrit, le passage seul, et le reste n’est pas touché", async () => {
  harness.reset(copies);
  const id = await orderBook({ chapters: 4, words_per_chapter: 400 });
  await waitForJob(id, "completed");
  const { quality, broken, contents, stages } = await sheetOf(id);
  expect(quality.duplicates).toEqual({ exact: 0, near: 0, closest: [] });
  expect(broken).toEqual([]);
  expect(quality.length.within).toBe(4);
  expect(stages.map(({ name }) => name)).toEqual(["research", "outline", "chapters", "review", "finalize"]);
  expect(reviews()).toHaveLength(3);
  const drafted = harness.models.journal.filter(({ role }) => role === "chapter");
  for (const { prompt, position = 0 } of drafted) {
    const paragraphs = withParagraph(prompt, () => "", 1)
      .split("\n\n")
      .filter(Boolean);
    for (const paragraph of paragraphs) expect(contents[position - 1]).toContain(paragraph.slice(0, 40));
  }
  expect(contents.filter((content) => content.includes(said.slice(0, 40)))).toHaveLength(1);
  for (const { prompt } of reviews()) expect(prompt).toContain("dit la même chose que le chapitre 1");
});

test("des chapitres qui commencent, concluent et définissent comme d’autres sont repris là seulement", async () => {
  harness.reset(({ role, prompt, position }) => {
    if (role !== "chapter") return {};
    const same = "Au commencement était la patience du boulanger devant son pétrin. ";
    const redefined = "La notion 1 désigne tout autre chose que cela.";
    const opened = withParagraph(prompt, (one) => (position === 2 ? `${one}\n\n${redefined}` : same + one));
    return { text: opened.replace(/(?<=## )[^\n]*(?![\s\S]*## )/, "Conclusion") };
  });
  const id = await orderBook({ chapters: 3, words_per_chapter: 500 });
  await waitForJob(id, "completed");
  const { broken, contents, quality } = await sheetOf(id);
  expect(broken).toEqual([]);
  expect(quality.length.within).toBe(3);
  expect(contents.map((content) => /^## Conclusion$/m.test(content))).toEqual([false, false, true]);
  expect(contents[1]).not.toContain("désigne tout autre chose");
  const asked = reviews().map(({ prompt }) => prompt);
  const about = (what: string) => asked.filter((prompt) => prompt.includes(what)).length;
  expect([about("par les mêmes mots que le chapitre 1"), about("qui n’est pas le dernier du livre")]).toEqual([1, 2]);
  expect(asked.find((prompt) => prompt.includes("définit « notion 1 »"))).toContain("Ce que l’étape 1 apprend");
});

const styleOf = async (id: string) => {
  const { quality, warnings } = await getJobDetail(id);
  const checks = quality?.style?.checks.filter(({ chapters }) => chapters.length > 0).map(({ name }) => name);
  return { checks, warnings: warnings.map(({ code, chapter }) => `${code} ${chapter}`) };
};
const planTalk = "Dans ce chapitre, nous verrons le pain. Comme le dit le chapitre 1, la pâte repose longtemps.";
const talkative: Script = ({ role, prompt, position }) =>
  role === "chapter" && position === 2 && !prompt.includes("déjà écrit")
    ? { text: withParagraph(prompt, () => planTalk, 1) }
    : {};

/** What a question shows around its passage, whole or shortened with an ellipsis. */
const shownAround = (prompt: string) =>
  ["précède", "suit"].map(
    (where) =>
      new RegExp(`Ce qui ${where} le passage, à ne pas reprendre :\n"""\n([^]*?)\n"""`).exec(prompt)?.[1] ?? "",
  );

test("une récriture qui recopie ce qu’on lui montre autour de son passage ne le dit pas deux fois", async () => {
  harness.reset((exchange, nth) => {
    if (exchange.role !== "review") return talkative(exchange, nth);
    const [before, after] = shownAround(exchange.prompt);
    return { text: [before, passageAnswer(exchange.prompt), after].join("\n\n") };
  });
  const id = await orderBook({ chapters: 2, words_per_chapter: 400 });
  await waitForJob(id, "completed");
  const { contents } = await sheetOf(id);
  const [before = "", after = ""] = shownAround(reviews()[0]?.prompt ?? "");
  for (const sentence of [before.split(/(?<=\.) /).at(-1) ?? "", after.split(/(?<=\.) /)[0] ?? ""]) {
    expect(sentence.length).toBeGreaterThan(20);
    expect(contents[1]?.split(sentence)).toHaveLength(2);
  }
  expect(contents[1]).not.toContain("…");
});

test("un passage qui parle du plan est récrit sans lui, entre ce qui l’entoure, une chose à la fois", async () => {
  harness.reset(talkative);
  const id = await orderBook({ chapters: 2, words_per_chapter: 400 });
  await waitForJob(id, "completed");
  const [asked, ...others] = reviews().map(({ prompt }) => prompt);
  expect(others).toEqual([]);
  expect(asked).toContain("parle du plan du livre au lieu de son sujet");
  expect(asked).toContain("- « chapitre 1 »".replace("« ", "« le "));
  const { contents } = await sheetOf(id);
  const [before, after] = shownAround(asked ?? "").map((text) => text.replace(/^…|…$/g, ""));
  expect(contents[1]).toContain(before);
  expect(contents[1]).toContain(after);
  expect(contents[1]).not.toContain("nous verrons");
  expect(await styleOf(id)).toEqual({ checks: [], warnings: [] });
});

test("une récriture dont le style n’est pas meilleur est laissée, et le livre livré avec sa réserve", async () => {
  harness.reset((exchange, nth) =>
    exchange.role === "review"
      ? { text: planTalk.replace("verrons", "étudierons").replace("longtemps", "une nuit") }
      : talkative(exchange, nth),
  );
  const id = await orderBook({ chapters: 2, words_per_chapter: 400 });
  await waitForJob(id, "completed");
  expect((await sheetOf(id)).contents[1]).toContain(planTalk);
  expect(await styleOf(id)).toEqual({ checks: ["plan_talk"], warnings: ["style 2"] });
  expect(reviews()).toHaveLength(1);
});

test("une dernière section qui conclut sous un autre nom, ou des derniers mots qui concluent, sont repris", async () => {
  harness.reset(({ role, prompt, position }) => {
    if (role !== "chapter") return {};
    const text = chapterAnswer(prompt);
    if (position === 2) return { text: text.replace(/(?<=\n\n)(?=[^#\n][^\n]*$)/, "Pour conclure, ") };
    const ended = text.replace(/(?<=## )[^\n]*(?![\s\S]*## )/, "En guise de conclusion");
    return { text: `${ended}\n\n### Pour aller plus loin\n\nLire le livre du boulanger.` };
  });
  const id = await orderBook({ chapters: 3, words_per_chapter: 300 });
  await waitForJob(id, "completed");
  const { broken, contents } = await sheetOf(id);
  expect(broken).toEqual([]);
  expect(contents.map((content) => /En guise de conclusion|Pour conclure/.test(content))).toEqual([false, false, true]);
  const asked = reviews().map(({ prompt }) => prompt);
  expect(asked.filter((prompt) => prompt.includes("qui n’est pas le dernier du livre"))).toHaveLength(2);
});

test("une relecture qui ne change rien fait échouer un livre sans réserve en nommant les chapitres ; reprise, elle seule recommence", async () => {
  harness.reset((exchange, nth) => {
    if (exchange.role !== "review") return copies(exchange, nth);
    return { text: /^Passage à récrire :\n"""\n([\s\S]*?)\n"""/m.exec(exchange.prompt)?.[1] ?? "" };
  });
  const id = await orderBook({ chapters: 3, words_per_chapter: 600, strict: true });
  const job = await waitForJob(id, "failed", 40);
  expect(job.error).toBe(
    "Les chapitres 1, 2 et 3 disent encore la même chose, même après plusieurs récritures\u202f: relancez la relecture, ou choisissez un autre modèle.",
  );
  expect(reviews().length).toBeLessThanOrEqual(2 * 3 * 2);
  const before = await db().jobChapter.findMany({ where: { jobId: id }, orderBy: { position: "asc" } });
  harness.reset();
  const resumed = await retryJob(id);
  expect(resumed).toMatchObject({ status: "finalizing", message: "Relecture du livre…", progress: 94 });
  await waitForJob(id, "completed");
  expect(new Set(harness.models.journal.map(({ role }) => role))).toEqual(new Set(["review"]));
  const after = await db().jobChapter.findMany({ where: { jobId: id }, orderBy: { position: "asc" } });
  expect(after[0]?.content).toBe(before[0]?.content);
});

test.each([
  ["les récrit", true],
  ["n’y change rien", false],
])("des tournures redites d’un paragraphe à l’autre sont signalées à une relecture qui %s", async (_name, mends) => {
  harness.reset(({ role, prompt }) => {
    if (role === "review" && !mends)
      return { text: /^Passage à récrire :\n"""\n([\s\S]*?)\n"""/m.exec(prompt)?.[1] ?? "" };
    if (role !== "chapter") return {};
    const again = "Il faut bien voir que dans la vie de tous les jours du boulanger ";
    const shorter = chapterAnswer(`${prompt}\nLongueur attendue : environ 420 mots`);
    return { text: shorter.replace(/(?<=\n\n)(?=[^#\n])/g, again) };
  });
  const id = await orderBook({ chapters: 2, words_per_chapter: 500 });
  const job = await waitForJob(id, "completed", 40);
  // Passages are asked for side by side: which question comes first is not known.
  expect(reviews().map(({ prompt }) => prompt)).toContainEqual(
    expect.stringContaining("- « il faut bien voir que dans la vie de tous les jours du boulanger »"),
  );
  if (mends) expect((await sheetOf(id)).quality.repetition.share).toBeLessThan(0.01);
  else {
    const told = job.warnings.map(({ code, message }) => `${code} ${message}`);
    expect(told).toContainEqual(
      expect.stringMatching(/^repetition Les chapitres 1 et 2 redisent encore les mêmes phrases, même après/),
    );
  }
  // A round is for each of the blocks that matter most, and there are three.
  expect(reviews().length).toBeLessThanOrEqual(mends ? 12 : 2 * 36);
});

test("une relecture arrêtée reprend, et aucun chapitre n’est écrit de nouveau", async () => {
  harness.reset((exchange, nth) =>
    exchange.role === "review" ? { text: passageAnswer(exchange.prompt), delayMs: 500 } : copies(exchange, nth),
  );
  const id = await orderBook({ chapters: 3, words_per_chapter: 600 });
  await waitForJob(id, () => reviews().length > 0);
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  await waitForJob(id, "completed");
  expect(harness.models.journal.filter(({ role }) => role === "chapter")).toHaveLength(3);
  expect((await sheetOf(id)).quality.duplicates.near).toBe(0);
});

test("un livre sans défaut ne demande rien", async () => {
  const id = await orderBook({ chapters: 6, words_per_chapter: 600 });
  await waitForJob(id, "completed");
  expect(reviews()).toEqual([]);
});

test("une récriture qui perd une formule est refusée, le texte est gardé, et une réserve le dit", async () => {
  const formula = "$E_0 = m c^2$";
  harness.reset(({ role, prompt, position = 0 }) => {
    if (role !== "chapter") return {};
    return { text: withParagraph(prompt, () => said.replace(/ \S+(?=\.)/, ` mot${position}, soit ${formula}`), 1) };
  });
  const id = await orderBook({ chapters: 2, words_per_chapter: 400 });
  const { warnings } = await waitForJob(id, "completed", 50);
  const { contents } = await sheetOf(id);
  expect(contents.map((content) => content.includes(formula))).toEqual([true, true]);
  expect(reviews().length).toBeGreaterThan(0);
  expect(warnings.map(({ code }) => code)).toContain("duplicate");
  const refused = warnings.filter(({ code }) => code === "rewriting");
  expect(refused.map(({ chapter }) => chapter)).toEqual([2]);
  expect(refused[0]?.message).toBe(
    "Une récriture qui perdait 1 formule a été refusée\u202f: le passage est gardé tel quel, à relire avant de publier.",
  );
});
