"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { savingWords } from "#app/_components/form/use-autosave.ts";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { BibleView } from "#lib/contract/bible.ts";
import { add, change, type ListName, listNames, type Row, remove, restore } from "./draft.ts";
import { EntryRow, type ListWords } from "./entry-row.tsx";
import { useBible } from "./use-bible.ts";

const words: Record<ListName, ListWords> = {
  summaries: {
    title: "Résumé",
    one: "le résumé",
    add: "Ajouter un résumé",
    text: "Ce qui s’y passe",
    chapter: "Chapitre",
  },
  characters: {
    title: "Personnages",
    one: "le personnage",
    add: "Ajouter un personnage",
    name: "Nom",
    text: "Ce qu’on sait de lui",
    chapter: "Établi au chapitre",
  },
  places: {
    title: "Lieux",
    one: "le lieu",
    add: "Ajouter un lieu",
    name: "Nom",
    text: "Ce qu’on en sait",
    chapter: "Établi au chapitre",
  },
  facts: { title: "Faits", one: "le fait", add: "Ajouter un fait", text: "Fait", chapter: "Établi au chapitre" },
  threads: {
    title: "Fils ouverts et refermés",
    one: "le fil",
    add: "Ajouter un fil",
    text: "Ce qui est en suspens",
    chapter: "Ouvert au chapitre",
    closed: "Refermé au chapitre",
  },
};

/** The bible of a book: everything in it can be changed, and is saved as it is typed. */
export function BibleEditor({ id, bible }: { id: string; bible: BibleView }) {
  const { draft, edit, saving, errors, failure, save, takeNew } = useBible(id, bible);
  const section = useRef<HTMLDivElement>(null);
  useReplayedEdits(section);
  const takeOut = (list: ListName, row: Row, index: number) => {
    edit((now) => remove(now, list, row.key));
    requestAnimationFrame(() => document.getElementById(`ajouter-${list}`)?.focus());
    toast(`Retiré\u202f: « ${row.name || row.text.slice(0, 60)} »`, {
      action: { label: "Rétablir", onClick: () => edit((now) => restore(now, list, row, index)) },
    });
  };
  return (
    <div ref={section}>
      <p className="flex flex-wrap justify-between gap-x-6 pt-1 text-sm text-pretty text-soft">
        Ce que vous changez ici vaut dès le prochain chapitre, et aucun modèle ne l’écrase.
        <span role="status" className="text-[0.8125rem]">
          {savingWords[saving]}
        </span>
      </p>
      {bible.warnings.length > 0 && (
        <ul className="mt-3 space-y-1.5 text-sm text-pretty">
          {bible.warnings.map(({ chapter, message }) => (
            <li key={`${chapter} ${message}`}>
              <span className="font-medium">Chapitre {chapter}.</span> {message}
            </li>
          ))}
        </ul>
      )}
      {listNames.map((list) => (
        <section key={list} aria-labelledby={`bible-${list}`} className="mt-7">
          <h3 id={`bible-${list}`} className="border-b border-line pb-1.5 text-[1.0625rem]">
            {words[list].title}
          </h3>
          <ul className="divide-y divide-line">
            {draft[list].map((row, index) => (
              <EntryRow
                key={row.key}
                id={`${list}-${row.key}`}
                row={row}
                words={words[list]}
                place={index + 1}
                error={(field) => errors[`${list}.${index}.${field}`]}
                change={(fields) => edit((now) => change(now, list, row.key, fields))}
                remove={() => takeOut(list, row, index)}
              />
            ))}
          </ul>
          {errors[list] && <p className="py-2 text-[0.8125rem] font-medium text-fail">{errors[list]}</p>}
          <Button id={`ajouter-${list}`} className="mt-3" onClick={() => edit((now) => add(now, list))}>
            <Plus aria-hidden="true" /> {words[list].add}
          </Button>
        </section>
      ))}
      {failure && (
        <div className="mt-5">
          <Notice kind="failed" live>
            <p>{failure}</p>
            <Button className="mt-3" onClick={saving === "conflict" ? takeNew : save}>
              {saving === "conflict" ? "Ajouter ce qui est nouveau, et enregistrer" : "Réessayer"}
            </Button>
          </Notice>
        </div>
      )}
    </div>
  );
}
