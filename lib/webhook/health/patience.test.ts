import { expect, test } from "vitest";
import { dueWarning, pausesAt, percentUsed } from "./patience.ts";

const since = new Date("2026-11-23T10:00:00Z");
const after = (hours: number) => new Date(since.getTime() + hours * 3_600_000);

test("la patience est de cinq jours, quelle que soit l’horloge", () => {
  expect(pausesAt(since)).toEqual(new Date("2026-11-28T10:00:00Z"));
  expect([0, 60, 84, 108, 119.99, 120, 500].map((hours) => percentUsed(since, after(hours)))).toEqual([
    0, 50, 70, 90, 99, 100, 100,
  ]);
  expect(percentUsed(since, after(-1000))).toBe(0);
});

test("chaque seuil s’annonce une fois, et le plus haut suffit", () => {
  expect(dueWarning(49, 0)).toBeUndefined();
  expect(dueWarning(50, 0)).toBe(50);
  expect(dueWarning(69, 50)).toBeUndefined();
  expect(dueWarning(95, 0)).toBe(90);
  expect(dueWarning(100, 90)).toBeUndefined();
});
