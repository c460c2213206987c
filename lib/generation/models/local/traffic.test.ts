import { TestClock } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock, setClock } from "../../../clock.ts";
import { followCall, observedSlots } from "./traffic.ts";

const usual = clock();
const time = new TestClock();
beforeAll(() => setClock(time));
afterAll(() => setClock(usual));

type Answer = { sentS: number; firstS: number; endS: number };

/** Lives through calls whose times are given in seconds. */
async function live(server: string, answers: Answer[]) {
  const start = time.now();
  const calls = new Map<Answer, ReturnType<typeof followCall>>();
  const moments = answers.flatMap((answer) => [
    { atS: answer.sentS, order: 2, happen: () => calls.set(answer, followCall(server)) },
    { atS: answer.firstS, order: 1, happen: () => calls.get(answer)?.heard() },
    { atS: answer.endS, order: 0, happen: () => calls.get(answer)?.end() },
  ]);
  for (const { atS, happen } of moments.toSorted((a, b) => a.atS - b.atS || a.order - b.order)) {
    await time.setTime(start + atS * 1000);
    happen();
  }
}

test("des réponses qui ne commencent qu’à la fin d’une autre disent combien de places a le serveur", async () => {
  await live("une place", [
    { sentS: 0, firstS: 2, endS: 60 },
    { sentS: 0, firstS: 62, endS: 120 },
    { sentS: 0, firstS: 122, endS: 180 },
  ]);
  expect(observedSlots("une place")).toBe(1);
  await live("une place, sans flux", [
    { sentS: 0, firstS: 60, endS: 60.1 },
    { sentS: 0, firstS: 120, endS: 120.1 },
    { sentS: 0, firstS: 180, endS: 180.1 },
  ]);
  expect(observedSlots("une place, sans flux")).toBe(1);
  await live("deux places", [
    { sentS: 0, firstS: 2, endS: 60 },
    { sentS: 0, firstS: 2, endS: 61 },
    { sentS: 0, firstS: 62, endS: 120 },
    { sentS: 0, firstS: 63, endS: 121 },
  ]);
  expect(observedSlots("deux places")).toBe(2);
});

test("des réponses qui viennent ensemble, ou vite, ou une seule fois l’une après l’autre, n’apprennent rien", async () => {
  await live("ensemble", [
    { sentS: 0, firstS: 10, endS: 60 },
    { sentS: 0, firstS: 12, endS: 20 },
    { sentS: 0, firstS: 21, endS: 90 },
    { sentS: 1, firstS: 30, endS: 95 },
  ]);
  await live("d’un bloc", [
    { sentS: 0, firstS: 30, endS: 30.1 },
    { sentS: 0, firstS: 31, endS: 31.1 },
    { sentS: 0, firstS: 32, endS: 32.1 },
  ]);
  await live("vite", [
    { sentS: 0, firstS: 1, endS: 2 },
    { sentS: 0, firstS: 2.1, endS: 3 },
    { sentS: 0, firstS: 3.1, endS: 4 },
  ]);
  await live("l’une après l’autre", [
    { sentS: 0, firstS: 10, endS: 60 },
    { sentS: 61, firstS: 71, endS: 120 },
    { sentS: 121, firstS: 131, endS: 180 },
  ]);
  for (const server of ["ensemble", "d’un bloc", "vite", "l’une après l’autre", "inconnu"])
    expect([server, observedSlots(server)]).toEqual([server, undefined]);
});

test("ce qui a été appris s’oublie après une demi-heure", async () => {
  await live("une place", [
    { sentS: 0, firstS: 2, endS: 60 },
    { sentS: 0, firstS: 62, endS: 120 },
    { sentS: 0, firstS: 122, endS: 180 },
  ]);
  await time.setTime(time.now() + 1_000_000);
  expect(observedSlots("une place")).toBe(1);
  await time.setTime(time.now() + 1_000_000);
  expect(observedSlots("une place")).toBeUndefined();
});
