"use client";

import { ArrowLeft } from "lucide-react";
import { useVoice } from "#app/_components/data/voices.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { DeleteVoice } from "./delete-voice.tsx";
import { Measured } from "./measured.tsx";
import { SheetForm } from "./sheet-form.tsx";
import { VoiceSkeleton } from "./voice-skeleton.tsx";

export function VoicePage({ id }: { id: string }) {
  const { data: voice, error, mutate } = useVoice(id);
  if (error?.status === 404)
    return (
      <NotHere
        title="Cette voix n’existe pas"
        text="Elle a peut-être été supprimée ; les livres commandés avec elle la gardent."
      />
    );
  if (!voice) {
    if (!error) return <VoiceSkeleton />;
    return (
      <div className="max-w-xl pt-11">
        <Failure error={error} retry={() => mutate()} />
      </div>
    );
  }
  const { name, problem, read_by, measured } = voice;
  return (
    <>
      <title>{`${name} — Sorami`}</title>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-5 sm:pt-6">
        <div className="min-w-0">
          <Link href="/voices" className="inline-flex min-h-8 items-center gap-1.5 text-sm text-soft hover:text-ink">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Toutes les voix
          </Link>
          <h1 className="mt-2 text-[2.125rem] leading-tight tracking-tight [overflow-wrap:anywhere] sm:text-[2.625rem]">
            <bdi>{name}</bdi>
          </h1>
        </div>
        <DeleteVoice voice={voice} />
      </header>
      {problem && (
        <div className="mt-6 max-w-xl">
          <Notice kind="waiting">Aucun modèle n’a jugé cette voix. {problem}</Notice>
        </div>
      )}
      <div className="mt-8 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <SheetForm voice={voice} />
        <aside className="min-w-0 border-line lg:border-l lg:pl-10">
          {measured && <Measured measured={measured} />}
          <p className={`text-[0.8125rem] text-pretty text-faint ${measured ? "mt-4" : ""}`}>
            {read_by &&
              `Le registre et les mots viennent du modèle ${read_by}, qui peut se tromper\u202f: corrigez-les. `}
            Un livre garde la voix telle qu’elle était à sa commande{"\u202f"}: une correction vaut pour les suivants.
          </p>
        </aside>
      </div>
    </>
  );
}
