import { afterAll, beforeAll, expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import type { Behaviour } from "#testing/model/script.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import { OutlineShape } from "../outline/answer.ts";
import { askModel, type Question, type Usage } from "./ask.ts";
import { languageModel } from "./resolve.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  Object.assign(process.env, { OPENAI_COMPATIBLE_BASE_URL: server.baseUrl });
  reloadEnv();
});
afterAll(() => server.close());

const id = "openai-compatible:sans-fin";
const request = { topic: "Le pain", goal: "En faire", words: 300 };
const chapter: Question = {
  context: { role: "chapter", request },
  system: "Tu es rédacteur.",
  prompt: "Chapitre à écrire : 1. Le pain",
  words: 300,
};
const plan: Question = { ...chapter, context: { role: "outline", request }, shape: OutlineShape, words: 450 };

async function ask(question: Question, behaviour: Behaviour) {
  server.journal.length = 0;
  server.setScript(() => behaviour);
  const usages: Usage[] = [];
  const asked = askModel(await languageModel(id), question, {
    id,
    signal: new AbortController().signal,
    onUsage: (usage) => usages.push(usage),
  });
  const answer = await asked.catch((error: unknown) => error as Error);
  await expect.poll(() => server.journal.map(({ aborted }) => aborted)).toEqual([true]);
  return { answer, usages, call: server.journal[0] };
}

const text = (seed: string, words: number) => prose({ seed, words, language: "fr", sections: false });
const good = `# Le pain\n\n${text("début", 100)}`;
const asked = text("mesure", 300).length;

test.each([
  ["un paragraphe", () => `\n\n${text("boucle", 40)}`],
  ["un élément de liste", (index: number) => `\n- ${index + 1} Le levain donne du goût.`],
  ["un mot", () => " encore"],
])("%s sans fin est coupé de notre côté, et la connexion fermée", async (_name, endless) => {
  const { answer, usages, call } = await ask(chapter, { text: good, endless });
  expect(answer).toMatchObject({ ended: "repeating", text: expect.stringContaining(good) });
  expect((answer as { text: string }).text.length).toBeLessThan(good.length + 400);
  expect(call?.written).toBeLessThan(2 * asked);
  // The provider told nothing: what was read is counted.
  expect(usages).toHaveLength(1);
  const read = (usages[0]?.output ?? 0) * 4;
  expect(read).toBeGreaterThan(good.length + 400);
  expect(read).toBeLessThanOrEqual((call?.written ?? 0) + 4);
});

test("un texte toujours neuf est coupé au double de ce qui est demandé", async () => {
  const { answer, call } = await ask(chapter, { text: good, endless: (index) => `\n\n${text(`${index}`, 10)}` });
  expect(answer).toMatchObject({ ended: "too-long" });
  expect(call?.written).toBeLessThan(2.2 * asked);
});

test.each([
  ["dans leur champ", { thinksEndlessly: true, endless: () => "Je dois vérifier la longueur. " }],
  ["dans le texte", { text: "<think>Bien.", endless: () => "Je dois vérifier la longueur. " }],
  ["sans leur fin ni leur début", { text: "Bien.", endless: () => "Je dois vérifier la longueur. " }],
] satisfies [string, Behaviour][])("des pensées qui tournent en rond %s sont coupées", async (name, behaviour) => {
  const { answer, call } = await ask(chapter, behaviour);
  if (name.startsWith("sans")) expect(answer).toMatchObject({ ended: "repeating" });
  else expect(answer).toMatchObject({ code: "thinking", message: expect.stringContaining("tourne en rond") });
  expect(call?.written).toBeLessThan(5000);
});

test.each(["</think>", "<think>", "<|im_end|>", "[THINK]", "<|channel|>", "analysis"])(
  "la marque %s, sans fin, est coupée",
  async (mark) => {
    for (const text of [good, ""]) {
      const { call } = await ask(chapter, { text, endless: () => mark.repeat(5) });
      expect(call?.written).toBeLessThan(good.length + 8000);
    }
  },
);

test("un plan qui tourne en rond est coupé, jusqu’aux blancs d’un objet", async () => {
  const begun = '{"title":"Le pain","chapters":[{"title":"La farine","description":"Moudre.","key_points":["Un"]}';
  const looping = await ask(plan, {
    text: begun,
    endless: () => ',{"title":"Le four","description":"Cuire au four."}',
  });
  expect(looping.answer).toMatchObject({ ended: "repeating", text: expect.stringContaining(begun) });
  const blank = await ask(plan, { text: `${begun}]}`, endless: () => "\n        " });
  expect(blank.answer).toEqual({ ended: "repeating", text: `${begun}]}` });
  expect(blank.call?.written).toBeLessThan(3000);
});
