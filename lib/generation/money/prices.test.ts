import { systemClock } from "pg-boss";
import { afterEach, expect, test } from "vitest";
import { setClock } from "../../clock.ts";
import { parseEnv, reloadEnv } from "../../env.ts";
import { providers } from "../models/configured.ts";
import { costOf, listedModel, oldPriceDate, priceOf } from "./prices.ts";

afterEach(() => {
  delete process.env.MODEL_PRICES;
  setClock(systemClock);
  reloadEnv();
});

test("les modèles proposés de chaque fournisseur ont un prix, qui que ce soit qui le vende", () => {
  const offered = Object.entries(providers).flatMap(([provider, { models }]) =>
    models.map((model) => `${provider}:${model}`),
  );
  expect(offered.filter((id) => !priceOf(id))).toEqual([]);
  expect(priceOf("gateway:openai/gpt-5")).toEqual(priceOf("openai:gpt-5"));
  expect(priceOf("gateway:anthropic/claude-opus-4.1")).toEqual(priceOf("anthropic:claude-opus-4-1"));
  expect(priceOf("gateway:anthropic/claude-opus-4.1")).toBeDefined();
  expect(priceOf("demo")).toEqual({ input: 0, output: 0 });
});

test("un modèle inconnu n’a pas de prix, et MODEL_PRICES en donne un, aussi à un modèle connu", () => {
  expect(priceOf("openai-compatible:qwen3:8b")).toBeUndefined();
  process.env.MODEL_PRICES =
    '{"openai-compatible:qwen3:8b": {"input": 0, "output": 0}, "openai:gpt-5": {"input": 1, "output": 2}}';
  reloadEnv();
  expect(priceOf("openai-compatible:qwen3:8b")).toEqual({ input: 0, output: 0 });
  expect(priceOf("openai:gpt-5")).toEqual({ input: 1, output: 2 });
});

test("ce qui vient du cache a son prix, s’il en a un", () => {
  const used = { input: 1000, cached: 400, output: 100 };
  expect(costOf({ input: 2, cached: 1, output: 10 }, used)).toBeCloseTo((600 * 2 + 400 + 1000) / 1e6, 12);
  expect(costOf({ input: 2, output: 10 }, used)).toBeCloseTo((1000 * 2 + 1000) / 1e6, 12);
});

test.each(["gratuit", '{"openai:gpt-5": 3}', '{"openai:gpt-5": {"input": -1, "output": 1}}', '{"a": {"input": 1}}'])(
  "MODEL_PRICES=%s arrête le départ en une phrase",
  (MODEL_PRICES) => {
    expect(() => parseEnv({ MODEL_PRICES })).toThrow(/^MODEL_PRICES : attend un objet JSON comme/);
  },
);

test("un prix d’il y a plus de six mois est dit ancien, sauf celui qu’une personne a donné", () => {
  const knownAt = new Date(listedModel("openai:gpt-5")?.as_of ?? "");
  const daysLater = (days: number) =>
    setClock({ ...systemClock, now: () => knownAt.getTime() + days * 24 * 3_600_000 });
  daysLater(170);
  expect(oldPriceDate("openai:gpt-5")).toBeUndefined();
  daysLater(190);
  expect(oldPriceDate("openai:gpt-5")).toEqual(knownAt);
  expect(oldPriceDate("gateway:openai/gpt-5")).toEqual(knownAt);
  expect(oldPriceDate("demo")).toBeUndefined();
  expect(oldPriceDate("openai-compatible:qwen3:8b")).toBeUndefined();
  process.env.MODEL_PRICES = '{"openai:gpt-5": {"input": 1, "output": 2}}';
  reloadEnv();
  expect(oldPriceDate("openai:gpt-5")).toBeUndefined();
});
