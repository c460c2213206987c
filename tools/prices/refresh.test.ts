import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ListedModels } from "#lib/contract/price.ts";
import { closeServer, listen } from "#testing/servers/loopback.ts";
import { refreshPrices } from "./refresh.ts";

/** Entries as the public list has them, and others that it might have. */
const entries = [
  {
    id: "openai/gpt-5",
    object: "model",
    type: "language",
    context_window: 500000,
    max_tokens: 130000,
    tags: ["reasoning", "tool-use"],
    pricing: { input: "0.000002", output: "0.000012", input_cache_read: "0.0000002", web_search: "10" },
  },
  {
    id: "anthropic/claude-opus-4.1",
    type: "language",
    context_window: 200000,
    pricing: { input: "0.00001", output: "5e-5" },
  },
  { id: "deepseek/deepseek-v9", type: "language", tags: [], pricing: { input: "0.00000027", output: "0.0000011" } },
  { id: "free/model", type: "language", context_window: 0, pricing: { input: "0", output: "0" } },
  { id: "openai/text-embedding-9", type: "embedding", pricing: { input: "0.00000002", output: "0" } },
  { id: "sans/prix", type: "language", context_window: 1000 },
  { id: "sans/sortie", type: "language", pricing: { input: "0.000001" } },
  { id: "prix/fou", type: "language", pricing: { input: "beaucoup", output: "-1" } },
  { id: "prix/nombre", type: "language", pricing: { input: 0.1, output: 0.1 } },
  { id: "../../etc/passwd", type: "language", pricing: { input: "0", output: "0" } },
  { id: "__proto__", type: "language", pricing: { input: "0", output: "0" } },
  null,
  "openai/gpt-4o",
];

const shipped = {
  about: "Des prix.",
  models: {
    "openai:gpt-5": { input: 1.25, output: 10, max_output_tokens: 7, as_of: "2025-10", source: "liste" },
    "anthropic:claude-opus-4-1": { input: 15, cached: 1.5, output: 75, as_of: "2025-10", source: "liste" },
    "mistral:mistral-large-latest": { input: 2, output: 6, as_of: "2025-10", source: "liste" },
  },
};

let answer: { status?: number; body: string; location?: string };
let server: Server;
let url: string;
let folder: string;
let file: string;
beforeAll(async () => {
  server = createServer((_request, response) =>
    response
      .writeHead(answer.status ?? 200, { ...(answer.location && { location: answer.location }) })
      .end(answer.body),
  );
  url = `http://127.0.0.1:${await listen(server)}/v1/models`;
});
afterAll(() => closeServer(server));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "prix-"));
  file = path.join(folder, "prices.json");
  writeFileSync(file, JSON.stringify(shipped));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refresh = () => refreshPrices({ url, file, day: "2026-11-29" });
const read = () => ListedModels.parse(JSON.parse(readFileSync(file, "utf8"))).models;

test("les lignes de la liste sont renouvelées et datées, les autres gardent leur date, rien n’est inventé", async () => {
  answer = { body: JSON.stringify({ object: "list", data: entries }) };
  const { updated, added, kept } = await refresh();
  expect(updated).toEqual(["openai:gpt-5", "anthropic:claude-opus-4-1"]);
  expect(added).toEqual(["deepseek/deepseek-v9", "free/model"]);
  expect(kept).toEqual(["mistral:mistral-large-latest"]);
  const fresh = { as_of: "2026-11-29", source: "AI Gateway" };
  expect(read()).toEqual({
    "openai:gpt-5": {
      input: 2,
      cached: 0.2,
      output: 12,
      context_tokens: 500_000,
      max_output_tokens: 130_000,
      abilities: ["reasoning", "tool-use"],
      ...fresh,
    },
    // What the list no longer says is unknown again.
    "anthropic:claude-opus-4-1": { input: 10, output: 50, context_tokens: 200_000, ...fresh },
    "mistral:mistral-large-latest": shipped.models["mistral:mistral-large-latest"],
    "gateway:deepseek/deepseek-v9": { input: 0.27, output: 1.1, ...fresh },
    "gateway:free/model": { input: 0, output: 0, ...fresh },
  });
});

test("un modèle ajouté puis retiré de la liste garde sa ligne et sa date", async () => {
  answer = { body: JSON.stringify({ data: entries }) };
  await refresh();
  answer = { body: JSON.stringify({ data: entries.slice(0, 2) }) };
  const { kept } = await refreshPrices({ url, file, day: "2027-05-01" });
  expect(kept).toEqual(["mistral:mistral-large-latest", "gateway:deepseek/deepseek-v9", "gateway:free/model"]);
  expect(read()["gateway:deepseek/deepseek-v9"]?.as_of).toBe("2026-11-29");
  expect(read()["openai:gpt-5"]?.as_of).toBe("2027-05-01");
});

test.each([
  ["une page d’accueil", { body: "<!doctype html><title>Bienvenue</title>" }],
  ["une erreur", { status: 503, body: "{}" }],
  ["une autre forme", { body: '{"models": []}' }],
  ["une liste sans modèle", { body: JSON.stringify({ data: entries.slice(4) }) }],
  ["une redirection", { status: 302, body: "", location: "http://127.0.0.1:9/" }],
  ["une réponse sans fin", { body: `{"data": [${" ".repeat(9 * 1024 * 1024)}]}` }],
])("devant %s, le fichier reste tel quel", async (_name, given) => {
  answer = given;
  await expect(refresh()).rejects.toThrow();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(shipped);
});
