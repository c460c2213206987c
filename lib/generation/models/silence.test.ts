import { TestClock } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clock, setClock } from "../../clock.ts";
import { reloadEnv } from "../../env.ts";
import { watchSilence } from "./silence.ts";

const usual = clock();
const time = new TestClock();
beforeAll(() => setClock(time));
afterAll(() => setClock(usual));

const second = 1000;
const minute = 60 * second;
const pass = (ms: number) => time.tick(ms);

/** Each test has a server of its own: what one said is remembered. */
let port = 9000;
beforeEach(() => {
  process.env.LLAMACPP_BASE_URL = `http://127.0.0.1:${++port}`;
  reloadEnv();
});

/** Lives through an answer that comes one token at a time, until it is whole or cut. @returns whether it was whole */
async function answer(watch: ReturnType<typeof watchSilence>, tokens: number, perTokenMs: number): Promise<boolean> {
  for (let token = 0; token < tokens && !watch.signal.aborted; token++) {
    watch.heard();
    await pass(perTokenMs);
  }
  const isWhole = !watch.signal.aborted;
  watch.end();
  return isWhole;
}

test.each([
  ["dix tokens par seconde, après deux secondes", { firstMs: 2 * second, perTokenMs: 100 }],
  ["deux tokens par seconde, après cinq minutes", { firstMs: 5 * minute, perTokenMs: 500 }],
  ["un token toutes les quatre minutes, après dix-neuf", { firstMs: 19 * minute, perTokenMs: 4 * minute, tokens: 60 }],
])("par une seule place, quatre chapitres de mille mots viennent entiers : %s", async (_name, speed) => {
  const { firstMs, perTokenMs, tokens = 1600 } = { tokens: undefined, ...speed };
  const watches = [1, 2, 3, 4].map(() => watchSilence("llamacpp:lent"));
  const whole: boolean[] = [];
  for (const watch of watches) {
    await pass(firstMs);
    whole.push(await answer(watch, tokens, perTokenMs));
  }
  expect(whole).toEqual([true, true, true, true]);
});

test("un serveur à soi qui ne dit rien est attendu vingt minutes, un fournisseur cinq", async () => {
  for (const [id, patienceMinutes] of [
    ["llamacpp:muet", 20],
    ["mistral:muet", 5],
  ] as const) {
    const watch = watchSilence(id);
    await pass(patienceMinutes * minute - second);
    expect(watch.signal.aborted, id).toBe(false);
    await pass(2 * second);
    expect(watch.signal.aborted, id).toBe(true);
    watch.end();
  }
});

test("qui se tait au milieu de sa réponse est coupé, même si son serveur répond à d’autres", async () => {
  const stuck = watchSilence("llamacpp:deux-places");
  const other = watchSilence("llamacpp:deux-places");
  stuck.heard();
  expect(await answer(other, 10, minute)).toBe(true);
  expect(stuck.signal.aborted).toBe(true);
  stuck.end();
});
