import { expect, test } from "vitest";
import { partsOf } from "./draft.ts";

const again = " (suite de ce point : ce qui n’en est pas encore dit)";

test.each([
  ["un chapitre court n’a qu’une partie", ["a", "b"], 1500, [["a", "b"]]],
  [
    "chaque partie a ses points",
    ["a", "b", "c", "d"],
    2400,
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["un point de plusieurs parties s’y poursuit", ["a", "b"], 4800, [["a"], [`a${again}`], ["b"], [`b${again}`]]],
  ["… même s’il n’en a pas deux entières", ["a", "b"], 3600, [["a"], [`a${again}`], ["b"]]],
  ["sans points, les parties n’en ont pas", [], 2400, [[], []]],
])("%s", (_name, points, budget, parts) => {
  expect(partsOf(points, budget)).toEqual(parts);
});
