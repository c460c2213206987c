import { expect, test } from "vitest";
import { dueWarning, pausesFrom, percentUsed } from "./failure-window.ts";

const failingSince = new Date("2026-11-23T10:00:00Z");
const after = (hours: number) => new Date(failingSince.getTime() + hours * 3_600_000);
const silent = { failingSince, pausesAt: null };

test("la patience est de cinq jours, quelle que soit l’horloge", () => {
  const warned = { failingSince, pausesAt: after(120) };
  expect(pausesFrom(silent, after(1))).toEqual(new Date("2026-11-28T10:00:00Z"));
  expect([0, 60, 84].map((hours) => percentUsed(silent, after(hours)))).toEqual([0, 50, 70]);
  expect([108, 119.99, 120, 500].map((hours) => percentUsed(warned, after(hours)))).toEqual([90, 99, 100, 100]);
  expect(percentUsed(silent, after(-1000))).toBe(0);
});

test("sans dernier avertissement, personne n’est à moins de douze heures d’une pause", () => {
  for (const hours of [108, 115, 120, 480]) {
    expect(percentUsed(silent, after(hours))).toBe(90);
    expect(pausesFrom(silent, after(hours))).toEqual(after(hours + 12));
  }
});

test("une pause annoncée n’est jamais passée : ce qui est en retard vient au prochain échec", () => {
  const warned = { failingSince, pausesAt: after(132) };
  expect(pausesFrom(warned, after(131))).toEqual(after(132));
  expect(percentUsed(warned, after(131))).toBe(99);
  expect(pausesFrom(warned, after(480))).toEqual(after(480));
});

test("chaque seuil s’annonce une fois, et le plus haut suffit", () => {
  expect(dueWarning(49, 0)).toBeUndefined();
  expect(dueWarning(50, 0)).toBe(50);
  expect(dueWarning(69, 50)).toBeUndefined();
  expect(dueWarning(95, 0)).toBe(90);
  expect(dueWarning(100, 90)).toBeUndefined();
});
