"use client";

import { useRef, useState } from "react";
import { savingWords } from "#app/_components/form/use-autosave.ts";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { ChapterList } from "#app/_components/outline/chapter-list.tsx";
import { count, readingTime } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { SourceView } from "#lib/contract/job.ts";
import type { OutlineView } from "#lib/contract/outline.ts";
import { ChapterResearch } from "./chapter-research.tsx";
import { blankRow, change, toggleSource, totalWords } from "./draft.ts";
import { useOutline } from "./use-outline.ts";

/** The outline that waits for a person: everything can be changed, everything is saved as it is typed. */
export function OutlineEditor({ id, outline, sources }: { id: string; outline: OutlineView; sources: SourceView[] }) {
  const { draft, edit, saving, errors, failure, save, approve } = useOutline(id, outline);
  const section = useRef<HTMLElement>(null);
  useReplayedEdits(section);
  const [busy, setBusy] = useState(false);
  const size = `${count(draft.rows.length, "chapitre")}, ${count(totalWords(draft), "mot")}`;

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
      <div className="mt-2">
        <ChapterList
          rows={draft.rows}
          edit={(next) => edit((now) => ({ ...now, rows: next(now.rows) }))}
          change={(key, fields) => edit((now) => change(now, key, fields))}
          blank={blankRow}
          errorOf={(_, index, field) => errors[`chapters.${index}.${field}`]}
          aside={(row, index) => (
            <Field name={`words-${row.key}`} label="Mots" error={errors[`chapters.${index}.words`]}>
              {(props) => (
                <input
                  {...props}
                  inputMode="numeric"
                  value={row.words}
                  onChange={({ target }) => edit((now) => change(now, row.key, { words: target.value }))}
                  className={control({ voice: "book" })}
                />
              )}
            </Field>
          )}
          below={(row) =>
            row.research && (
              <ChapterResearch
                name={String(row.key)}
                research={row.research}
                sources={sources}
                struck={draft.struck ?? []}
                setQuestions={(questions) =>
                  edit((now) => change(now, row.key, { research: row.research && { ...row.research, questions } }))
                }
                toggle={(source) => edit((now) => toggleSource(now, source))}
              />
            )
          }
        />
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
