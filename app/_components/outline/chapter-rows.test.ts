import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChapterRow, freeKey, linesOf, moveRow, removeRow, restoreRow } from "./chapter-rows.ts";

const rowsOf = (...keys: number[]): ChapterRow[] =>
  keys.map((key) => ({ key, title: `Sel ${key}`, description: "", points: "" }));
const keysOf = (rows: ChapterRow[]) => rows.map(({ key }) => key);

test("un chapitre monte, descend, et les autres gardent leur ordre", () => {
  expect(keysOf(moveRow(rowsOf(0, 1, 2), 2, 0))).toEqual([2, 0, 1]);
  expect(keysOf(moveRow(rowsOf(0, 1, 2), 0, 1))).toEqual([1, 0, 2]);
  expect(keysOf(moveRow(rowsOf(0), 7, 0))).toEqual([0]);
});

test("un chapitre rétabli retrouve sa place, et jamais la clé d’un autre", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.boolean(),
      (keys, at, adds) => {
        const rows = rowsOf(...keys);
        const index = at % rows.length;
        const row = rows[index]!;
        const left = removeRow(rows, row.key);
        const meanwhile = adds ? [...left, { ...row, key: freeKey(left) }] : left;
        const back = restoreRow(meanwhile, row, index);
        expect(new Set(keysOf(back)).size).toBe(meanwhile.length + 1);
        expect(back[index]?.title).toBe(row.title);
        if (!adds) expect(back).toEqual(rows);
      },
    ),
  );
});

test("les lignes vides ne sont pas des points clés", () => {
  expect(linesOf("Un\n\n  \n deux ")).toEqual(["Un", " deux "]);
});
