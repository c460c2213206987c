"use client";

import { Choose } from "../../_filters/choose.tsx";
import { periodWords } from "../../_filters/periods.ts";
import type { SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

const custom = "custom";
const aDay = 86_400_000;

const choices = [
  ...Object.entries(periodWords).map(([value, label]) => ({ value, label })),
  { value: custom, label: "entre deux dates…" },
];

/** A range that moves with the clock, or two dates. */
export function PeriodChoice({ filters, set }: { filters: Filters; set: SetFilters }) {
  const ranged = filters.since !== null || filters.until !== null;
  const choose = (value: string | null) => {
    if (value === custom)
      return set({ period: null, since: new Date(new Date().setHours(0, 0, 0, 0) - aDay).toISOString() });
    return set({ period: value as Filters["period"], since: null, until: null });
  };
  return (
    <Choose
      label="Période"
      all="Toutes les dates"
      choices={choices}
      value={filters.period ?? (ranged ? custom : null)}
      choose={choose}
    />
  );
}
