import type { Metadata } from "next";
import { ImportForm } from "./_import/import-form.tsx";

export const metadata: Metadata = { title: "Importer un manuscrit" };

export default function Page() {
  return (
    <div className="max-w-2xl pt-9 sm:pt-11">
      <h1 className="text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">Importer un manuscrit</h1>
      <p className="mt-3 text-pretty text-soft">
        Un livre que vous avez déjà écrit rejoint la bibliothèque tel quel, chapitre par chapitre{"\u202f"}: aucun
        modèle ne le lit, aucun mot n’est récrit, les notes sont gardées.
      </p>
      <ImportForm />
    </div>
  );
}
