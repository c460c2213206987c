import { now } from "../../clock.ts";
import type { ModelTried } from "../../contract/model.ts";
import { waitSentence } from "../../contract/wait.ts";
import { AppError } from "../../errors.ts";
import { serverMemory } from "../asking/server-memory.ts";
import { Failure } from "../failure.ts";
import { recordKeyUse } from "../model-settings/save.ts";
import { askModel, type Usage } from "../models/ask.ts";
import { keyProviderOf } from "../models/configured.ts";
import { languageModel } from "../models/resolve.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { withRateLimit } from "../rate-limit/with-rate-limit.ts";
import { RetryLater } from "../stage/postpone.ts";
import { checkNamedModel } from "./check-model.ts";
import { beginTrial } from "./trial-lease.ts";
import { takeTrialSlot } from "./trial-slot.ts";

const system = "Vous répondez en français, en une ou deux phrases, sans titre ni liste.";
const prompt = "Dites en 30 mots environ pourquoi un livre change celui qui le lit.";
const words = 30;
/** Room for the thoughts of a model that thinks before it answers. */
const maxOutputTokens = 2000;
/** A local model may read for a minute, then write two tokens a second. */
const usualPatience = { firstWordMs: 120_000, nextWordMs: 60_000, totalMs: 180_000 };

/** How long a trial waits for a book's call to end, on a server that answers few at a time. */
const usualSlotMs = 60_000;
/** In the place of a book, of which no id has a space. */
const book = "essai d’un modèle";

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

type Limits = { signal: AbortSignal; patience?: typeof usualPatience; slotMs?: number };

async function ask(id: string, { signal, patience = usualPatience }: Limits): Promise<ModelTried> {
  const model = await languageModel(id, serverMemory(id));
  await recordKeyUse(keyProviderOf(id));
  const context = { role: "research" as const, request: { topic: "Les livres", goal: prompt, words } };
  let usage: Usage | undefined;
  const onUsage = (used: Usage) => {
    usage = used;
  };
  let begun = performance.now();
  let soFar = "";
  const onText = (text: string) => {
    soFar = text;
  };
  const question = { context, system, prompt, words };
  const measured = (text: string) => measure(id, text, { seconds: (performance.now() - begun) / 1000, usage });
  try {
    const { text } = await withRateLimit({ model: id, book, signal }, (onAnswering) => {
      begun = performance.now();
      return askModel(model, question, { id, signal, onText, onUsage, onAnswering, maxOutputTokens, patience });
    });
    return measured(text);
  } catch (error) {
    // What a slow model has written says enough of it.
    if (error instanceof Failure && error.code === "silent" && soFar.trim() !== "") return measured(`${soFar.trim()}…`);
    throw error;
  }
}

/** The sentences of failures are for whoever follows a job. */
const messageOf = ({ message }: Failure) => message.replace(/reprenez la rédaction/g, "essayez de nouveau");

function toAppError(error: unknown, { signal }: Limits): unknown {
  if (error instanceof Failure) return new AppError("bad_gateway", messageOf(error));
  if (error instanceof RetryLater)
    return new AppError("conflict", `${waitSentence(error.until, now())}\u202f: essayez de nouveau ensuite.`);
  if (signal.aborted) return new AppError("unavailable", "L’essai a été interrompu\u202f: essayez de nouveau.");
  return error;
}

/**
 * Asks a model for some thirty words, one trial at a time and behind the calls of books, and records no call: it is no
 * book's cost.
 * @throws {AppError} invalid, when the model is unknown or not ready; conflict, while another trial runs, its server is
 * busy or its provider asks to wait; bad_gateway, with the provider's own words, when it does not answer; unavailable,
 * when nobody waits for it any more
 */
export async function tryModel(id: string, limits: Limits): Promise<ModelTried> {
  await checkNamedModel(id, "model");
  const { patience = usualPatience, slotMs = usualSlotMs, signal } = limits;
  const end = await beginTrial(id, slotMs + patience.totalMs + patience.firstWordMs);
  try {
    const release = await takeTrialSlot(id, signal, slotMs);
    return await ask(id, limits).finally(release);
  } catch (error) {
    throw toAppError(error, limits);
  } finally {
    await end();
  }
}
