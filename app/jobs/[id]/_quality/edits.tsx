"use client";

import { useState } from "react";
import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import type { EditList, EditReason } from "#lib/contract/edit.ts";

const reasons: Record<EditReason, string> = {
  announcement: "Le modèle s’adressait à qui l’a interrogé",
  prompt: "Le modèle avait recopié la question",
  citation: "Renvoi, lien ou balise retirés",
  repeat: "Déjà dit plus haut",
  review: "Récrit à la relecture",
};

const shownCharacters = 1200;
const shortened = (text: string) => (text.length > shownCharacters ? `${text.slice(0, shownCharacters)}\u202f…` : text);

function Text({ as: Tag, children }: { as: "del" | "ins"; children: string }) {
  if (children === "") return null;
  return (
    <Tag className="mt-1 block border-l-2 border-line pl-3 break-words whitespace-pre-wrap text-soft no-underline">
      <span className="sr-only">{Tag === "del" ? "Avant\u202f: " : "Après\u202f: "}</span>
      <span aria-hidden="true" className="mr-1.5 text-faint">
        {Tag === "del" ? "−" : "+"}
      </span>
      {shortened(children)}
    </Tag>
  );
}

function Loaded({ id }: { id: string }) {
  const { data, error, mutate } = useSWR<EditList>(jobs.edits(id));
  if (error) return <Failure error={error} retry={() => mutate()} />;
  if (!data) return <p className="py-2 text-sm text-faint">Chargement…</p>;
  if (data.items.length === 0)
    return <p className="py-2 text-sm text-soft">Rien n’a été retiré ni remplacé dans ce qu’ont écrit les modèles.</p>;
  return (
    <ol className="divide-y divide-line text-[0.8125rem]">
      {data.items.map(({ chapter, reason, before, after }) => (
        <li key={`${chapter} ${reason} ${before} ${after}`} className="py-3">
          <span className="text-faint">Chapitre {chapter}</span> · {reasons[reason]}
          <Text as="del">{before}</Text>
          <Text as="ins">{after}</Text>
        </li>
      ))}
    </ol>
  );
}

/** Lists what code and the review took out of the models' texts, or put in place of it; loaded when it is opened. */
export function Edits({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label="Ce qui a été retiré ou remplacé" open={open} onOpenChange={setOpen}>
      {open && <Loaded id={id} />}
    </Disclosure>
  );
}
