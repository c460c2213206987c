import type { BookRequest } from "../../contract/book.ts";
import type { Estimate } from "../../contract/estimate.ts";
import type { OrderWarning } from "../../contract/order-warning.ts";
import { contradictionIn } from "../language/contradiction.ts";
import type { Chains } from "../models/chains.ts";
import { dollars, dollarsAtLeast } from "../money/dollars.ts";
import { oldPriceDate, priceOf } from "../money/prices.ts";
import type { ExpectedCalls } from "./forecast.ts";
import { requiredFor } from "./taking.ts";

type Order = {
  max_cost?: number | undefined;
  estimate: Omit<Estimate, "warnings">;
  chains: Chains;
  /** The call that comes first. */
  first: ExpectedCalls | undefined;
};

export function capWarning({ max_cost: cap, estimate, chains, first }: Order): OrderWarning | undefined {
  const likely = estimate.cost?.likely;
  if (cap === undefined || likely === undefined || !first) return undefined;
  const [model = ""] = chains[first.role];
  const price = priceOf(model);
  const required = price ? requiredFor(first, model, price) : 0;
  if (cap < required)
    return {
      code: "cap-below-first-call",
      message: `Le plafond de ${dollars(cap)} est sous les ${dollarsAtLeast(required)} que le premier appel peut coûter\u202f: rien ne sera écrit avant qu’il soit relevé. Ce livre coûte probablement ${dollars(likely)}.`,
    };
  if (cap >= likely) return undefined;
  return {
    code: "cap-below-likely",
    message: `Le plafond de ${dollars(cap)} est sous le coût probable de ce livre, ${dollars(likely)}, dont ${dollarsAtLeast(estimate.first_call_cost ?? 0)} pour le premier appel\u202f: la rédaction s’arrêtera sans doute en chemin, et attendra un plafond plus haut.`,
  };
}

const month = new Intl.DateTimeFormat("fr", { month: "long", year: "numeric", timeZone: "UTC" });

export function priceWarning({ estimate, chains }: Order): OrderWarning | undefined {
  if (estimate.cost === null) return undefined;
  const models = [...new Set(Object.values(chains).flat())];
  const old = models.flatMap((model) => oldPriceDate(model) ?? []);
  const oldest = old.sort((one, other) => one.getTime() - other.getTime())[0];
  return (
    oldest && {
      code: "old-price",
      message: `Les prix connus ici datent de ${month.format(oldest)}\u202f: MODEL_PRICES en donne de plus récents.`,
    }
  );
}

function languageWarning(request: BookRequest): OrderWarning | undefined {
  const found = contradictionIn(request);
  return found && { code: "instructions-language", message: found.message };
}

export function warningsOf({ request, ...order }: Order & { request: BookRequest }): OrderWarning[] {
  const asked = { ...order, max_cost: request.max_cost };
  return [capWarning(asked), languageWarning(request), priceWarning(asked)].filter((warning) => warning !== undefined);
}
