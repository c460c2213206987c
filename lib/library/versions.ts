import { BookVersionList, VersionQuery } from "../contract/book.ts";
import { db } from "../database/client.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";

export const readVersion = (request: Request): number | undefined =>
  VersionQuery.parse(Object.fromEntries(new URL(request.url).searchParams)).version;

/** Selects the latest version unless another is asked for. @throws {AppError} not_found for what is no id */
export const ofBook = (id: string, version?: number) => ({
  bookId: readId(id, "Livre"),
  book: { deletedAt: null },
  ...(version === undefined ? { latest: true } : { number: version }),
});

/** @throws {AppError} not_found */
export async function listVersions(id: string): Promise<BookVersionList> {
  const versions = await db().bookVersion.findMany({
    where: { bookId: readId(id, "Livre"), book: { deletedAt: null } },
    orderBy: { number: "desc" },
    select: { number: true, sentAt: true },
  });
  if (versions.length === 0) throw notFound("Livre");
  const items = versions.map(({ number, sentAt }) => ({
    version: number,
    created_at: sentAt.toISOString(),
    by: "webhook" as const,
  }));
  return BookVersionList.parse({ items });
}
