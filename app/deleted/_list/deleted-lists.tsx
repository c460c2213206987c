"use client";

import useSWR from "swr";
import { books, jobs } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { BookList } from "#lib/contract/book.ts";
import type { JobList } from "#lib/contract/job.ts";
import { DeletedRow, type DeletedRowProps } from "./deleted-row.tsx";

type Section = { name: string; rows: DeletedRowProps[] };

const bookSection = ({ items }: BookList): Section => ({
  name: "Livres",
  rows: items.map(({ id, book_title, deleted_at }) => ({
    title: book_title,
    deletedAt: deleted_at,
    restoreUrl: books.restore(id),
    page: `/books/${id}`,
    restored: "Livre restauré.",
  })),
});

const jobSection = ({ items }: JobList): Section => ({
  name: "Rédactions",
  rows: items.map(({ job_id, title, deleted_at }) => ({
    title,
    deletedAt: deleted_at,
    restoreUrl: jobs.restore(job_id),
    page: `/jobs/${job_id}`,
    restored: "Rédaction restaurée.",
  })),
});

/** The deleted jobs and books, each with a way back. */
export function DeletedLists() {
  const { data: deletedJobs, error: jobsError, mutate: readJobs } = useSWR<JobList, RequestFailed>(jobs.deleted);
  const { data: deletedBooks, error: booksError, mutate: readBooks } = useSWR<BookList, RequestFailed>(books.deleted);
  const error = jobsError ?? booksError;
  if (error)
    return (
      <div className="mt-8 max-w-xl">
        <Failure error={error} retry={() => Promise.all([readJobs(), readBooks()])} />
      </div>
    );
  if (!deletedJobs || !deletedBooks)
    return (
      <SkeletonBlock label="Lecture de la corbeille" className="mt-8 max-w-3xl space-y-6" bars={["h-12", "h-12"]} />
    );
  const sections = [bookSection(deletedBooks), jobSection(deletedJobs)].filter(({ rows }) => rows.length > 0);
  if (sections.length === 0)
    return (
      <p className="mt-10 font-serif text-xl" role="status">
        La corbeille est vide
      </p>
    );
  return (
    <div className="max-w-3xl">
      {sections.map(({ name, rows }) => (
        <section key={name} aria-label={name} className="mt-9">
          <h2 className="text-xl">{name}</h2>
          <ul className="mt-2 divide-y divide-line">
            {rows.map((row) => (
              <DeletedRow key={row.page} {...row} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
