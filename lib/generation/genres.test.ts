import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findLost } from "#testing/corpus/compare.ts";
import { answerTo, readOrders, requestOf } from "#testing/corpus/orders.ts";
import { survivorsOf } from "#testing/corpus/survivors.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import type { Exchange, Script } from "#testing/model/script.ts";
import { startSearchServer } from "#testing/servers/search.ts";
import type { Genre } from "../contract/values.ts";
import { renderHtml } from "../document/html.ts";
import { wordsIn } from "../document/words.ts";
import { reloadEnv } from "../env.ts";
import { getJobDetail, getResult } from "./jobs/jobs.ts";

/** The honest books of the corpus, under the genre that their author would have chosen. */
const genreOf: Record<string, Genre> = {
  essai: "essay",
  "en-essay": "essay",
  "manuel-logiciel": "technical",
  tutoriel: "technical",
  physique: "technical",
  "en-technical": "technical",
  exercices: "course",
  recettes: "practical",
  "en-recipes": "practical",
  "guide-voyage": "practical",
  "echecs-tricot": "practical",
  "roman-dialogues": "fiction",
  "roman-xixe": "fiction",
  lettres: "fiction",
  theatre: "fiction",
  "en-novel": "fiction",
  poesie: "poetry",
  chansons: "poetry",
  conte: "children",
  glossaire: "reference",
  "reference-api": "reference",
  loi: "reference",
};

const all = await readOrders();
const orders = all.filter(({ book, reviewer, sourced }) => genreOf[book.name] && reviewer === "récrit" && !sourced);

let harness: GenerationHarness;
let web: Awaited<ReturnType<typeof startSearchServer>>;
beforeAll(async () => {
  web = await startSearchServer();
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "8", WIKIPEDIA_BASE_URL: web.baseUrl },
    { skipsWaits: true },
  );
});
afterEach(() => {
  process.env.RESEARCH = "off";
  reloadEnv();
});
afterAll(async () => {
  await harness.close();
  await web.close();
});

async function finish(id: string) {
  const { status, error, warnings } = await waitForJob(
    id,
    (job) => job.status === "completed" || job.status === "failed",
    120,
  );
  const result = await getResult(id);
  const contents = "book" in result ? result.book.chapters.map(({ content }) => content) : [];
  return { status, error, warnings, contents };
}

test("un livre honnête, commandé sous son genre, est livré entier et sans réserve", async () => {
  harness.reset(answerTo(orders));
  const ids: string[] = [];
  for (const order of orders) ids.push(await orderBook({ ...requestOf(order), genre: genreOf[order.book.name] }));
  const wrong: Record<string, string[]> = {};
  for (const [index, { book }] of orders.entries()) {
    const { status, warnings, contents } = await finish(ids[index] ?? "");
    const lost: string[] = [];
    for (const [at, { text, keeps, title }] of book.chapters.entries()) {
      const content = contents[at] ?? "";
      const { html } = await renderHtml(content, title);
      lost.push(...findLost(text, { content, html, markdown: content }, await survivorsOf(text, keeps)));
    }
    const told = [...(status === "completed" ? [] : [status]), ...warnings.map(({ message }) => message), ...lost];
    if (told.length > 0) wrong[book.name] = told;
  }
  expect(orders).toHaveLength(Object.keys(genreOf).length);
  expect(wrong).toEqual({});
}, 240_000);

async function finishOrder(fields: Parameters<typeof orderBook>[0], script: Script = () => ({})) {
  harness.reset(script);
  const id = await orderBook(fields);
  return { id, ...(await finish(id)) };
}

const proseOf = (genre: Genre) => finishOrder({ genre, chapters: 2, words_per_chapter: 250 });

const lessonEnd = ({ prompt }: Exchange) => {
  if (/Écris maintenant trois exercices/.test(prompt)) return "1. Combien de sel ?\n2. Pétrissez un kilo de pâte.";
  if (/Écris maintenant leurs corrigés/.test(prompt))
    return "# Corrigés\n\n1. Vingt grammes.\n2. Elle doit être lisse.";
};

test("un cours sans exercices en reçoit, puis leurs corrigés, à la fin de chaque chapitre", async () => {
  const order = { genre: "course", chapters: 2, words_per_chapter: 600 } as const;
  const { status, warnings, contents } = await finishOrder(order, (exchange) => {
    const text = lessonEnd(exchange);
    return text === undefined ? {} : { text };
  });
  expect({ status, warnings }).toEqual({ status: "completed", warnings: [] });
  for (const content of contents)
    expect(content).toMatch(/\n## Exercices\n\n1\. Combien de sel\s\?\n2\. .*\n\n## Corrigés\n\n1\. Vingt.*\n2\. .*$/);
  expect(harness.models.journal.filter(({ prompt }) => /et voici ses exercices/.test(prompt))).toHaveLength(2);
});

test("une leçon trop courte grandit avant ses exercices, qui restent à la fin", async () => {
  const end =
    "## Exercices\n\n1. Combien de sel ?\n2. Combien d’eau ?\n\n## Corrigés\n\n1. Vingt grammes.\n2. Un litre.";
  for (const words of [150, 500]) {
    const { warnings, contents } = await finishOrder(
      { genre: "course", chapters: 1, words_per_chapter: 600 },
      ({ role, prompt }) => {
        if (role !== "chapter" || prompt.includes("Le chapitre est déjà écrit")) return {};
        return { text: `${chapterAnswer(`${prompt}\nLongueur attendue : environ ${words} mots`)}\n\n${end}` };
      },
    );
    expect(warnings).toEqual([]);
    expect(contents[0]?.replaceAll("\u202f", " ").endsWith(end), String(words)).toBe(true);
  }
});

test("un poème garde ses vers, chacun sur sa ligne, dans le chapitre et sur la page", async () => {
  const prose = ["Un", "Deux", "Trois"].map((seed) =>
    wordsIn(chapterAnswer(`Longueur attendue : environ 60 mots ${seed}`)),
  );
  const poems = prose.map((words, nth) => {
    const verses = Array.from({ length: 8 }, (_, at) => words.slice(at * 6, at * 6 + 6).join(" "));
    return { title: `## Chant ${nth + 1}`, verses };
  });
  const { warnings, contents } = await finishOrder(
    { genre: "poetry", chapters: 1, words_per_chapter: 200 },
    ({ role, prompt }) => {
      if (role !== "chapter") return {};
      const [, title] = /^Chapitre à écrire : 1\. (.*)$/m.exec(prompt) ?? [];
      return { text: `# ${title}\n\n${poems.map((one) => `${one.title}\n\n${one.verses.join("\n")}`).join("\n\n")}` };
    },
  );
  expect(warnings).toEqual([]);
  const [content = ""] = contents;
  for (const { title, verses } of poems) expect(content).toContain(`${title}\n\n${verses.join("  \n")}`);
  const { html } = await renderHtml(content, "");
  expect(html.match(/<br>/g)).toHaveLength(21);
});

test("rien n’est cherché pour un livre d’imagination, et un essai se documente", async () => {
  process.env.RESEARCH = "on";
  reloadEnv();
  const seen: string[] = [];
  web.setFound((topic) => {
    seen.push(topic);
    return [];
  });
  for (const genre of ["fiction", "poetry", "children", "essay"] as const) {
    const { id } = await finishOrder({ genre, topic: `sujet ${genre}`, chapters: 1 });
    const { stages } = await getJobDetail(id);
    expect(stages[0]?.state, genre).toBe("done");
    expect(stages[0]?.error === undefined, genre).toBe(genre !== "essay");
  }
  // Wikipédia, qui n’a trouvé aucune page de tous les mots, est encore interrogée sur chacun.
  expect(seen).toEqual(["sujet essay", "sujet OR essay"]);
});

test.each([
  ["course", /n’a pas d’exercices.*ajoutez-en avec leurs corrigés, ou relancez/],
  ["poetry", /est en prose, sans un vers.*sauf si ce sont des poèmes en prose/],
] as const)(
  "de la prose n’est pas un livre de ce genre, et la réserve dit ce qui manque : %s",
  async (genre, message) => {
    const { status, warnings } = await proseOf(genre);
    expect(status).toBe("completed");
    const found = warnings.filter(({ code }) => code === "genre");
    expect(found.map(({ chapter }) => chapter)).toEqual([1, 2]);
    for (const one of found) expect(one.message).toMatch(message);
  },
);

test("un genre que la prose ne dément pas n’a pas de réserve, et un livre strict de poèmes en prose échoue", async () => {
  for (const genre of ["essay", "technical", "practical", "fiction", "children"] as const)
    expect((await proseOf(genre)).warnings, genre).toEqual([]);
  const { status, error } = await finishOrder({ genre: "poetry", strict: true, chapters: 1, words_per_chapter: 250 });
  expect(status).toBe("failed");
  expect(error).toMatch(/est en prose, sans un vers/);
}, 60_000);
