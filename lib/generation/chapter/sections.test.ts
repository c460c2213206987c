import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { startLocalServer } from "#testing/model/local.ts";
import type { Script } from "#testing/model/script.ts";
import { reloadEnv } from "../../env.ts";
import { getJobEdits } from "../jobs/edits.ts";
import { getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ BOOK_MODEL: "openai-compatible:tiny-1.5b" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const calls = (role: string) => harness.models.journal.filter((call) => call.role === role);

async function write(script: Script, order: Parameters<typeof orderBook>[0] = {}) {
  harness.reset(script);
  const id = await orderBook({ chapters: 3, words_per_chapter: 300, ...order });
  const job = await waitForJob(id, "completed", 60);
  const result = await getResult(id);
  const chapters = "book" in result ? result.book.chapters.map(({ content }) => content) : [];
  return { id, job, chapters };
}

test.each(["fr", "en"] as const)("un petit modèle est interrogé peu à la fois, en « %s »", async (language) => {
  const { job, chapters } = await write(() => ({}), { language });
  expect(job.warnings).toEqual([]);
  expect(calls("outline").length).toBeLessThanOrEqual(3);
  expect(calls("review")).toEqual([]);
  for (const position of [1, 2, 3])
    expect(harness.models.journal.filter((call) => call.position === position).length).toBeLessThanOrEqual(5);
  for (const { prompt } of calls("chapter")) expect(prompt.length).toBeLessThan(900);
  for (const content of chapters) {
    expect(content.match(/^# /gm)).toHaveLength(1);
    expect(content.match(/^## /gm)?.length).toBeGreaterThan(1);
  }
});

test("un modèle que son serveur dit petit est interrogé peu à la fois, quel que soit son nom", async () => {
  const server = await startLocalServer({ kind: "llamacpp", model: "le-mien", window: 8192, billions: 1.5 });
  Object.assign(process.env, { LLAMACPP_BASE_URL: server.baseUrl });
  reloadEnv();
  const id = await orderBook({ model: "llamacpp:le-mien", chapters: 2, words_per_chapter: 300 });
  await waitForJob(id, "completed", 60);
  const prompts = server.journal.filter(({ role }) => role === "chapter").map(({ prompt }) => prompt);
  expect(prompts.length).toBeGreaterThan(2);
  for (const prompt of prompts) expect(prompt.length).toBeLessThan(900);
  expect(server.journal.filter(({ role }) => role === "review")).toEqual([]);
  await server.close();
});

test("le plan de l’auteur suffit : le sujet fait le titre, un point clé d’un mot une section avec sa majuscule", async () => {
  const key_points = ["structure", "lumière", "iPhone et phares"];
  const description = "On y voit comment une tour se dresse, s’éclaire et se lit de loin.";
  const { job, chapters } = await write(
    ({ role }) =>
      role === "outline" ? { text: JSON.stringify({ chapters: [{ title: "Le phare", description }] }) } : {},
    { topic: "Les phares de Bretagne", chapters: [{ title: "Le phare", key_points }] },
  );
  expect(job.title).toBe("Les phares de Bretagne");
  expect(chapters[0]?.match(/^## .*$/gm)).toEqual(["## Structure", "## Lumière", "## iPhone et phares"]);
});

test("ce qu’il recopie de la question n’est pas dans le livre, mais dans ses retouches", async () => {
  const { id, chapters } = await write(({ role, prompt }) => {
    if (role !== "chapter") return {};
    const [, toSay = ""] = /^(À dire : .*)$/m.exec(prompt) ?? [];
    return { text: `**${toSay}**\n\nLongueur attendue : environ 100 mots\n\n"""\n\n${chapterAnswer(prompt)}\n\n"""` };
  });
  for (const content of chapters) expect(content).not.toMatch(/À dire|Longueur attendue|"""/);
  const { items } = await getJobEdits(id);
  const prompts = items.filter(({ reason, chapter }) => reason === "prompt" && chapter === 1);
  expect(prompts.map(({ before }) => before).join("\n")).toContain("Longueur attendue : environ 100 mots");
});

test("qui s’en tient à peu, ou écrit un chapitre pour une section, le rend avec une réserve, en cinq appels au plus", async () => {
  for (const words of [20, 900]) {
    const { job } = await write(({ role, prompt }) =>
      role === "chapter" ? { text: chapterAnswer(`${prompt}\nLongueur attendue : environ ${words} mots`) } : {},
    );
    // What is too long is cut where a sentence ends; what is too short is told.
    expect(job.warnings.map(({ code }) => code).includes("length")).toBe(words === 20);
    for (const position of [1, 2, 3])
      expect(harness.models.journal.filter((call) => call.position === position).length).toBeLessThanOrEqual(5);
  }
});

test.each([
  ["avec son numéro", (position: number, title: string) => `${position}. ${title}`],
  ["tel quel", (_position: number, title: string) => title],
])(
  "le titre du chapitre, recopié %s au-dessus du texte d’une section, n’est pas dans le livre",
  async (_how, lineOf) => {
    const titles = ["La tour et la mer", "Le gardien du phare", "La lampe et la lentille"];
    const { chapters } = await write(
      ({ role, prompt, position = 0 }) => {
        if (role !== "chapter") return {};
        const text = chapterAnswer(prompt).replace(/^#.*$/gm, "").trim();
        return { text: `${lineOf(position, titles[position - 1] ?? "")}\n${text}` };
      },
      { chapters: titles.map((title) => ({ title, key_points: ["Sa pierre est un granit gris, taillé à la main."] })) },
    );
    for (const [index, content] of chapters.entries()) {
      const title = titles[index] ?? "";
      expect(content.split(title)).toHaveLength(2);
      expect(content.startsWith(`# ${title}\n`)).toBe(true);
    }
  },
);

test("le titre d’une section, redit au-dessus de son texte, n’y est qu’une fois", async () => {
  const heading = "Ajout de sucre";
  const { chapters } = await write(
    ({ role, prompt }) => {
      if (role !== "chapter") return {};
      return { text: `${heading}\n\n${chapterAnswer(prompt).replace(/^#.*$/gm, "").trim()}` };
    },
    { chapters: [{ title: "La pâte", key_points: [heading] }] },
  );
  expect(chapters[0]?.split("\n").filter((line) => line.includes(heading))).toEqual([`## ${heading}`]);
});

test("un plan auquel il ne répond que des titres se fait de ces titres", async () => {
  const { job, chapters } = await write(({ role, prompt }) =>
    role === "outline" && /Chapitres à préparer/.test(prompt) ? { text: "Voici le plan." } : {},
  );
  expect(job.total_chapters).toBe(3);
  expect(chapters).toHaveLength(3);
  expect(calls("outline").length).toBeLessThanOrEqual(4);
});

test("une réponse qui n’est que son annonce est redemandée", async () => {
  const { chapters } = await write(({ role }, nth) =>
    role === "chapter" && nth === 1 ? { text: "Bien sûr, voici une section du livre pour ce chapitre :" } : {},
  );
  expect(chapters.join("\n")).not.toContain("Bien sûr");
  for (const content of chapters) expect(content.split(" ").length).toBeGreaterThan(200);
});

test("des titres qui ne sont que des numéros sont redemandés", async () => {
  const numbered = ["Le premier chapitre", "Le deuxième chapitre", "Chapitre 3"];
  const { job } = await write(({ role, prompt }, nth) =>
    role === "outline" && nth === 1 && !prompt.includes("Chapitres à préparer")
      ? { text: JSON.stringify({ title: "1.", chapters: numbered.map((title) => ({ title })) }) }
      : {},
  );
  expect(job.title).toMatch(/\p{L}{3}/u);
  const titles = job.book_outline?.map(({ title }) => title) ?? [];
  expect(titles).toHaveLength(3);
  for (const title of titles) expect(numbered).not.toContain(title);
});

test("un petit modèle lit ses chapitres en peu de mots, et en reçoit quelques lignes", async () => {
  const server = await startLocalServer({ kind: "llamacpp", model: "petit", window: 8192, billions: 1.5 });
  Object.assign(process.env, { LLAMACPP_BASE_URL: server.baseUrl });
  reloadEnv();
  const fields = { chapters: 2, words_per_chapter: 300, continuity: "sequential" } as const;
  await waitForJob(await orderBook({ model: "llamacpp:petit", ...fields }), "completed", 60);
  const read = server.journal.filter(({ role }) => role === "continuity");
  expect(read).toHaveLength(2);
  for (const { system, prompt } of read) {
    expect(system.length).toBeLessThan(600);
    expect(`${system}${prompt}`).not.toContain("contradictions");
  }
  const second = server.journal.find(({ role, position }) => role === "chapter" && position === 2)?.prompt;
  expect(second).toContain("Ce que racontent les chapitres qui précèdent :\nChapitre 1 : ");
  await server.close();
});
