import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startSearchServer } from "#testing/servers/search.ts";
import { reloadEnv } from "../../../env.ts";
import { searchFor } from "./search.ts";

let web: Awaited<ReturnType<typeof startSearchServer>>;
const variables = ["SERPER", "BRAVE", "TAVILY"].flatMap((name) => [`${name}_API_KEY`, `${name}_BASE_URL`]);
beforeAll(async () => {
  web = await startSearchServer();
});
afterEach(() => {
  for (const name of [...variables, "SEARXNG_BASE_URL", "WIKIPEDIA_BASE_URL"]) delete process.env[name];
  web.journal.length = 0;
  web.refusals.clear();
  reloadEnv();
});
afterAll(() => web.close());

const search = (set: Record<string, string>, language = "fr") => {
  Object.assign(process.env, { RESEARCH: "on", ...set });
  reloadEnv();
  return searchFor("openai:gpt-5", "essay")?.({ words: "levain dur", language }, new AbortController().signal);
};
const found = () => ({ title: "Farine", url: `${web.baseUrl}/wiki/Farine`, snippet: "Sur : Farine." });

test.each([
  [
    "Brave",
    { BRAVE_API_KEY: "clé-b" },
    "BRAVE_BASE_URL",
    "",
    { path: "/res/v1/web/search", key: "clé-b", method: "GET" },
  ],
  [
    "Tavily",
    { TAVILY_API_KEY: "cle-t" },
    "TAVILY_BASE_URL",
    "",
    { path: "/search", key: "Bearer cle-t", method: "POST" },
  ],
  ["SearXNG", {}, "SEARXNG_BASE_URL", "/searxng", { path: "/searxng/search", key: undefined, method: "GET" }],
])("%s est interrogé dans sa forme, et sa réponse lue sans ses balises", async (_name, keys, base, under, asked) => {
  const answer = await search({ ...keys, [base]: `${web.baseUrl}${under}` });
  expect(web.journal).toMatchObject([{ ...asked, query: "levain dur" }]);
  expect(answer).toContainEqual(found());
});

test("le portugais de Brave a son code, et SearXNG reçoit la langue", async () => {
  await search({ BRAVE_API_KEY: "b", BRAVE_BASE_URL: web.baseUrl }, "pt");
  delete process.env.BRAVE_API_KEY;
  await search({ SEARXNG_BASE_URL: web.baseUrl }, "de");
  expect(web.journal.map(({ language }) => language)).toEqual(["pt-pt", "de"]);
});

test("une limite est attendue un instant ; au-delà, ou sur un refus, le fournisseur suivant répond", async () => {
  const keys = { BRAVE_API_KEY: "b", BRAVE_BASE_URL: web.baseUrl, TAVILY_API_KEY: "t", TAVILY_BASE_URL: web.baseUrl };
  web.refusals.set("/res/v1/web/search", [{ status: 429, headers: { "Retry-After": "0" } }]);
  expect(await search(keys)).toContainEqual(found());
  expect(web.journal.map(({ path }) => path)).toEqual(["/res/v1/web/search", "/res/v1/web/search"]);
  web.journal.length = 0;
  web.refusals.set("/res/v1/web/search", [{ status: 429, headers: { "Retry-After": "3600" } }]);
  expect(await search(keys)).toContainEqual(found());
  expect(web.journal.map(({ path }) => path)).toEqual(["/res/v1/web/search", "/search"]);
  web.refusals.set("/res/v1/web/search", [{ status: 401 }]);
  web.refusals.set("/search", [{ status: 432 }]);
  await expect(search(keys)).rejects.toThrow("HTTP 432");
});

test("sans clé, Wikipédia cherche tous les mots, puis quelques-uns", async () => {
  web.setFound((query) => (query.includes(" OR ") ? ["Farine"] : []));
  expect(await search({ WIKIPEDIA_BASE_URL: web.baseUrl })).toMatchObject([{ title: "Farine" }]);
  expect(web.journal.map(({ query }) => query)).toEqual(["levain dur", "levain OR dur"]);
  web.setFound(undefined);
});
