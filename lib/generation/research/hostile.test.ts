import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { reloadEnv } from "../../env.ts";
import { readSources } from "./read-sources.ts";

/** Les pages hostiles sont servies par un autre fil : ce qu’elles coûtent à leur serveur ne se mesure pas ici. */
let server: Worker;
let base = "";
beforeAll(async () => {
  server = new Worker(new URL("../../../testing/servers/hostile-site.ts", import.meta.url));
  const [port] = await once(server, "message");
  base = `http://127.0.0.1:${port}`;
  process.env.WIKIPEDIA_BASE_URL = base;
  reloadEnv();
});
afterAll(() => server.terminate());

const never = new AbortController().signal;
const found = (paths: string[]) => paths.map((path) => ({ title: path, url: `${base}/${path}` }));
const read = (...paths: string[]) => readSources(found(paths), never);

const oneByOne = "bomb huge wide loop pdf nul klingon empty elsewhere file cut".split(" ");
/** They take all the time a page is given, here a few seconds: side by side, they take it once. */
const endless = ["deep", "drip", "hang", "tables"];
const endlessMs = 6000;

test.each([...oneByOne.map((path) => [path]), endless])(
  "%s… : la page est perdue, les autres non, et la boucle d’événements n’attend pas",
  async (...paths) => {
    const started = performance.now();
    const watch = watchEventLoopBlocking();
    const bounds = paths.length > 1 ? { fetchMs: endlessMs, extractMs: endlessMs } : {};
    const pages = await readSources(found([...paths, "good"]), never, bounds);
    const longest = watch.stop();
    const took = performance.now() - started;
    console.info(`${paths.join(", ")} : ${Math.round(took)} ms, plus longue attente ${Math.round(longest)} ms`);
    expect(pages.map(({ title }) => title)).toEqual(["Une bonne page"]);
    expect(took).toBeLessThan(40_000);
    expect(longest).toBeLessThan(100);
  },
);

test("les encodages, les redirections et les caractères impossibles sont lus comme il faut", async () => {
  const pages = await read("latin1", "windows-1252", "meta", "redirect", "odd", "text");
  const texts = pages.map(({ text }) => text);
  expect(texts[0]).toContain("L'été, déjà : la forêt.");
  expect(texts[1]).toContain("L’été coûte 3 € — déjà.");
  expect(texts[2]).toContain("L’été coûte 3 € — déjà.");
  expect(pages[3]?.url).toBe(`${base}/moved`);
  expect(texts[4]).toContain("avant \ufffd après");
  expect(texts.join("").isWellFormed()).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: aucun ne doit passer.
  expect(texts.join("")).not.toMatch(/[\u0000-\u0008\u202e]/);
  expect(texts[5]).toContain("Un texte simple.");
});

test("la même page sous deux adresses est une seule source", async () => {
  expect((await read("good", "same", "redirect", "moved")).map(({ url }) => url)).toEqual([
    `${base}/good`,
    `${base}/moved`,
  ]);
});
