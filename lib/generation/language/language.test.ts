import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer, reviewAnswer } from "#testing/model/answers.ts";
import type { Behaviour, Exchange } from "#testing/model/script.ts";
import { getJobDetail, getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const reviews = () => harness.models.journal.filter(({ role }) => role === "review");
const english = ({ role, prompt }: Exchange): Behaviour => {
  const inEnglish = `Topic: bread\n${prompt}`;
  if (role === "chapter") return { text: chapterAnswer(inEnglish) };
  return role === "review" ? { text: reviewAnswer(inEnglish) } : {};
};

async function languageOf(id: string) {
  await waitForJob(id, "completed", 50);
  return (await getJobDetail(id)).quality?.language;
}

test.each([300, 2000])(
  "un modèle qui écrit en anglais est repris, et le livre de %i mots par chapitre est en français",
  async (words) => {
    harness.reset((exchange) => (exchange.role === "chapter" ? english(exchange) : {}));
    const id = await orderBook({ chapters: 2, words_per_chapter: words });
    expect(await languageOf(id)).toEqual({ asked: "fr", share: 1, passages: 0 });
    expect((await getJobDetail(id)).quality?.length.within).toBe(2);
    expect(reviews().length).toBeLessThanOrEqual(2 * Math.ceil(words / 800) * 2);
  },
);

test("seul le passage en anglais est récrit", async () => {
  harness.reset((exchange, nth) => {
    if (exchange.role !== "chapter" || exchange.position !== 2 || nth > 1) return {};
    const blocks = chapterAnswer(exchange.prompt).split("\n\n");
    blocks[3] = "The patient baker slowly changes the dough, while the salt keeps the quiet flavour of the sea.";
    return { text: blocks.join("\n\n") };
  });
  const id = await orderBook({ chapters: 2, words_per_chapter: 600 });
  expect(await languageOf(id)).toMatchObject({ share: 1 });
  expect(reviews()).toHaveLength(1);
  expect(reviews()[0]?.prompt).toContain('Passage à récrire :\n"""\nThe patient baker');
});

test("un modèle qui n’écrit qu’en anglais fait échouer le livre, qui dit pourquoi, en un nombre borné d’appels", async () => {
  harness.reset(english);
  const job = await waitForJob(await orderBook({ chapters: 1, words_per_chapter: 300 }), "failed", 50);
  expect(job.error).toMatch(/^Chapitre 1\u202f: 100\u202f% du texte n’est pas en français/);
  expect(harness.models.journal.filter(({ role }) => role !== "outline").length).toBeLessThanOrEqual(2 * 4);
});

test("un livre demandé en anglais est tout entier en anglais, sans typographie française", async () => {
  harness.reset();
  const id = await orderBook({ language: "en", topic: "Bread", chapters: 2, words_per_chapter: 300 });
  expect(await languageOf(id)).toEqual({ asked: "en", share: 1, passages: 0 });
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  expect(result.book.chapters[0]?.title).toBe("Step 1 of the discovery");
  expect(JSON.stringify(result.book)).not.toMatch(/\u202f/);
  for (const { system, prompt } of harness.models.journal) {
    expect(system).toMatch(/^You are /);
    expect(prompt).toMatch(/^Topic: Bread$/m);
    expect(system + prompt).not.toMatch(/Tu |Sujet|chapitre|mots/);
  }
});

test.each([
  ["es", "Spanish (español)", "Paso 1 del descubrimiento"],
  ["de", "German (Deutsch)", "Schritt 1 der Entdeckung"],
  ["it", "Italian (italiano)", "Passo 1 della scoperta"],
  ["pt", "Portuguese (português)", "Passo 1 da descoberta"],
  ["nl", "Dutch (Nederlands)", "Stap 1 van de ontdekking"],
] as const)("un livre demandé en « %s » l’est tout entier, sans réserve", async (language, name, title) => {
  harness.reset();
  const id = await orderBook({ language, topic: "Bread", chapters: 2, words_per_chapter: 300 });
  // The few words that the fake model has in these languages are poor prose, and are told as such.
  const { warnings } = await waitForJob(id, "completed", 50);
  expect(warnings.filter(({ code }) => code !== "style")).toEqual([]);
  expect((await getJobDetail(id)).quality?.language).toEqual({ asked: language, share: 1, passages: 0 });
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  expect(result.book.chapters[0]?.title).toBe(title);
  for (const { system, prompt } of harness.models.journal) {
    expect(system).toContain(`in careful ${name}`);
    expect(prompt).toContain(`\nLanguage of the text: ${name}\n`);
    expect(system + prompt).not.toMatch(/English|Tu |Sujet|[Cc]hapitre|mots|français|«| :/);
  }
});

test.each([
  ["es", "Portuguese", "espagnol"],
  ["pt", "Spanish", "portugais"],
  ["it", "Spanish", "italien"],
  ["de", "Dutch", "allemand"],
  ["nl", "German", "néerlandais"],
] as const)("un modèle qui répond dans une langue voisine de « %s », %s, est vu", async (language, other, name) => {
  const inOther = (prompt: string) => prompt.replace(/^Language of the text: \w+/gm, `Language of the text: ${other}`);
  harness.reset(({ role, prompt }) => {
    if (role === "chapter") return { text: chapterAnswer(inOther(prompt)) };
    return role === "review" ? { text: reviewAnswer(inOther(prompt)) } : {};
  });
  const job = await waitForJob(await orderBook({ language, chapters: 1, words_per_chapter: 300 }), "failed", 50);
  expect(job.error).toMatch(new RegExp(`^Chapitre 1\u202f: (?:[89]\\d|100)\u202f% du texte n’est pas en ${name}`));
});

test("une autre écriture collée à un mot est une réserve, et ce qui n’en est pas n’en est pas une", async () => {
  harness.reset(({ role, prompt, position }) =>
    role === "chapter" && position === 2 ? { text: chapterAnswer(prompt).replace(/\.$/, " de l’淀粉.") } : {},
  );
  const id = await orderBook({ chapters: 2, words_per_chapter: 300 });
  const { warnings } = await waitForJob(id, "completed", 50);
  expect(warnings).toEqual([
    { code: "language", chapter: 2, message: expect.stringContaining("«\u202fl’淀粉\u202f»") },
  ]);
});
