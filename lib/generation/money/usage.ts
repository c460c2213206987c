import type { ModelUsage } from "../../contract/usage.ts";
import { db } from "../../database/client.ts";
import type { StageName } from "../../database/generated/client.ts";

type Sums = { [Name in keyof ModelUsage]: number };
const none: Sums = {
  calls: 0,
  input_tokens: 0,
  output_tokens: 0,
  uncounted: 0,
  cost: 0,
  unpriced: 0,
  time_ms: 0,
};

/** A zero cost with unpriced calls is unknown, not free. */
const usageOf = (sums: Sums): ModelUsage => ({
  ...sums,
  cost: sums.unpriced > 0 && sums.cost === 0 ? null : sums.cost,
});

const add = (one: Sums, other: Sums): Sums => ({
  calls: one.calls + other.calls,
  input_tokens: one.input_tokens + other.input_tokens,
  output_tokens: one.output_tokens + other.output_tokens,
  uncounted: one.uncounted + other.uncounted,
  cost: one.cost + other.cost,
  unpriced: one.unpriced + other.unpriced,
  time_ms: one.time_ms + other.time_ms,
});

export type JobUsage = { stages: Map<StageName, ModelUsage>; total: ModelUsage | undefined };

export async function usageOfJob(jobId: string): Promise<JobUsage> {
  const rows = await db().$queryRaw<(Sums & { stage: StageName })[]>`
    SELECT stage, count(*)::int AS calls,
      coalesce(sum("inputTokens"), 0)::float8 AS input_tokens, coalesce(sum("outputTokens"), 0)::float8 AS output_tokens,
      count(*) FILTER (WHERE "inputTokens" IS NULL)::int AS uncounted,
      coalesce(sum(cost), 0)::float8 AS cost, count(*) FILTER (WHERE cost IS NULL)::int AS unpriced,
      round(sum(extract(epoch FROM "finishedAt" - "startedAt")) * 1000)::float8 AS time_ms
    FROM "ModelCall" WHERE "jobId" = ${jobId} AND "finishedAt" IS NOT NULL GROUP BY stage`;
  return {
    stages: new Map(rows.map(({ stage, ...sums }) => [stage, usageOf(sums)])),
    total: rows.length > 0 ? usageOf(rows.reduce(add, none)) : undefined,
  };
}
