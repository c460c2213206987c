"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { savingWords } from "#app/_components/form/use-autosave.ts";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { count, readingTime } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import { outlineLimits } from "#lib/contract/limits.ts";
import type { OutlineView } from "#lib/contract/outline.ts";
import { ChapterCard } from "./chapter-card.tsx";
import { add, change, move, type Row, remove, restore, totalWords } from "./draft.ts";
import { useOutline } from "./use-outline.ts";

/** The outline that waits for a person: everything can be changed, everything is saved as it is typed. */
export function OutlineEditor({ id, outline }: { id: string; outline: OutlineView }) {
  const { draft, edit, saving, errors, failure, save, approve } = useOutline(id, outline);
  const section = useRef<HTMLElement>(null);
  useReplayedEdits(section);
  const [announced, announce] = useState("");
  const [busy, setBusy] = useState(false);
  const { rows } = draft;
  const size = `${count(rows.length, "chapitre")}, ${count(totalWords(draft), "mot")}`;

  const moveTo = (row: Row, from: number, to: number) => {
    edit((now) => move(now, from, to));
    // A node that moves in the page loses the focus.
    const button = `${to > from ? "descendre" : "monter"}-${row.key}`;
    requestAnimationFrame(() => document.getElementById(button)?.focus());
    announce(`« ${row.title} » est maintenant le chapitre ${to + 1} sur ${rows.length}.`);
  };
  const takeOut = (row: Row, index: number) => {
    edit((now) => remove(now, row.key));
    const neighbour = rows[index + 1] ?? rows[index - 1];
    requestAnimationFrame(() => document.getElementById(`monter-${neighbour?.key}`)?.focus());
    toast(`Chapitre retiré\u202f: « ${row.title} »`, {
      action: { label: "Rétablir", onClick: () => edit((now) => restore(now, row, index)) },
    });
  };
  const start = async () => {
    setBusy(true);
    await approve().finally(() => setBusy(false));
  };

  return (
    <section ref={section} aria-labelledby="plan" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-2">
        <h2 id="plan" className="text-lg">
          Le plan, à relire
        </h2>
        <p role="status" className="text-[0.8125rem] text-soft">
          {savingWords[saving]}
        </p>
      </div>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
      <div className="mt-5">
        <Field name="book-title" label="Titre du livre" error={errors.title}>
          {(props) => (
            <input
              {...props}
              value={draft.title}
              onChange={({ target }) => edit((now) => ({ ...now, title: target.value }))}
              className={control({ voice: "book" })}
            />
          )}
        </Field>
      </div>
      <ol className="mt-2 divide-y divide-line">
        {rows.map((row, index) => (
          <ChapterCard
            key={row.key}
            row={row}
            index={index}
            errors={errors}
            count={rows.length}
            change={(fields) => edit((now) => change(now, row.key, fields))}
            move={(to) => moveTo(row, index, to)}
            remove={() => takeOut(row, index)}
          />
        ))}
      </ol>
      <div className="pt-1 pb-6">
        <Button onClick={() => edit(add)} disabled={rows.length >= outlineLimits.chapters}>
          <Plus aria-hidden="true" /> Ajouter un chapitre
        </Button>
      </div>
      {failure && (
        <Notice kind="failed" live>
          <p>{failure.message}</p>
          <Button
            className="mt-3"
            onClick={saving === "conflict" ? () => location.reload() : failure.of === "approve" ? start : save}
          >
            {saving === "conflict" ? "Recharger" : "Réessayer"}
          </Button>
        </Notice>
      )}
      <div className="sticky bottom-0 z-10 flex items-center gap-x-5 border-t border-line bg-paper py-4">
        <Confirm
          trigger={(ask) => (
            <Button look="primary" busy={busy} onClick={ask}>
              Approuver et écrire
            </Button>
          )}
          title="Écrire le livre selon ce plan ?"
          description={`La rédaction commence aussitôt\u202f: ${size}. Le plan ne pourra plus être modifié.`}
          keep="Relire encore"
          confirm="Écrire le livre"
          look="primary"
          onConfirm={start}
        />
        <p className="text-[0.8125rem] text-faint">
          {size} · {readingTime(totalWords(draft))} de lecture
        </p>
      </div>
    </section>
  );
}
