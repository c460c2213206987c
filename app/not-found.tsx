import type { Metadata } from "next";
import { NotHere } from "./_components/ui/not-here.tsx";

export const metadata: Metadata = { title: "Page introuvable" };

export default function NotFound() {
  return (
    <NotHere
      title="Cette page n’est pas au catalogue"
      text="Elle a peut-être changé d’adresse, ou n’a jamais été écrite."
    />
  );
}
