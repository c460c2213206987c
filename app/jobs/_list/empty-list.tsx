import { Button, button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";

/** Replaces an empty list: no book has been ordered yet, or the filter hides them. */
export function EmptyList({ narrowed, showAll }: { narrowed: boolean; showAll: () => void }) {
  return (
    <div className="mt-10" role="status">
      <p className="font-serif text-xl">
        {narrowed ? "Aucune rédaction ne correspond" : "Aucun livre n’a encore été commandé"}
      </p>
      {narrowed ? (
        <Button look="primary" className="mt-5" onClick={showAll}>
          Tout afficher
        </Button>
      ) : (
        <Link href="/" className={button({ look: "primary", className: "mt-5" })}>
          Commencer un livre
        </Link>
      )}
    </div>
  );
}
