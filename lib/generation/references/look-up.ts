import { db } from "../../database/client.ts";

export type FoundPassage = {
  referenceId: string;
  number: number;
  place: string | null;
  text: string;
  name: string;
  url: string | null;
  hash: string;
  createdAt: Date;
  rank: number;
};

/** A writer is given so many: about two pages. */
export const maxFound = 6;

/** One that shares so much less than the best has but a common word with the chapter. */
const minShareOfBest = 0.4;

const maxTerms = 80;
/** Shorter ones are articles and the like, where no configuration of the database knows them. */
const minTermLetters = 3;

/** Any of the words, each quoted: nothing in them is an operator. */
function queryOf(texts: string[]): string {
  const words =
    texts
      .join(" ")
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const terms = [...new Set(words)].filter((word) => word.length >= minTermLetters || /^\d+$/.test(word));
  return terms
    .slice(0, maxTerms)
    .map((term) => `'${term}'`)
    .join(" | ");
}

/** Finds the passages that share most with some texts, each by the stems of its own document's language, the best first. */
export async function lookUp(referenceIds: string[], texts: string[], limit = maxFound): Promise<FoundPassage[]> {
  const query = queryOf(texts);
  if (referenceIds.length === 0 || query === "") return [];
  const found = await db().$queryRaw<FoundPassage[]>`
    SELECT p."referenceId", p.number, p.place, p.text, r.name, r.url, r.hash, r."createdAt",
      ts_rank(p.search, wanted)::float AS rank
    FROM "Reference" r
    CROSS JOIN LATERAL to_tsquery(r."searchedAs"::regconfig, ${query}) AS wanted
    JOIN "ReferencePassage" p ON p."referenceId" = r.id AND p.search @@ wanted
    WHERE r.id = ANY(${referenceIds}::uuid[])
    ORDER BY rank DESC, p."referenceId", p.number
    LIMIT ${limit}`;
  return found.filter(({ rank }) => rank >= (found[0]?.rank ?? 0) * minShareOfBest);
}
