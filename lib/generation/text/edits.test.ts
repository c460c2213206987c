import { expect, test } from "vitest";
import { EditRecord } from "./edits.ts";

function editsOf(before: string, after: string) {
  const record = new EditRecord();
  expect(record.record("prompt", before, after)).toBe(after);
  return record.edits.map(({ reason, before, after }) => ({ reason, before, after }));
}

test("seules les lignes qui diffèrent sont gardées, avec ce qui est venu à leur place", () => {
  expect(editsOf("A.\n\nB.\n\nC.", "A.\n\nC.")).toEqual([{ reason: "prompt", before: "B.", after: "" }]);
  expect(editsOf("A.\n\nB.\n\nC.", "A.\n\nD.\n\nC.")).toEqual([{ reason: "prompt", before: "B.", after: "D." }]);
  expect(editsOf('A.\n\n"""', "A.")).toEqual([{ reason: "prompt", before: '"""', after: "" }]);
  expect(editsOf("X\n\nA.\n\nY\n\nB.", "A.\n\nB.").map(({ before }) => before)).toEqual(["X", "Y"]);
});

test("des blancs autour ne sont pas une retouche", () => {
  expect(editsOf("A.\n", "A.")).toEqual([]);
  expect(editsOf("\n\nA.\n\n\nB.", "A.\n\nB.")).toEqual([]);
});

test("deux textes qui n’ont rien en commun sont une seule retouche, en un temps borné", () => {
  const lines = (seed: string) => Array.from({ length: 20_000 }, (_, index) => `${seed} ${index}`).join("\n");
  const started = performance.now();
  expect(editsOf(lines("a"), lines("b"))).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});
