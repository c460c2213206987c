"use client";

import { Choose, toChoices } from "../../_filters/choose.tsx";
import { periodNames, periodWords } from "../../_filters/periods.ts";
import type { SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

const custom = "custom";
const dayMs = 86_400_000;

const choices = toChoices([...periodNames, custom], { ...periodWords, [custom]: "entre deux dates…" });

/** A range that moves with the clock, or two dates. */
export function PeriodChoice({ filters, set }: { filters: Filters; set: SetFilters }) {
  const ranged = filters.since !== null || filters.until !== null;
  const choose = (value: Filters["period"] | typeof custom) => {
    if (value === custom)
      return set({ period: null, since: new Date(new Date().setHours(0, 0, 0, 0) - dayMs).toISOString() });
    return set({ period: value, since: null, until: null });
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
