import type { Metadata } from "next";
import { Shelf } from "./_shelf/shelf.tsx";

export const metadata: Metadata = { title: "Bibliothèque" };

export default function Page() {
  return (
    <>
      <h1 className="pt-9 text-[2.125rem] leading-tight tracking-tight sm:pt-11 sm:text-[2.625rem]">Bibliothèque</h1>
      <Shelf />
    </>
  );
}
