"use client";

import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { usePaused } from "#app/_components/form/use-paused.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";
import { costBetween } from "#app/_components/text/usage.ts";
import type { Estimate } from "#lib/contract/estimate.ts";
import type { OrderWarning } from "#lib/contract/order-warning.ts";
import { blank, type Fields, toRequest } from "./fields.ts";

/** An order that takes the same effort, so that it is not asked for again with each letter of the subject. */
function toOrder({ language, genre, model, plan, words_per_chapter, instructions, ...fields }: Fields): string {
  const chapters = plan ? String(plan.length) : fields.chapters;
  const { reader_report, continuity, documents } = fields;
  // A cap that is being typed may be none yet.
  const max_cost = parseNumber(fields.max_cost) > 0 ? fields.max_cost : "";
  const told = {
    language,
    genre,
    model,
    chapters,
    words_per_chapter,
    instructions,
    max_cost,
    reader_report,
    continuity,
  };
  return JSON.stringify(toRequest({ ...blank, topic: "Un sujet", goal: "Un but", documents, ...told }));
}

function minutes({ minutes: { low, likely = low, high } }: Estimate): string {
  const between = low === high ? "" : ` (${low} à ${high})`;
  return `environ ${likely} min d’écriture${between}`;
}

/** `remark` is about the estimate itself, `warnings` about the order. */
type Effort = { text?: string; remark?: string | undefined; warnings: OrderWarning[]; stale: boolean };

/**
 * `environ 6 min d’écriture (3 à 12) · environ 0,20 $ (0,12 $ à 0,34 $)`; no text unless `wanted`, nor for an order that
 * the server refuses. While the answer for the order as it stands is on its way, the text is still that of the order
 * before, and `stale`.
 */
export function useEffort(fields: Fields, wanted: boolean): Effort {
  const order = toOrder(fields);
  const asked = usePaused(order);
  const { data, error, isLoading } = useSWR<Estimate, RequestFailed>(
    wanted && [jobs.estimate, asked],
    ([url, request]: [string, string]) => post<Estimate>(url, JSON.parse(request)),
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  if (!data || !wanted || error) return { warnings: [], stale: false };
  const { warnings = [] } = data;
  return {
    text: `${minutes(data)} · ${costBetween(data)}`,
    remark: warnings.find(({ code }) => code === "old-price")?.message,
    warnings: warnings.filter(({ code }) => code !== "old-price"),
    stale: isLoading || asked !== order,
  };
}
