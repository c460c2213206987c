import { db } from "../../database/client.ts";

/**
 * What the latest finished books of a model took, each measured over the whole of its chapters, corrections included.
 * `callsAtOnce`: the most that its server answered together; absent while no book had several chapters.
 */
export type Experience = { books: number; callsAtOnce?: number } & Measures;
type Measures = { callsPerChapter: number; tokensPerWord: number; secondsPerToken: number };

const latestJobs = 60;
const latestBooks = 20;

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

type Row = Measures & { model: string; chapters: number; callsAtOnce: number | null };

/** A book of one chapter tells nothing of it. */
function mostAtOnce(books: Row[]): number | undefined {
  const several = books.flatMap(({ chapters, callsAtOnce }) => (chapters > 1 && callsAtOnce ? [callsAtOnce] : []));
  return several.length > 0 ? Math.max(...several) : undefined;
}

/** Leaves out translations, and chapters that several models had a hand in, or whose answers were not all counted. */
export async function readExperience(models: string[]): Promise<Map<string, Experience>> {
  const rows = await db().$queryRaw<Row[]>`
    WITH recent AS (
      SELECT id, rank FROM "Job" WHERE status = 'completed'
        AND NOT EXISTS (SELECT FROM "JobOrigin" WHERE "jobId" = id AND kind = 'translation') ORDER BY rank DESC LIMIT ${latestJobs}
    ), chapter AS (
      SELECT "jobId", position, min(model) AS model, sum("outputTokens") AS tokens,
        count(*) FILTER (WHERE outcome = 'answered') AS calls, min("startedAt") AS began, max("finishedAt") AS ended,
        sum(extract(epoch FROM "finishedAt" - "startedAt")) FILTER (WHERE "outputTokens" > 0) AS seconds
      FROM "ModelCall" WHERE stage = 'chapter' AND "jobId" IN (SELECT id FROM recent)
      GROUP BY "jobId", position
      HAVING min(model) = max(model) AND bool_and("outputTokens" IS NOT NULL OR outcome <> 'answered')
    )
    SELECT model, (sum(calls) / count(*))::float8 AS "callsPerChapter",
      (sum(tokens) / sum("wordCount"))::float8 AS "tokensPerWord",
      (sum(seconds) / sum(tokens))::float8 AS "secondsPerToken", count(*)::int AS chapters,
      (sum(seconds) / nullif(extract(epoch FROM max(ended) - min(began)), 0))::float8 AS "callsAtOnce"
    FROM chapter JOIN "JobChapter" USING ("jobId", position) JOIN recent ON recent.id = "jobId"
    WHERE model = ANY(${models}) AND "wordCount" > 0 AND tokens > 0
    GROUP BY model, "jobId", rank ORDER BY rank DESC`;
  const known = new Map<string, Experience>();
  for (const [model, books] of Map.groupBy(rows, ({ model }) => model)) {
    const latest = books.slice(0, latestBooks);
    const callsAtOnce = mostAtOnce(latest);
    const medianOf = (measure: keyof Measures) => median(latest.map((book) => book[measure]));
    known.set(model, {
      books: latest.length,
      callsPerChapter: medianOf("callsPerChapter"),
      tokensPerWord: medianOf("tokensPerWord"),
      secondsPerToken: medianOf("secondsPerToken"),
      ...(callsAtOnce !== undefined && { callsAtOnce }),
    });
  }
  return known;
}

/**
 * Trusts one book half, three at nine tenths; in between by ratio, since ten times as much is as far off as ten times less.
 */
export function learn(usual: number, found: number, books: number): number {
  const trust = books ** 2 / (books ** 2 + 1);
  return usual * (found / usual) ** trust;
}
