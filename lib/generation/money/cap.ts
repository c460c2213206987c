import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { Price } from "../../contract/price.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { invalid } from "../../errors.ts";
import { Failure } from "../failure.ts";
import type { Question } from "../models/ask.ts";
import type { Chains } from "../models/chains.ts";
import { RetryLater } from "../stage/postpone.ts";
import { answerTokens } from "./habits.ts";
import { costOf, priceOf } from "./prices.ts";

/** @throws {AppError} invalid, when a cap is asked for that could not be kept: the price of some model is unknown */
export function checkCap(cap: number | undefined, chains: Chains): void {
  const unknown = [...new Set(Object.values(chains).flat())].filter((id) => !priceOf(id));
  if (cap === undefined || unknown.length === 0) return;
  const models = new Intl.ListFormat("fr").format(unknown);
  throw invalid(
    "max_cost",
    `Le plafond ne peut pas être tenu\u202f: le prix de ${models} est inconnu. Donnez-le dans MODEL_PRICES, ou retirez le plafond.`,
  );
}

/** A word takes some 1.5 tokens, models write up to twice what is asked, and some think before they write. */
const [tokensPerWord, thinking] = [3, 8000];
/** Of an answer whose length nobody foresees. */
const someWords = 1000;

/** The most tokens an answer is given room for, where there is a cap. */
const mostOutput = (words: number): number => Math.ceil(words * tokensPerWord) + thinking;

/** No tokenizer takes more than a token for two bytes of text as it is written; a shape is told to the model besides. */
const mostInput = (bytes: number, shaped: boolean): number => Math.ceil(bytes / 2) + (shaped ? 1000 : 100);

type Asked = { model: string; bytes: number; words: number; shaped: boolean };

/** What a cap has to leave for a call: the most its prompt may cost, and an answer as the estimate has them at its high end. */
export const leastCost = (price: Price, { model, bytes, words, shaped }: Asked): number =>
  costOf(price, { input: mostInput(bytes, shaped), cached: 0, output: answerTokens(model, words, "badly") });

const dollars = new Intl.NumberFormat("fr-FR", {
  ...{ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" },
  ...{ minimumFractionDigits: 2, maximumFractionDigits: 4 },
});

const exhausted = (cap: number, spent: number, most: number) =>
  new Failure(
    "budget",
    `Le plafond de ${dollars.format(cap)} est atteint\u202f: ${dollars.format(spent)} sont dépensés, et l’appel suivant peut coûter ${dollars.format(most)}. Reprenez la rédaction avec un plafond plus haut\u202f; ce qui est écrit est gardé.`,
  );

/** Of a model whose price was taken away since the job was created. */
const unpriced = () =>
  new Failure(
    "budget",
    "Le plafond ne peut pas être tenu\u202f: le prix du modèle n’est plus donné dans MODEL_PRICES.",
  );

/** When calls that have not ended are looked at again. */
const heldMs = 1000;

/** What a call may cost at most, in US dollars, null when its price is unknown; under a cap, its answer has this much room. */
export type Room = { reserved: number | null; maxOutputTokens?: number };

/**
 * Lets a call through that fits under its job's cap, the caller holding the job's lock. What a call did cost is taken for
 * the most it may have cost as long as nobody knows better. The last of a cap is given to one call, as far as an answer
 * fits in it.
 * @throws {Failure} `budget`, when nothing but a higher cap would help
 * @throws {RetryLater} when it would fit but for calls that have not ended
 */
export async function roomUnderCap(
  tx: Transaction,
  job: Job,
  { model, question }: { model: string; question: Question },
): Promise<Room> {
  const { system, prompt, shape, words = someWords } = question;
  const asked = { model, words, bytes: Buffer.byteLength(system + prompt), shaped: shape !== undefined };
  const input = mostInput(asked.bytes, asked.shaped);
  const price = priceOf(model);
  const { max_cost: cap } = BookOptions.parse(job.options);
  const most = price && costOf(price, { input, cached: 0, output: mostOutput(words) });
  if (cap === undefined) return { reserved: most ?? null };
  if (price === undefined || most === undefined) throw unpriced();
  const [sums = { spent: 0, held: 0 }] = await tx.$queryRaw<{ spent: number; held: number }[]>`
    SELECT coalesce(sum(coalesce(cost, reserved)) FILTER (WHERE "finishedAt" IS NOT NULL), 0)::float8 AS spent,
      coalesce(sum(reserved) FILTER (WHERE "finishedAt" IS NULL), 0)::float8 AS held
    FROM "ModelCall" WHERE "jobId" = ${job.id}::uuid`;
  const [least, left] = [leastCost(price, asked), cap - sums.spent];
  if (least > left) throw exhausted(cap, sums.spent, least);
  if (most <= left - sums.held) return { reserved: most, maxOutputTokens: mostOutput(words) };
  if (sums.held > 0) throw new RetryLater(new Date(now().getTime() + heldMs));
  const forAnswer = left - costOf(price, { input, cached: 0, output: 0 });
  const output = Math.floor((forAnswer / price.output) * 1_000_000);
  return { reserved: costOf(price, { input, cached: 0, output }), maxOutputTokens: output };
}
