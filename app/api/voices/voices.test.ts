import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BookRequest } from "#lib/contract/book.ts";
import { VoiceList, VoiceView } from "#lib/contract/voice.ts";
import { db } from "#lib/database/client.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { readHonestBooks } from "#testing/corpus/books.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { asked, refusalOf } from "#testing/harness/models.ts";
import { voiceAnswer } from "#testing/model/answers.ts";
import { prose } from "#testing/model/prose.ts";
import * as one from "./[id]/route.ts";
import * as all from "./route.ts";

let harness: GenerationHarness;
let letters: string;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
  letters = (await readHonestBooks()).find(({ name }) => name === "lettres")?.chapters[0]?.text ?? "";
});
afterAll(() => harness.close());
beforeEach(async () => {
  harness.reset();
  setEnv({ BOOK_MODEL: "openai-compatible:fake" });
  await db().voice.deleteMany();
});

const post = (body: unknown) => all.POST(asked("POST", body), {});
const make = async (body: object) => VoiceView.parse(await (await post({ name: "Lettres", ...body })).json());
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const put = (id: string, body: unknown) => one.PUT(asked("PUT", body), at(id));
const callsOf = (role: string) => harness.models.journal.filter((exchange) => exchange.role === role);

test("un extrait devient une feuille : compté par le code, jugé en un appel qui n’est le coût d’aucun livre", async () => {
  const answer = await post({ name: "Lettres", sample: letters });
  expect(answer.status).toBe(201);
  const voice = VoiceView.parse(await answer.json());
  const { prompt = "" } = callsOf("voice")[0] ?? {};
  const [own] = (JSON.parse(voiceAnswer(prompt)) as { liked: string[] }).liked;
  expect(voice).toMatchObject({
    name: "Lettres",
    language: "fr",
    person: "first",
    tense: "past",
    sentence_words: 9,
    register: "familier",
    description: "Écris comme on parle, en phrases brèves.",
    // What the model claims of the words is looked up in the sample.
    liked: [own],
    avoided: ["zéphyr"],
    measured: { words: 490, sentences: 48 },
    read_by: "openai-compatible:fake",
  });
  expect(voice.problem).toBeUndefined();
  expect(harness.models.journal).toHaveLength(1);
  expect(await db().modelCall.count()).toBe(0);
  expect(VoiceList.parse(await (await all.GET(asked("GET"), {})).json()).items).toEqual([voice]);
});

test("d’une description, le modèle relève ce qu’elle demande ; ce que l’auteur donne l’emporte", async () => {
  const description = "Je raconte au passé, sans jamais dire cependant.";
  harness.reset(() => ({
    text: `Voici : {"register": "sobre", "person": "je", "tense": "passé", "liked": ["mer"], "avoided": "cependant, toutefois"}`,
  }));
  const voice = await make({ description, tense: "present", avoided: ["crucial"] });
  expect(voice).toMatchObject({
    description,
    person: "first",
    tense: "present",
    register: "sobre",
    avoided: ["crucial"],
  });
  expect([voice.liked, voice.measured, voice.sentence_words]).toEqual([undefined, undefined, undefined]);
  expect((await make({ description })).avoided).toEqual(["cependant"]);
  expect(callsOf("voice")).toHaveLength(2);
  expect((await make({ person: "third" })).read_by).toBeUndefined();
  expect(callsOf("voice")).toHaveLength(2);
});

test.each([
  ["un chapitre au lieu d’une réponse", { text: "# Le pain\n\nLe pain lève." }, "n’a rien rendu de lisible"],
  ["une panne", { status: 500 }, "essayez de nouveau"],
  ["un refus", { text: "Je suis désolé, mais je ne peux pas répondre à cette demande." }, "refusé"],
])("%s ne coûte pas la feuille : ce qui se compte y est, et c’est dit", async (_name, behaviour, said) => {
  harness.reset(() => behaviour);
  const voice = await make({ sample: letters });
  expect(voice).toMatchObject({ person: "first", sentence_words: 9, problem: expect.stringContaining(said) });
  expect([voice.read_by, voice.register]).toEqual([undefined, undefined]);
});

test("le modèle de démonstration n’est pas interrogé, et la feuille le dit", async () => {
  setEnv({ BOOK_MODEL: "demo" });
  const voice = await make({ sample: letters });
  expect(voice).toMatchObject({ person: "first", problem: expect.stringContaining("démonstration") });
  expect(harness.models.journal).toEqual([]);
});

test.each([
  ["un extrait trop court", { sample: "Le pain lève." }, "sample"],
  ["un extrait trop long", { sample: "mot ".repeat(2001) }, "sample"],
  ["rien", {}, "sample"],
  ["un blanc pour extrait", { sample: " \n" }, "sample"],
  ["un nom vide", { name: " ", register: "sobre" }, "name"],
  ["un mot aimé et évité", { liked: ["En effet"], avoided: ["en effet"] }, "avoided"],
  ["une personne inconnue", { person: "je" }, "person"],
  ["un modèle inconnu", { description: "Sobre.", model: "openai-compatible:" }, "model"],
  ["un caractère NUL", { description: "So\0bre" }, "description"],
  ["un champ inconnu", { register: "sobre", style: "sobre" }, ""],
])("%s est refusé, au champ", async (_name, body, path) => {
  const refused = await refusalOf(await post({ name: "Voix", ...body }));
  expect(refused.status).toBe(422);
  expect(refused.issues.map((issue: { path: string }) => issue.path)).toEqual([path]);
  expect(await db().voice.count()).toBe(0);
});

test("la feuille se corrige d’un bloc, à deux sans s’écraser, et se supprime", async () => {
  const { id, version } = await make({ sample: letters });
  const saved = await put(id, { version, name: "Sobre", sentence_words: 14, avoided: ["très"] });
  expect(await saved.json()).toMatchObject({
    version: 2,
    name: "Sobre",
    sentence_words: 14,
    measured: { sentences: 48 },
  });
  const now = VoiceView.parse(await (await one.GET(asked("GET"), at(id))).json());
  expect([now.person, now.register, now.avoided]).toEqual([undefined, undefined, ["très"]]);
  expect((await put(id, { version, name: "Autre" })).status).toBe(409);
  expect((await one.DELETE(asked("DELETE"), at(id))).status).toBe(204);
  expect((await one.GET(asked("GET"), at(id))).status).toBe(404);
  expect((await put(id, { version: 2, name: "Autre" })).status).toBe(404);
  expect((await one.DELETE(asked("DELETE"), at("non"))).status).toBe(404);
});

test("la commande garde la voix telle qu’elle était ; qui écrit et qui relit la tient, la fiche la mesure", async () => {
  const { id, version } = await make({
    name: "Brève",
    language: "fr",
    person: "first",
    sentence_words: 4,
    avoided: ["le", "jamais écrit"],
  });
  // Both chapters say the same, which the review has rewritten.
  const same = prose({ seed: "le pain", words: 290, language: "fr" });
  harness.reset(({ role, position }) => {
    if (role === "outline") return { after: Promise.resolve(put(id, { version, name: "Changée", person: "second" })) };
    return role === "chapter" ? { text: `# Chapitre ${position}\n\n${same}` } : {};
  });
  const jobId = await orderBook({ voice: id, chapters: 2, words_per_chapter: 300 });
  const { warnings } = await waitForJob(jobId, "completed");
  await one.DELETE(asked("DELETE"), at(id));
  const { voice, options, quality } = await getJobDetail(jobId);
  expect([voice?.name, options.voice]).toEqual(["Brève", id]);
  const asking = [...callsOf("chapter"), ...callsOf("review")];
  for (const { prompt } of asking) {
    expect(prompt).toContain(
      "Voix de l’auteur, à tenir : à la première personne (« je ») ; phrases de 4 mots en moyenne.",
    );
    expect(prompt).toContain("Mots à ne jamais employer : le, jamais écrit");
  }
  expect(new Set(asking.map(({ role }) => role))).toEqual(new Set(["chapter", "review"]));
  expect(quality?.voice).toMatchObject({
    asked: { name: "Brève" },
    avoided: [{ word: "le", count: expect.any(Number) }],
  });
  const said = warnings.filter(({ code }) => code === "voice").map(({ message }) => message);
  expect(said).toEqual([
    expect.stringMatching(
      /^Les phrases sont bien plus longues que celles de la voix demandée\u202f: \d+ mots en moyenne, pour 4\.$/,
    ),
    expect.stringMatching(
      /^Le texte est écrit à la troisième personne, et la voix demandée à la première personne \(je\)\.$/,
    ),
    expect.stringMatching(/^Des mots que la voix évite reviennent \d+ fois\u202f: «\u202fle\u202f» \(\d+\)\.$/),
  ]);
});

test("un petit modèle tient la voix dans chaque question de section, et quand il rallonge", async () => {
  setEnv({ BOOK_MODEL: "openai-compatible:petit-1.5b" });
  const { id } = await make({ description: "Écris sec." });
  harness.reset(({ role, prompt }) =>
    role === "chapter" && !prompt.includes("est déjà écrit jusqu’ici")
      ? { text: prose({ seed: prompt, words: 60, language: "fr" }) }
      : {},
  );
  await waitForJob(await orderBook({ voice: id, chapters: 1, words_per_chapter: 400 }), "completed");
  const asking = callsOf("chapter").map(({ prompt }) => prompt);
  expect(asking.some((prompt) => prompt.includes("est déjà écrit jusqu’ici"))).toBe(true);
  for (const prompt of asking)
    expect(prompt).toMatch(/\nVoix de l’auteur, à tenir : .*Écris sec\.\nLongueur attendue : .*$/);
});

test("une voix inconnue, ou donnée au modèle de démonstration, est refusée", async () => {
  const { id } = await make({ register: "sobre" });
  const refusal = (fields: object) =>
    createJob(BookRequest.parse({ topic: "Le pain", goal: "En faire", ...fields })).catch((error) => error);
  const unknown = await refusal({ voice: "0198b3a4-0000-7000-8000-000000000000" });
  expect(unknown).toMatchObject({ code: "invalid", issues: [{ path: "voice" }] });
  expect(await refusal({ voice: id, model: "demo" })).toMatchObject({ code: "invalid", issues: [{ path: "voice" }] });
  expect(BookRequest.safeParse({ topic: "Le pain", goal: "En faire", voice: "ma voix" }).success).toBe(false);
});
