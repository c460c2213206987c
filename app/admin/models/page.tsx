import type { Metadata } from "next";
import { Models } from "./_list/models.tsx";

export const metadata: Metadata = { title: "Modèles" };

export default function Page() {
  return (
    <>
      <h1 className="pt-9 text-[2.125rem] leading-tight tracking-tight sm:pt-11 sm:text-[2.625rem]">Modèles</h1>
      <p className="mt-2 max-w-prose text-pretty text-soft">
        Ceux qui peuvent écrire un livre{"\u202f"}: sur un serveur à vous, ou chez un fournisseur dont vous avez la clé.
        Ce qui est réglé ici l’emporte sur les variables.
      </p>
      <Models />
    </>
  );
}
