import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { picky, refusals } from "#testing/model/picky.ts";
import type { Behaviour } from "#testing/model/script.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import type { Failure } from "../failure.ts";
import { OutlineShape } from "../outline/answer.ts";
import { askModel, type Question } from "./ask.ts";
import { languageModel } from "./resolve.ts";
import { createMemory, type Memory } from "./wire/memory.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  const { baseUrl } = server;
  Object.assign(process.env, { OPENAI_COMPATIBLE_BASE_URL: baseUrl, OPENAI_COMPATIBLE_API_KEY: "tres-secret-1234" });
  reloadEnv();
});
afterAll(() => server.close());
beforeEach(() => {
  server.journal.length = 0;
});

const id = "openai-compatible:fake";
const request = { topic: "Le pain", goal: "En faire", words: 300 };
const text = '{"title":"Le pain","chapters":[]}';
const question: Question = {
  context: { role: "outline", request },
  system: "Tu es architecte.",
  prompt: "Sujet : le pain",
  shape: OutlineShape,
};
const ask = async (memory: Memory = createMemory()) =>
  askModel(await languageModel(id, memory), question, {
    id,
    signal: new AbortController().signal,
    maxOutputTokens: 9000,
  });
const failureOf = (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    () => Promise.reject(new Error("aucun échec")),
    (error) => error,
  );

test.each(refusals)(
  "un serveur qui refuse %s est interrogé autrement, aussitôt puis d’emblée",
  async (_name, refused) => {
    const script = picky(refused, () => ({ text }));
    server.setScript(script);
    const memory = createMemory();
    expect((await ask(memory)).text).toBe(text);
    const calls = server.journal.length;
    expect(calls).toBeGreaterThan(1);
    expect((await ask(memory)).text).toBe(text);
    expect(server.journal).toHaveLength(calls + 1);
    expect(server.journal.at(-1)?.maxTokens).toBeGreaterThan(4000);
    expect(server.journal.every(({ system, prompt }) => `${system}\n\n${prompt}`.includes("Sujet : le pain"))).toBe(
      true,
    );
  },
);

test("un serveur qui refuse tout ce dont une demande peut se passer est encore compris", async () => {
  const all = refusals.filter(([name]) => !name.includes("sans dire")).flatMap(([, refused]) => refused);
  server.setScript(picky(all, () => ({ text })));
  expect((await ask()).text).toBe(text);
});

test.each([
  "This model's maximum context length is 4096 tokens. However, you requested 10000 tokens (1000 in the messages, 9000 in the completion).",
  "'max_tokens' is too large: 9000. This model's maximum context length is 4096 tokens and your request has 1000 input tokens (9000 > 4096 - 1000).",
  "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 1000 `inputs` tokens and 9000 `max_new_tokens`",
  "input length and `max_tokens` exceed context limit: 1,000 + 9,000 > 4,096, decrease input length or `max_tokens`",
])("la place qu’une demande laisse à sa réponse n’est pas retenue pour la suivante : %s", async (says) => {
  server.setScript(picky([{ when: ({ maxTokens = 0 }) => maxTokens > 3096, says }], () => ({ text })));
  const memory = createMemory();
  await ask(memory);
  await ask(memory);
  expect(server.journal.map(({ maxTokens }) => maxTokens)).toEqual([9000, 3096, 9000, 3096]);
});

const withChunk = (fields: object) => (event: string) => `data: ${JSON.stringify(fields)}\n\n${event}`;
const streams: [string, Behaviour][] = [
  [
    "nomme ses événements",
    { rewrite: (event) => `event: model.status\ndata: {"ready":true}\n\nevent: message\n${event}` },
  ],
  ["envoie des données vides", { rewrite: (event) => `data:\n\ndata: \n\n${event}` }],
  ["envoie des données nulles", { rewrite: (event) => `data: null\n\n${event}` }],
  ["envoie « choices » nul", { rewrite: withChunk({ id: "x", choices: null }) }],
  ["n’envoie pas « choices »", { rewrite: withChunk({ type: "ping" }) }],
  ["envoie « error » nul", { rewrite: withChunk({ error: null, choices: [] }) }],
  ["dit quand revenir et garde la connexion", { rewrite: (event) => `retry: 3000\n\n: keep-alive\n\n${event}` }],
  ["finit ses lignes par CRLF", { rewrite: (event) => event.replaceAll("\n", "\r\n") }],
  ["ne sépare pas ses événements", { rewrite: (event) => event.replace("\n\n", "\n") }],
  ["commence par un BOM", { rewrite: (event) => (event.includes('"role"') ? `\ufeff${event}` : event) }],
  ["dit « message » pour « delta »", { rewrite: (event) => event.replace('"delta"', '"message"') }],
  ["dit « ping » en clair", { rewrite: (event) => `data: ping\n\n${event}` }],
  [
    "donne le texte en parties",
    { rewrite: (event) => event.replace(/"content":("(?:[^"\\]|\\.)+")/, '"content":[{"type":"text","text":$1}]') },
  ],
  ["appelle un outil", { toolCall: true }],
  ["appelle un outil, d’un bloc", { toolCall: true, unstreamed: true }],
  ["finit par une raison inconnue", { rewrite: (event) => event.replace('"stop"', '"eos_token"') }],
  ["réfléchit dans « reasoning »", { reasoning: { field: "reasoning", text: "D’abord un plan." } }],
  ["réfléchit dans « reasoning_content »", { reasoning: { field: "reasoning_content", text: "D’abord un plan." } }],
];
test.each(streams)("un serveur qui %s est compris", async (_name, behaviour) => {
  server.setScript(() => ({ ...behaviour, text }));
  expect(await ask()).toEqual({ text, ended: "whole" });
  expect(server.journal).toHaveLength(1);
});

const error = (message: string, fields: object = {}) => JSON.stringify({ error: { message, ...fields } });
const thought = { field: "reasoning", text: "Je dois écrire." } as const;
const failures: [string, Behaviour, code: string, sentence: string, words?: string][] = [
  [
    "une fenêtre dépassée",
    { status: 400, body: error("the request exceeds the available context size, try increasing it") },
    "context",
    "fenêtre de contexte",
    "available context size",
  ],
  [
    "une fenêtre dépassée, dans le flux",
    { rewrite: () => `data: ${error("Context size has been exceeded.", { code: 400 })}\n\n` },
    "context",
    "fenêtre de contexte",
    "Context size has been exceeded.",
  ],
  [
    "une fenêtre dépassée, au milieu du flux",
    {
      rewrite: (event) =>
        event.includes('"role"') ? event : `event: error\ndata: ${error("n_ctx: context length exceeded")}\n\n`,
    },
    "context",
    "fenêtre de contexte",
    "context length exceeded",
  ],
  [
    "un crédit épuisé",
    { status: 429, body: error("You exceeded your current quota.", { code: "insufficient_quota" }) },
    "quota",
    "plus de crédit",
    "You exceeded your current quota.",
  ],
  [
    "un solde vide",
    { status: 402, body: error("Insufficient Balance") },
    "quota",
    "rechargez-le",
    "Insufficient Balance",
  ],
  [
    "un pays refusé",
    {
      status: 403,
      body: error("Country, region, or territory not supported", { code: "unsupported_country_region_territory" }),
    },
    "region",
    "au pays ou à la région",
    "Country, region",
  ],
  [
    "un modèle retiré",
    { status: 400, body: error("The model `llama-3-70b` has been decommissioned and is no longer supported.") },
    "withdrawn",
    "a retiré le modèle",
    "has been decommissioned",
  ],
  [
    "un modèle inconnu",
    { status: 404, body: error('model "fake" not found, try pulling it first') },
    "model",
    "ne connaît pas",
    "try pulling",
  ],
  [
    "un réglage refusé quoi qu’on ôte",
    { status: 400, body: error("Unsupported value: 'model_mode'") },
    "rejected",
    "réduite à l’essentiel",
    "Unsupported value",
  ],
  [
    "un filtre de contenu",
    { status: 400, body: error("The response was filtered due to the prompt triggering content management policy.") },
    "filter",
    "filtre de contenu",
    "content management policy",
  ],
  [
    "une clé refusée",
    {
      status: 401,
      body: error("Incorrect API key provided: tres-secret-1234. Also sk-abcd****wxyz, Bearer abcdefgh."),
    },
    "key",
    "OPENAI_COMPATIBLE_API_KEY",
    "Incorrect API key provided: ***. Also ***, ***",
  ],
  [
    "un modèle qui se charge",
    { status: 503, body: error("Loading model") },
    "loading",
    "pas encore chargé",
    "Loading model",
  ],
  [
    "aucun modèle chargé",
    {
      status: 404,
      body: error("No models loaded. Please load a model in the developer page or use the 'lms load' command."),
    },
    "loading",
    "chargez-le",
    "lms load",
  ],
  [
    "une erreur à la place d’une réponse",
    { status: 200, body: error("upstream exploded") },
    "provider",
    "par une erreur (500)",
    "upstream exploded",
  ],
  [
    "une page d’erreur",
    { status: 502, body: "<html><title>502 Bad Gateway</title><p>nginx</html>" },
    "provider",
    "(502)",
    "502 Bad Gateway",
  ],
  ["une réflexion sans réponse", { text: "", reasoning: thought }, "thinking", "rien écrit après sa réflexion"],
  [
    "une réflexion qui prend toute la place",
    { text: "", reasoning: thought, finish: "length" },
    "thinking",
    "toute sa place à réfléchir",
  ],
  [
    "une réflexion dans le texte, qui prend toute la place",
    { text: "<think>Je dois", finish: "length" },
    "thinking",
    "toute sa place à réfléchir",
  ],
  ["plus de place pour répondre", { text: "", finish: "length" }, "empty", "plus de place pour répondre"],
  ["un refus", { text: "Je suis désolé, je ne peux pas écrire ce plan." }, "refusal", "reformulez", "Je suis désolé"],
];
test.each(failures)(
  "%s se dit en français, avec les mots du fournisseur",
  async (_name, behaviour, code, sentence, words = "") => {
    server.setScript(() => ({ text, ...behaviour }));
    const failure = await failureOf(ask());
    expect(failure).toMatchObject({ name: "Failure", code });
    expect(failure.message).toContain(sentence);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toMatch(/tres-secret|sk-abcd|abcdefgh/);
    expect(failure.message.length).toBeLessThan(700);
  },
);
