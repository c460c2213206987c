import { pageIn } from "../../_filters/page-in.ts";
import { SubjectInput } from "../../_filters/subject-input.tsx";
import type { SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

/** Reads an id, or the address of a job's or a book's page. */
function toSubject(text: string): Pick<Filters, "job_id" | "book_id"> {
  const page = pageIn(text);
  if (page?.kind === "books") return { job_id: null, book_id: page.id };
  return { job_id: page?.id ?? (text.trim() || null), book_id: null };
}

/** Narrows to one job or one book. */
export function SubjectField({ filters, set }: { filters: Filters; set: SetFilters }) {
  const current = filters.job_id ?? filters.book_id ?? "";
  return (
    <SubjectInput
      key={current}
      label="Rédaction ou livre : identifiant ou lien"
      placeholder="Lien ou n° d’un livre"
      current={current}
      apply={(text) => set(toSubject(text))}
    />
  );
}
