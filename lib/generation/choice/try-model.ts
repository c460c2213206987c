import type { ModelTried } from "../../contract/model.ts";
import { Failure } from "../failure.ts";
import type { Usage } from "../models/ask.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { askAside, type Limits, toAppError } from "./ask-aside.ts";
import { checkNamedModel } from "./check-model.ts";

const system = "Vous répondez en français, en une ou deux phrases, sans titre ni liste.";
const prompt = "Dites en 30 mots environ pourquoi un livre change celui qui le lit.";
const words = 30;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function measure(model: string, text: string, { seconds, usage }: { seconds: number; usage: Usage | undefined }) {
  const price = priceOf(model);
  return {
    model,
    text: text.trim(),
    seconds: round(seconds, 2),
    ...(usage && { tokens: usage.output, tokens_per_second: round(usage.output / Math.max(seconds, 0.01), 1) }),
    cost: price && usage ? costOf(price, usage) : null,
  };
}

async function ask(id: string, limits: Limits): Promise<ModelTried> {
  const context = { role: "research" as const, request: { topic: "Les livres", goal: prompt, words } };
  let usage: Usage | undefined;
  let begun = performance.now();
  let soFar = "";
  const listeners = {
    onUsage: (used: Usage) => {
      usage = used;
    },
    onBegin: () => {
      begun = performance.now();
    },
    onText: (text: string) => {
      soFar = text;
    },
  };
  const measured = (text: string) => measure(id, text, { seconds: (performance.now() - begun) / 1000, usage });
  try {
    const { text } = await askAside(id, { context, system, prompt, words }, { ...limits, ...listeners });
    return measured(text);
  } catch (error) {
    // What a slow model has written says enough of it.
    if (error instanceof Failure && error.code === "silent" && soFar.trim() !== "") return measured(`${soFar.trim()}…`);
    throw error;
  }
}

/**
 * Asks a model for some thirty words.
 * @throws {AppError} invalid, when the model is unknown or not ready; conflict, while another trial runs, its server is
 * busy or its provider asks to wait; bad_gateway, with the provider's own words, when it does not answer; unavailable,
 * when nobody waits for it any more
 */
export async function tryModel(id: string, limits: Limits): Promise<ModelTried> {
  await checkNamedModel(id, "model");
  try {
    return await ask(id, limits);
  } catch (error) {
    throw toAppError(error, limits);
  }
}
