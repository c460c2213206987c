"use client";

import { useState } from "react";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

/** Formats a moment for a `datetime-local` field: the browser's own zone, to the minute. */
function toLocal(iso: string | null): string {
  if (!iso) return "";
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const bounds = [
  { name: "since", label: "Depuis" },
  { name: "until", label: "Jusqu’à" },
] as const;

type BoundProps = { name: (typeof bounds)[number]["name"]; label: string; filters: Filters; set: SetFilters };

/** A date that is half typed reads as none: only leaving the field empty takes the bound away. */
function Bound({ name, label, filters, set }: BoundProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Field name={name} label={label}>
      {(props) => (
        <input
          {...props}
          type="datetime-local"
          value={typed ?? toLocal(filters[name])}
          onChange={({ target: { value } }) => {
            setTyped(value);
            if (value) set({ [name]: new Date(value).toISOString() });
          }}
          onBlur={() => {
            if (typed === "") set({ [name]: null });
            setTyped(undefined);
          }}
          className={control()}
        />
      )}
    </Field>
  );
}

/** The two dates of a range, once one is asked for. */
export function CustomRange({ filters, set }: { filters: Filters; set: SetFilters }) {
  if (filters.since === null && filters.until === null) return null;
  return (
    <div className="grid max-w-md gap-3 sm:grid-cols-2">
      {bounds.map(({ name, label }) => (
        <Bound key={name} name={name} label={label} filters={filters} set={set} />
      ))}
    </div>
  );
}
