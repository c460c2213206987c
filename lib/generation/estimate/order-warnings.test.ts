import { systemClock } from "pg-boss";
import { afterEach, expect, test } from "vitest";
import { setClock } from "../../clock.ts";
import { BookRequest } from "../../contract/book.ts";
import { listedModel } from "../money/prices.ts";
import { warningsOf } from "./order-warnings.ts";

afterEach(() => setClock(systemClock));

const range = { low: 1, likely: 2, high: 3 };
const estimate = { calls: range, tokens: range, cost: range, words: range, minutes: range };
const forAll = (models: string[]) => ({ research: models, outline: models, chapter: models, review: models });

function codes(models: string[], { daysLater, cost = range }: { daysLater: number; cost?: typeof range | null }) {
  const knownAt = Date.parse(listedModel("openai:gpt-5")?.as_of ?? "");
  setClock({ ...systemClock, now: () => knownAt + daysLater * 24 * 3_600_000 });
  const order = {
    request: BookRequest.parse({ topic: "Le pain", goal: "En faire" }),
    estimate: { ...estimate, cost },
    chains: forAll(models),
  };
  return warningsOf({ ...order, first: undefined }).map(({ code }) => code);
}

test("une estimation faite de prix anciens le dit, une fois, et seulement si elle en fait usage", () => {
  expect(codes(["openai:gpt-5"], { daysLater: 100 })).toEqual([]);
  expect(codes(["openai:gpt-5", "openai:gpt-5-mini"], { daysLater: 300 })).toEqual(["old-price"]);
  expect(codes(["openai:gpt-5", "inconnu:x"], { daysLater: 300, cost: null })).toEqual([]);
  expect(codes(["demo"], { daysLater: 300 })).toEqual([]);
});
