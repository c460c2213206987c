import { expect, test } from "vitest";
import { findProblems } from "./check.ts";
import type { Level } from "./levels.ts";

const rooms: Record<string, Level[]> = {
  "lib/kitchen": [
    { name: "serve", purpose: "" },
    { name: "cook.ts", purpose: "" },
  ],
};
const files = ["lib/kitchen/serve/table.ts", "lib/kitchen/cook.ts", "lib/hall/a.ts", "lib/hall/b.ts"];
const problems = (from: string, to: string, more: string[] = []) =>
  findProblems([...files, ...more], [{ from, to }], rooms);

test("un import vers le bas passe, un import vers le haut est nommé", () => {
  expect(problems("lib/kitchen/serve/table.ts", "lib/kitchen/cook.ts")).toEqual([]);
  expect(problems("lib/kitchen/cook.ts", "lib/kitchen/serve/table.ts")).toEqual([
    "lib/kitchen/cook.ts imports lib/kitchen/serve/table.ts: serve is not below cook.ts in lib/kitchen",
  ]);
});

test("chaque partie a un niveau, chaque niveau une partie", () => {
  expect(findProblems([...files, "lib/kitchen/wash/up.ts"], [], rooms)).toEqual(["lib/kitchen/wash has no level"]);
  expect(findProblems(["lib/kitchen/cook.ts"], [], rooms)).toEqual(["lib/kitchen has a level serve, but no such part"]);
});

test("dans une pièce sans niveaux, deux parties qui s’importent sont un nœud", () => {
  const circle = [
    { from: "lib/hall/a.ts", to: "lib/hall/b.ts" },
    { from: "lib/hall/b.ts", to: "lib/hall/a.ts" },
  ];
  expect(findProblems(files, circle, rooms)).toEqual([
    "lib/hall/a.ts imports itself through others of its room",
    "lib/hall/b.ts imports itself through others of its room",
  ]);
});

test.each([
  ["lib/hall/a.ts", "testing/app/app.ts"],
  ["lib/hall/a.test.ts", "tools/bench/long-book.ts"],
  ["lib/hall/a.test.ts", "e2e/pages.spec.ts"],
  ["app/page.tsx", "scripts/serve.ts"],
  ["lib/hall/a.ts", "app/page.tsx"],
  ["testing/app/app.ts", "tools/bench.ts"],
  ["scripts/serve.ts", "testing/app/app.ts"],
  ["lib/library/receive.ts", "lib/webhook/publish.ts"],
  ["lib/webhook/publish.ts", "lib/generation/stages/stages.ts"],
])("%s n’importe pas %s", (from, to) => {
  expect(problems(from, to)).toHaveLength(1);
});

test("un test, lui, se sert des serveurs de test", () => {
  expect(problems("lib/hall/a.test.ts", "testing/app/app.ts")).toEqual([]);
});
