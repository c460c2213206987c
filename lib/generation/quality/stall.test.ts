import { expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { openDocument } from "../../document/open.ts";
import { loadDetector } from "../language/detect.ts";
import { measureQuality } from "./sheet.ts";

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

test("un livre de 300 000 mots, même fait de copies, se mesure sans retenir la boucle d’événements", async () => {
  const vocabulary = Array.from({ length: 20_000 }, (_, index) => `mot${index}`);
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const line = (copy: boolean) =>
    Array.from({ length: 100 }, (_, index) => vocabulary[copy && index > 2 ? index : random() % 20_000]).join(" ");
  const contents = Array.from({ length: 30 }, (_, chapter) =>
    [`# C${chapter}`, ...Array.from({ length: 100 }, (_, nth) => line(nth % 2 === 0))].join("\n\n"),
  );
  const documents = await Promise.all(contents.map(openDocument));
  const chapters = documents.map((document, index) => ({
    position: index + 1,
    document,
    asked: 10_000,
    words: 10_001,
    startedAt: at(0),
    finishedAt: at(1),
  }));
  await loadDetector();
  const book = { language: "fr", orderedAt: at(0), sources: [] };
  await measureQuality({ ...book, chapters: chapters.slice(0, 1) });
  const watch = watchEventLoopBlocking();
  const sheet = await measureQuality({ ...book, chapters });
  const worst = watch.stop();
  console.info(`plus longue attente ${Math.round(worst)} ms`);
  expect(sheet.duplicates.near).toBeGreaterThan(1400);
  expect(worst).toBeLessThan(100);
});
