"use client";

import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { eventWords } from "#app/_components/status/describe-delivery.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { eventTypes } from "#lib/contract/values.ts";
import { type Choice, Choose, toChoices } from "../../_filters/choose.tsx";
import { CustomRange } from "./custom-range.tsx";
import { describeFilters, type Named, type SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";
import { PeriodChoice } from "./period-choice.tsx";
import { StatusToggles } from "./status-toggles.tsx";
import { SubjectField } from "./subject-field.tsx";

const events = toChoices(eventTypes, eventWords);
const answers: Choice[] = [
  { value: "none", label: "sans réponse" },
  ...["2xx", "3xx", "4xx", "5xx"].map((value) => ({ value, label: `réponses ${value}` })),
  ...["200", "401", "404", "410", "429", "500", "502", "503", "504"].map((value) => ({ value, label: value })),
];

type FilterBarProps = { filters: Filters; set: SetFilters; clear: () => void; endpoints: Named[]; children: ReactNode };

/** Narrows the log; every filter is kept in the page's address. */
export function FilterBar({ filters, set, clear, endpoints, children }: FilterBarProps) {
  const names = endpoints.map(({ id, name }) => ({ value: id, label: name }));
  const search = useRef<HTMLElement>(null);
  useReplayedEdits(search);
  const active = describeFilters(filters).length > 0;
  return (
    <search ref={search} aria-label="Filtrer les livraisons" className="mt-6 block space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StatusToggles chosen={filters.status} choose={(status) => set({ status })} />
          {active && (
            <Button look="bare" className="mx-0 min-h-9 py-1 text-sm" onClick={clear}>
              <X aria-hidden="true" />
              Tout afficher
            </Button>
          )}
        </div>
        {children}
      </div>
      <div className="grid grid-cols-2 gap-2.5 sm:flex sm:flex-wrap">
        <Choose
          label="Événement"
          all="Tous les événements"
          choices={events}
          value={filters.event_type}
          choose={(value) => set({ event_type: value })}
        />
        <Choose
          label="Destination"
          all="Toutes les destinations"
          choices={names}
          value={filters.endpoint_id}
          choose={(value) => set({ endpoint_id: value })}
        />
        <Choose
          label="Réponse"
          all="Toutes les réponses"
          choices={answers}
          value={filters.http_status}
          choose={(value) => set({ http_status: value })}
        />
        <PeriodChoice filters={filters} set={set} />
        <SubjectField filters={filters} set={set} />
      </div>
      <CustomRange filters={filters} set={set} />
    </search>
  );
}
