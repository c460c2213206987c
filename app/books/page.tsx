import type { Metadata } from "next";
import { button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Shelf } from "./_shelf/shelf.tsx";

export const metadata: Metadata = { title: "Bibliothèque" };

export default function Page() {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-9 sm:pt-11">
        <h1 className="text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">Bibliothèque</h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Link href="/deleted" className={button({ look: "bare" })}>
            Corbeille
          </Link>
          <Link href="/manuscripts" className={button()}>
            Importer un manuscrit
          </Link>
        </div>
      </div>
      <Shelf />
    </>
  );
}
