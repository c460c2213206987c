"use client";

import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { ChapterList } from "#app/_components/outline/chapter-list.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { EarlierPlan } from "./earlier-plan.tsx";
import { PasteField } from "./paste-field.tsx";
import { blankRow } from "./rows.ts";
import { UnplacedLines } from "./unplaced-lines.tsx";
import { type PlanProps, usePlan } from "./use-plan.ts";
import { usePlanFaults } from "./use-plan-faults.ts";

/** The author's own plan in an order: pasted, or an earlier book's, then edited. */
export function PlanField({ errors, ...props }: PlanProps & { errors: FieldErrors }) {
  const { rows } = props;
  const { text, isUnread, paste, read, reuse, leave, edit, unplaced, told } = usePlan(props);
  const faults = usePlanFaults(rows);
  // An error of the whole is also the first of a chapter's.
  const isOfChapter = Object.keys(errors).some((path) => path.startsWith("chapters."));
  return (
    <section aria-labelledby="votre-plan" className="space-y-4 border-y border-line py-4 sm:col-span-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="votre-plan" className="text-lg">
          Votre plan
        </h2>
        <Button look="bare" onClick={leave}>
          Donner un nombre de chapitres
        </Button>
      </div>
      <PasteField
        text={text}
        paste={paste}
        isUnread={isUnread}
        takesFocus={rows.length === 0}
        read={read}
        error={faults.whole ?? (isOfChapter ? undefined : errors.chapters)}
      />
      <EarlierPlan reuse={reuse} />
      <p role="status" className="text-[0.8125rem] text-soft empty:hidden">
        {told}
      </p>
      <UnplacedLines lines={unplaced} />
      {rows.length > 0 && (
        <p className="text-[0.8125rem] text-faint">
          Dans un chapitre, Alt + ↑ ou ↓ le déplace. Entrée, dans un titre, en ajoute un.
        </p>
      )}
      <ChapterList
        rows={rows}
        edit={edit}
        change={(key, fields) => edit((now) => now.map((row) => (row.key === key ? { ...row, ...fields } : row)))}
        blank={blankRow}
        errorOf={(row, index, field) => faults.byField[`${row.key}.${field}`] ?? errors[`chapters.${index}.${field}`]}
        fewest={0}
        folded
        enterAdds
      />
    </section>
  );
}
