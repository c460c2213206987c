"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import type { EditList, EditReason } from "#lib/contract/edit.ts";
import type { JobDetail } from "#lib/contract/job.ts";

const EditRow = dynamic(() => import("./edit-row.tsx").then((module) => module.EditRow));

const reasons: Record<EditReason, string> = {
  cut: "Phrase restée inachevée",
  announcement: "Autour du texte\u202f: annonce, offre ou habillage",
  prompt: "Reste de la question posée au modèle",
  heading: "Titre en double, sans texte ou numéroté",
  citation: "Renvoi à une source qui n’existe pas",
  repeat: "Déjà dit plus haut, sans rien de neuf",
  length: "Mis à la longueur demandée",
  language: "Récrit dans la langue du livre",
  review: "Récrit à la relecture",
};

function Loaded({ job: { job_id, chapters } }: { job: JobDetail }) {
  const { data, error, mutate } = useSWR<EditList>(jobs.edits(job_id));
  if (error) return <Failure error={error} retry={() => mutate()} />;
  if (!data) return <p className="py-2 text-sm text-faint">Chargement…</p>;
  if (data.items.length === 0)
    return <p className="py-2 text-sm text-soft">Rien n’a été retiré ni remplacé dans ce qu’ont écrit les modèles.</p>;
  const edited = chapters.filter(({ position }) => data.items.some(({ chapter }) => chapter === position));
  return (
    <>
      <p className="py-2 text-sm text-pretty text-soft">
        Ce qui est barré, ou marqué −, n’est pas dans le livre{"\u202f"}; ce qui est souligné, ou marqué +, y est. Un
        texte retiré se remet à sa place.
      </p>
      {edited.map(({ position, title }) => (
        <section key={position} aria-labelledby={`retouches-${position}`} className="mt-4">
          <h3 id={`retouches-${position}`} className="border-b border-line pb-1.5 text-[1.0625rem]">
            <span className="text-faint">{position}</span> {title}
          </h3>
          <ol className="divide-y divide-line">
            {data.items
              .filter(({ chapter }) => chapter === position)
              .map((edit) => (
                <EditRow key={edit.id} jobId={job_id} edit={edit} reason={reasons[edit.reason]} />
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Lists what code and the review took out of the models' texts, or put in place of it; loaded when it is opened. */
export function Edits({ job }: { job: JobDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label="Ce qui a été retiré ou remplacé" open={open} onOpenChange={setOpen}>
      {open && <Loaded job={job} />}
    </Disclosure>
  );
}
