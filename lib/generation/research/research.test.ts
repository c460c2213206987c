import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSearchServer } from "../../../e2e/fixtures/search-server.ts";
import { reloadEnv } from "../../env.ts";
import { openPress, order, type Press, waitFor } from "../../testing/generation.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let press: Press;
let web: Awaited<ReturnType<typeof startSearchServer>>;
beforeAll(async () => {
  web = await startSearchServer();
  press = await openPress({ WIKIPEDIA_BASE_URL: web.baseUrl, SERPER_BASE_URL: web.baseUrl });
});
afterAll(async () => {
  await press.close();
  await web.close();
});

function configure(variables: Record<string, string>) {
  Object.assign(process.env, { RESEARCH: "on", SERPER_API_KEY: "", ...variables });
  reloadEnv();
}
beforeEach(() => {
  press.reset();
  web.journal.length = 0;
  web.setDown(false);
});

const calls = (role: string) => press.models.journal.filter((call) => call.role === role);

test("Wikipédia est interrogée, et les notes du chercheur vont à l’architecte et au rédacteur", async () => {
  configure({});
  await waitFor(await order({ topic: "Le levain" }), "completed");
  expect(web.journal).toMatchObject([{ method: "GET", path: "/w/api.php", query: "Le levain" }]);
  expect(calls("research")[0]?.prompt).toContain("Le Pain au levain & co");
  expect(calls("research")[0]?.prompt).toContain(`${web.baseUrl}/wiki/Pain_au_levain`);
  for (const call of [...calls("outline"), ...calls("chapter")])
    expect(call.prompt).toContain("- Une note de travail.");
});

test("avec une clé, la recherche passe par Serper", async () => {
  configure({ SERPER_API_KEY: "clé" });
  await waitFor(await order({ topic: "Le levain" }), "completed");
  expect(web.journal).toMatchObject([{ method: "POST", path: "/search", query: "Le levain" }]);
  expect(calls("research")[0]?.prompt).toContain("https://exemple.fr/Farine");
});

test("une recherche en panne ne coûte pas le livre : le détail le dit, et le chercheur n’est pas appelé", async () => {
  configure({});
  web.setDown(true);
  const id = await order();
  await waitFor(id, "completed");
  expect(calls("research")).toEqual([]);
  const [stage] = (await getJobDetail(id)).stages;
  expect(stage).toMatchObject({ name: "research", state: "done" });
  expect(stage?.error).toContain("n’a pas abouti");
});

test("RESEARCH=off ne sort pas du tout, le modèle de démonstration non plus", async () => {
  configure({ RESEARCH: "off" });
  await waitFor(await order(), "completed");
  configure({ BOOK_MODEL: "demo" });
  await waitFor(await order(), "completed");
  expect(web.journal).toEqual([]);
});
