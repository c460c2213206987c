import { Link } from "#app/_components/ui/link.tsx";
import { button } from "./button.tsx";

/** Replaces a page that does not exist by a sentence and a way back. */
export function NotHere({ title, text }: { title: string; text: string }) {
  return (
    <div className="mx-auto max-w-md pt-24 text-center">
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-3 text-soft">{text}</p>
      <div className="mt-7 flex justify-center gap-3">
        <Link href="/" className={button({ look: "primary" })}>
          Aller à l’atelier
        </Link>
        <Link href="/books" className={button()}>
          Voir la bibliothèque
        </Link>
      </div>
    </div>
  );
}
