import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { invalid } from "../../errors.ts";
import { Failure } from "../failure.ts";
import type { Question } from "../models/ask.ts";
import type { Chains } from "../models/chains.ts";
import { NotYet } from "../step/postpone.ts";
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
export const mostOutput = ({ words = someWords }: Question): number => Math.ceil(words * tokensPerWord) + thinking;

/** No tokenizer takes more than a token for two bytes of text as it is written; a shape is told to the model besides. */
const mostInput = ({ system, prompt, shape }: Question): number =>
  Math.ceil(Buffer.byteLength(system + prompt) / 2) + (shape ? 1000 : 100);

/** The most a call may cost, in US dollars; undefined when its price is unknown. */
export function mostCost(model: string, question: Question): number | undefined {
  const price = priceOf(model);
  return price && costOf(price, { input: mostInput(question), cached: 0, output: mostOutput(question) });
}

const dollars = new Intl.NumberFormat("fr-FR", {
  ...{ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" },
  ...{ minimumFractionDigits: 2, maximumFractionDigits: 4 },
});

const exhausted = (cap: number, spent: number, most: number) =>
  new Failure(
    `Le plafond de ${dollars.format(cap)} est atteint\u202f: ${dollars.format(spent)} sont dépensés, et l’appel suivant peut coûter ${dollars.format(most)}. Reprenez la rédaction avec un plafond plus haut\u202f; ce qui est écrit est gardé.`,
    { code: "budget", tries: 1 },
  );

/** Of a model whose price was taken away since the job was created. */
const unpriced = () =>
  new Failure("Le plafond ne peut pas être tenu\u202f: le prix du modèle n’est plus donné dans MODEL_PRICES.", {
    code: "budget",
    tries: 1,
  });

/** When calls that have not ended are looked at again. */
const heldMs = 1000;

/**
 * Lets a call through that fits under its job's cap, the caller holding the job's lock. What a call did cost is taken for
 * the most it may have cost as long as nobody knows better.
 * @returns the cap, if there is one
 * @throws {Failure} `budget`, when nothing but a higher cap would help
 * @throws {NotYet} when it would fit but for calls that have not ended
 */
export async function keepUnderCap(tx: Transaction, job: Job, most: number | null): Promise<number | undefined> {
  const { max_cost: cap } = BookOptions.parse(job.options);
  if (cap === undefined) return undefined;
  if (most === null) throw unpriced();
  const [sums = { spent: 0, held: 0 }] = await tx.$queryRaw<{ spent: number; held: number }[]>`
    SELECT coalesce(sum(coalesce(cost, reserved)) FILTER (WHERE "finishedAt" IS NOT NULL), 0)::float8 AS spent,
      coalesce(sum(reserved) FILTER (WHERE "finishedAt" IS NULL), 0)::float8 AS held
    FROM "ModelCall" WHERE "jobId" = ${job.id}::uuid`;
  if (sums.spent + most > cap) throw exhausted(cap, sums.spent, most);
  if (sums.spent + sums.held + most > cap) throw new NotYet(new Date(now().getTime() + heldMs));
  return cap;
}
