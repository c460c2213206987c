"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { outlineLimits } from "#lib/contract/limits.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.ts";
import { ChapterCard } from "./chapter-card.tsx";
import { type ChapterRow, freeKey, moveRow, removeRow, restoreRow } from "./chapter-rows.ts";

type ListProps<Row extends ChapterRow> = {
  rows: Row[];
  edit: (change: (rows: Row[]) => Row[]) => void;
  change: (key: number, fields: Partial<ChapterRow>) => void;
  /** A blank chapter with this key, below others. */
  blank: (key: number, above: Row | undefined) => Row;
  errorOf: (row: Row, index: number, field: string) => string | undefined;
  fewest?: number;
  folded?: boolean;
  /** In a form the key would send it: it adds a chapter below the one whose title is being typed. */
  enterAdds?: boolean;
  aside?: (row: Row, index: number) => ReactNode;
  below?: (row: Row) => ReactNode;
};

/** A node that moves in the page, or that is new, gets the focus once it is there. */
const focusSoon = (find: () => HTMLElement | null | undefined) => requestAnimationFrame(() => find()?.focus());
const titleField = (key: number) => document.getElementsByName(`title-${key}`)[0];
const addButton = "ajouter-chapitre";

/** The chapters of an outline: added, moved and removed by buttons and keys, with the focus kept. */
export function ChapterList<Row extends ChapterRow>(props: ListProps<Row>) {
  const { rows, edit, change, blank, errorOf, fewest = 1, folded = false, enterAdds = false, aside, below } = props;
  const [announced, announce] = useState("");
  const isFull = rows.length >= outlineLimits.chapters;

  const moveTo = (row: Row, from: number, to: number, focus: string) => {
    edit((now) => moveRow(now, from, to));
    focusSoon(() => document.getElementById(focus));
    announce(`«\u202f${row.title}\u202f» est maintenant le chapitre ${to + 1} sur ${rows.length}.`);
  };
  const takeOut = (row: Row, index: number) => {
    edit((now) => removeRow(now, row.key));
    const neighbour = rows[index + 1] ?? rows[index - 1];
    focusSoon(() => document.getElementById(neighbour ? `monter-${neighbour.key}` : addButton));
    toast(`Chapitre retiré\u202f: «\u202f${row.title}\u202f»`, {
      action: { label: "Rétablir", onClick: () => edit((now) => restoreRow(now, row, index)) },
    });
  };
  const addAt = (index: number) => {
    if (isFull) return;
    let key = 0;
    edit((now) => {
      key = freeKey(now);
      return now.toSpliced(index, 0, blank(key, now[index - 1]));
    });
    focusSoon(() => titleField(key));
  };

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
      <ol className="divide-y divide-line">
        {rows.map((row, index) => (
          <ChapterCard
            key={row.key}
            row={row}
            index={index}
            count={rows.length}
            fewest={fewest}
            folded={folded}
            errorOf={(field) => errorOf(row, index, field)}
            change={(fields) => change(row.key, fields)}
            move={(to, focus) => moveTo(row, index, to, focus)}
            remove={() => takeOut(row, index)}
            {...(enterAdds && { addBelow: () => addAt(index + 1) })}
            aside={aside?.(row, index)}
            below={below?.(row)}
          />
        ))}
      </ol>
      <div className="pt-1 pb-6">
        <Button id={addButton} onClick={() => addAt(rows.length)} disabled={isFull}>
          <Plus aria-hidden="true" /> Ajouter un chapitre
        </Button>
      </div>
    </>
  );
}
