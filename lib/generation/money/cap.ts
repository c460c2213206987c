import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { Price } from "../../contract/price.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { invalid } from "../../errors.ts";
import { frenchList } from "../../french-list.ts";
import { Failure } from "../failure.ts";
import type { Question } from "../models/ask.ts";
import type { Chains } from "../models/chains.ts";
import { roomFor, tokensOf } from "../models/room.ts";
import { RetryLater } from "../stage-state/postpone.ts";
import { dollars, dollarsAtLeast } from "./dollars.ts";
import { costOf, priceOf } from "./prices.ts";
import { answerTokens, thinks } from "./token-estimates.ts";

/** @throws {AppError} invalid, when the cap could not be kept: the price of some model is unknown */
export function checkCap(cap: number | undefined, chains: Chains): void {
  const unknown = [...new Set(Object.values(chains).flat())].filter((id) => !priceOf(id));
  if (cap === undefined || unknown.length === 0) return;
  const models = frenchList(unknown);
  throw invalid(
    "max_cost",
    `Le plafond ne peut pas être tenu\u202f: le prix de ${models} est inconnu. Donnez-le dans MODEL_PRICES, ou retirez le plafond.`,
  );
}

/** A word takes some 1.5 tokens, and models write up to twice what is asked. */
const maxTokensPerWord = 3;
const maxThinkingTokens = 8000;
/** A model that is known to think may think for as long as this, where no cap holds it. */
const longThinkingTokens = 24_000;
const usualAnswerWords = 1000;

const maxOutputTokensFor = (words: number, thinkingTokens: number): number =>
  Math.ceil(words * maxTokensPerWord) + thinkingTokens;

/** No tokenizer takes more than a token for two bytes; a shape is told to the model besides. */
const maxInputTokensFor = (bytes: number, isShaped: boolean): number => Math.ceil(bytes / 2) + (isShaped ? 1000 : 100);

type AskedCall = { model: string; bytes: number; words: number; isShaped: boolean };

export const minCostOfCall = (price: Price, { model, bytes, words, isShaped }: AskedCall): number =>
  costOf(price, { input: maxInputTokensFor(bytes, isShaped), cached: 0, output: answerTokens(model, words, "high") });

const capReached = (cap: number, spent: number, nextCost: number) =>
  new Failure(
    "budget",
    `Le plafond de ${dollars(cap)} est atteint\u202f: ${dollarsAtLeast(spent)} sont dépensés, et l’appel suivant peut coûter ${dollarsAtLeast(nextCost)}. Reprenez la rédaction avec un plafond plus haut\u202f; ce qui est écrit est gardé.`,
  );

const priceWithdrawn = () =>
  new Failure("price", "Le plafond ne peut pas être tenu\u202f: le prix du modèle n’est plus donné dans MODEL_PRICES.");

const retryMs = 1000;

async function readSpending(tx: Transaction, jobId: string): Promise<{ spent: number; held: number }> {
  const [sums = { spent: 0, held: 0 }] = await tx.$queryRaw<{ spent: number; held: number }[]>`
    SELECT coalesce(sum(coalesce(cost, reserved)) FILTER (WHERE "finishedAt" IS NOT NULL), 0)::float8 AS spent,
      coalesce(sum(reserved) FILTER (WHERE "finishedAt" IS NULL), 0)::float8 AS held
    FROM "ModelCall" WHERE "jobId" = ${jobId}`;
  return sums;
}

/** Sums of costs differ by less, according to their order. */
const roundingDollars = 1e-9;

/** @throws {AppError} invalid, when the cap leaves nothing to spend */
export async function checkRoom(tx: Transaction, job: Job, cap: number | undefined): Promise<void> {
  if (cap === undefined) return;
  const { spent } = await readSpending(tx, job.id);
  if (cap - spent > roundingDollars) return;
  throw invalid(
    "max_cost",
    `max_cost\u202f: ${dollarsAtLeast(spent)} sont déjà dépensés\u202f; donnez un plafond plus haut pour reprendre la rédaction.`,
  );
}

/** `reserved` is in US dollars, null when the price is unknown. */
export type Room = { reserved: number | null; maxOutputTokens: number };

/**
 * A finished call of unknown cost counts as the most it may have cost. The caller holds the job's lock.
 * @throws {Failure} `budget`, when only a higher cap would help
 * @throws {RetryLater} when the call would fit but for others that have not ended
 */
export async function reserveUnderCap(
  tx: Transaction,
  job: Job,
  { model, question, window }: { model: string; question: Question; window?: number | undefined },
): Promise<Room> {
  const { system, prompt, shape, words = usualAnswerWords, thinking } = question;
  const call = { model, words, bytes: Buffer.byteLength(system + prompt), isShaped: shape !== undefined };
  const input = maxInputTokensFor(call.bytes, call.isShaped);
  const price = priceOf(model);
  const { max_cost: cap } = BookOptions.parse(job.options);
  const usualThinkingTokens = cap === undefined && thinks(model) ? longThinkingTokens : maxThinkingTokens;
  // What no longer fits is refused by some servers, and by others takes the place of the prompt.
  const maxOutputTokens = Math.min(
    maxOutputTokensFor(words, thinking?.roomTokens ?? usualThinkingTokens),
    Math.max(roomFor(question, window), tokensOf(words)),
  );
  const maxCost = price && costOf(price, { input, cached: 0, output: maxOutputTokens });
  if (cap === undefined) return { reserved: maxCost ?? null, maxOutputTokens };
  if (price === undefined || maxCost === undefined) throw priceWithdrawn();
  const { spent, held } = await readSpending(tx, job.id);
  const minCost = minCostOfCall(price, call);
  const left = cap - spent;
  if (minCost > left) throw capReached(cap, spent, minCost);
  if (maxCost <= left - held) return { reserved: maxCost, maxOutputTokens };
  if (held > 0) throw new RetryLater(new Date(now().getTime() + retryMs));
  const forAnswer = left - costOf(price, { input, cached: 0, output: 0 });
  const output = Math.floor((forAnswer / price.output) * 1_000_000);
  return { reserved: costOf(price, { input, cached: 0, output }), maxOutputTokens: output };
}
