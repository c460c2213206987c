import type { Metadata } from "next";
import { DeletedLists } from "./_list/deleted-lists.tsx";

export const metadata: Metadata = { title: "Corbeille" };

export default function Page() {
  return (
    <>
      <h1 className="pt-9 text-[2.125rem] leading-tight tracking-tight sm:pt-11 sm:text-[2.625rem]">Corbeille</h1>
      <p className="mt-3 max-w-prose text-soft">
        Ce qui est supprimé reste ici trente jours, puis disparaît. Un livre supprimé ne revient pas par son webhook.
      </p>
      <DeletedLists />
    </>
  );
}
