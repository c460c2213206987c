import { button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";

export function EmptyShelf() {
  return (
    <div className="mt-9 grid items-center gap-x-14 gap-y-9 border-t border-line pt-10 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <div aria-hidden="true" className="hidden aspect-2/3 rounded-r-sm border border-dashed border-edge sm:block" />
      <div className="max-w-lg">
        <h2 className="text-2xl">L’étagère attend son premier livre</h2>
        <p className="mt-3 text-soft">
          Un livre n’arrive ici que par webhook : quand sa rédaction se termine, Sorami l’envoie à l’adresse réglée, et
          cette bibliothèque l’enregistre si elle est cette adresse. Il paraîtra de lui-même, sans recharger la page.
        </p>
        <div className="mt-7 flex flex-wrap gap-3">
          <Link href="/" className={button({ look: "primary" })}>
            Commencer un livre
          </Link>
          <Link href="/admin/webhook" className={button()}>
            Vérifier l’envoi
          </Link>
        </div>
      </div>
    </div>
  );
}
