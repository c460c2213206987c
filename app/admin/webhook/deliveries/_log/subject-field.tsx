"use client";

import { useState } from "react";
import { control } from "#app/_components/ui/field.tsx";
import type { SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

/** Reads an id, or the address of a job's or a book's page. */
function toSubject(text: string): Pick<Filters, "job_id" | "book_id"> {
  const [, kind, id] = /\/(jobs|books)\/([^/?#]+)/.exec(text) ?? [];
  if (kind === "books" && id) return { job_id: null, book_id: id };
  return { job_id: id ?? (text.trim() || null), book_id: null };
}

/** Narrows to one job or one book. */
export function SubjectField({ filters, set }: { filters: Filters; set: SetFilters }) {
  const current = filters.job_id ?? filters.book_id ?? "";
  return <SubjectInput key={current} current={current} apply={(text) => set(toSubject(text))} />;
}

function SubjectInput({ current, apply }: { current: string; apply: (text: string) => void }) {
  const [text, setText] = useState(current);
  return (
    <form
      className="col-span-2 sm:w-60"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== current) apply(text);
      }}
    >
      <input
        aria-label="Rédaction ou livre : identifiant ou lien"
        placeholder="Lien ou n° d’un livre"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== current && apply(text)}
        className={control({ className: `h-10 text-sm ${current ? "border-accent" : "border-line"}` })}
      />
    </form>
  );
}
