"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { verifications } from "#lib/contract/values.ts";
import { Choose, toChoices } from "../../_filters/choose.tsx";
import { pageIn } from "../../_filters/page-in.ts";
import { periodNames, periodWords } from "../../_filters/periods.ts";
import { SubjectInput } from "../../_filters/subject-input.tsx";
import { proofs } from "./describe-entry.ts";
import { outcomes } from "./filters.ts";
import type { useInbox } from "./use-inbox.ts";

const outcomeWords = { processed: "traités", error: "à refaire" };
function jobIn(text: string): string | null {
  const page = pageIn(text);
  return page?.kind === "jobs" ? page.id : text.trim() || null;
}

/** Narrows the inbox; every filter is kept in the page's address. */
export function FilterBar({ filters, set, clear }: Pick<ReturnType<typeof useInbox>, "filters" | "set" | "clear">) {
  const search = useRef<HTMLElement>(null);
  useReplayedEdits(search);
  const active = Object.values(filters).some((value) => value !== null);
  return (
    <search
      ref={search}
      aria-label="Filtrer les événements"
      className="mt-6 grid grid-cols-2 items-center gap-2.5 sm:flex sm:flex-wrap"
    >
      <Choose
        label="Origine"
        all="Toutes les origines"
        choices={toChoices(verifications, proofs)}
        value={filters.verification}
        choose={(value) => set({ verification: value })}
      />
      <Choose
        label="Traitement"
        all="Traités ou non"
        choices={toChoices(outcomes, outcomeWords)}
        value={filters.outcome}
        choose={(value) => set({ outcome: value })}
      />
      <Choose
        label="Doublons"
        all="Avec ou sans doublon"
        choices={[{ value: "true", label: "venus plusieurs fois" }]}
        value={filters.duplicates ? "true" : null}
        choose={(value) => set({ duplicates: value === "true" || null })}
      />
      <Choose
        label="Période"
        all="Toutes les dates"
        choices={toChoices(periodNames, periodWords)}
        value={filters.period}
        choose={(value) => set({ period: value })}
      />
      <SubjectInput
        key={filters.job_id}
        label="Rédaction : identifiant (job_id) ou lien"
        placeholder="Lien ou n° d’une rédaction"
        current={filters.job_id ?? ""}
        apply={(text) => set({ job_id: jobIn(text) })}
      />
      {active && (
        <Button look="bare" className="mx-0 min-h-9 py-1 text-sm" onClick={clear}>
          <X aria-hidden="true" />
          Tout afficher
        </Button>
      )}
    </search>
  );
}
